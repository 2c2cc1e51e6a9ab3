/** Loads again. The button stays while it waits: otherwise the keyboard focus would be lost. */
import { Waiting } from '../../common/Waiting';

interface Props {
  readonly waiting: boolean;
  readonly label: string;
  readonly doing: string;
  onReload(): void;
}

export function Reload({ waiting, label, doing, onReload }: Props) {
  return (
    <>
      <button type="button" class="quiet" aria-disabled={waiting} onClick={() => !waiting && onReload()}>
        {label}
      </button>
      {waiting && <Waiting text={doing} />}
    </>
  );
}
