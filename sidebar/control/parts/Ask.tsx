/** A question that has to be answered before the work goes on. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from '../../common/focus';

interface Props {
  readonly title: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly disabled: boolean;
  onAnswer(yes: boolean): void;
}

export function Ask({ title, question, yes, no, disabled, onAnswer }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => takeFocus(heading.current), [question]);
  return (
    <section class="ask">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>{question}</p>
      <div class="buttons">
        <button type="button" class="primary" disabled={disabled} onClick={() => onAnswer(true)}>
          {yes}
        </button>
        <button type="button" disabled={disabled} onClick={() => onAnswer(false)}>
          {no}
        </button>
      </div>
    </section>
  );
}
