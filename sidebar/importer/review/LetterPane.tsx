/** The text that was read: the place of the chosen row, and personal data, which stays here. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Letter } from '../../../src/domain/letter/letter';
import { personalKind } from '../../../src/messages/importer/letter';
import { review as says } from '../../../src/messages/importer/page';
import type { Focus } from '../model/state';

interface Props {
  readonly text: string;
  readonly title: string;
  readonly personal: Letter['personalData'];
  readonly focus: Focus | null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly chosen: boolean;
  readonly kind: string | null;
}

/** The text, divided where a mark begins or ends. */
function piecesOf(text: string, personal: Props['personal'], focus: Focus | null): Piece[] {
  const cuts = new Set([0, text.length]);
  const marks = personal
    .filter(({ kind }) => kind !== 'office-phone')
    .map(({ kind, place }) => ({ ...place, kind }));
  for (const { start, end } of focus ? [...marks, focus] : marks) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  let next = 0;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const mark = marks[next];
    const chosen = focus !== null && start >= focus.start && end <= focus.end;
    return {
      start,
      end,
      chosen,
      kind: mark && start >= mark.start && end <= mark.end ? personalKind[mark.kind] : null,
    };
  });
}

export function LetterPane({ text, title, personal, focus }: Props) {
  const chosen = useRef<HTMLElement>(null);
  const pieces = useMemo(() => piecesOf(text, personal, focus), [text, personal, focus]);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [focus?.turn]);
  let isFirst = true;
  return (
    <aside class="letter" aria-label={title}>
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="text" tabIndex={0} aria-label={title}>
        {text === '' ? <p class="help">{says.letterEmpty}</p> : null}
        {pieces.map(({ start, end, chosen: isChosen, kind }) => {
          const words = text.slice(start, end);
          if (!isChosen && kind === null) return words;
          const ref = isChosen && isFirst ? chosen : null;
          if (isChosen) isFirst = false;
          return (
            <mark
              key={start}
              ref={ref}
              class={`${isChosen ? 'chosen' : ''}${kind === null ? '' : ' personal'}`}
              title={kind === null ? undefined : says.personalHere(kind)}
            >
              {kind !== null && <span class="hidden">{says.personalHere(kind)}: </span>}
              {words}
            </mark>
          );
        })}
      </section>
    </aside>
  );
}
