/** What a screen asked for: waiting, why it did not come, or the thing itself. */
import type { ComponentChildren } from 'preact';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import type { Loaded } from '../model/load';

interface Props<T> {
  readonly of: Loaded<T>;
  readonly waiting: string;
  readonly children: (value: T) => ComponentChildren;
}

export const LoadedView = <T,>({ of: { value, problem }, waiting, children }: Props<T>) => (
  <>
    {problem !== '' && (
      <Notice kind="error">
        <p>{problem}</p>
      </Notice>
    )}
    {value === null && problem === '' && <Waiting text={waiting} />}
    {value !== null && children(value)}
  </>
);
