/** A book's figures, where it has any: a bar for the eye, a list in words for everybody. */
import type { BookView } from '../../../src/contract/control';
import { books as says } from '../../../src/messages/control/page';

const PARTS = ['inTime', 'late', 'missed', 'notYetDue'] as const;

export function Figures({ figures }: { readonly figures: NonNullable<BookView['figures']> }) {
  const { expected, issues } = figures;
  return (
    <div class="figures">
      <div class="track" aria-hidden="true">
        {PARTS.map((part) => (
          <span key={part} class={part} style={{ width: `${(figures[part] * 100) / expected}%` }} />
        ))}
      </div>
      <dl>
        <div>
          <dt>{says.figures.expected}</dt>
          <dd>{expected}</dd>
        </div>
        {PARTS.map((part) => (
          <div key={part} class="part">
            <dt>
              <span class={`key ${part}`} aria-hidden="true" />
              {says.figures[part]}
            </dt>
            <dd>{figures[part]}</dd>
          </div>
        ))}
        <div>
          <dt>{says.figures.issues}</dt>
          <dd>{issues}</dd>
        </div>
      </dl>
    </div>
  );
}
