/** «Что здесь писать?»: help for the cell that is selected in the table beside. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer, Refusal } from '../../../src/contract/plain';
import type { Selection } from '../../../src/contract/school';
import { typeOf } from '../../../src/domain/schema/columnTypes';
import type { Column } from '../../../src/domain/schema/schema';
import { schoolSearch } from '../../../src/domain/search/schoolSearch';
import { cellText } from '../../../src/domain/values/cell';
import { help as says } from '../../../src/messages/sidebar/page';
import { takeFocus } from '../../common/focus';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import { useLoad } from '../model/load';
import { type Looked, useWatch } from '../model/watch';
import { announce } from '../parts/announce';
import { Problem } from '../parts/Problem';
import { call } from '../server';

const same = (a: Selection | null, b: Selection): boolean => JSON.stringify(a) === JSON.stringify(b);

export function CellHelp() {
  const [selection, setSelection] = useState<Selection | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [repairing, setRepairing] = useState(false);
  /** The outcome of «Исправить»: stays until another cell is selected. */
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const shown = useRef<Selection | null>(null);
  const said = useRef<HTMLDivElement>(null);
  const take = (answer: Answer<Selection>): Looked => {
    if (!answer.ok) {
      setProblem(answer);
      return 'failed';
    }
    setProblem(null);
    if (same(shown.current, answer)) return 'same';
    if (placeOf(shown.current) !== placeOf(answer)) {
      setNote('');
      setRefusal(null);
    }
    shown.current = answer;
    setSelection(answer);
    return 'changed';
  };
  // A call made before the repair would show the cell as it was.
  const watch = useWatch(() => call('sidebarSelection'), take, repairing);
  const place = placeOf(selection);
  useEffect(() => {
    if (selection !== null) announce(`${place}. ${selection.column?.header ?? says.notOurs}`);
  }, [place]);
  const repair = async (of: Selection, to = of.certain?.value): Promise<void> => {
    if (to === undefined) return;
    setRepairing(true);
    setNote('');
    setRefusal(null);
    const { sheetId, cell, value } = of;
    const answer = await call('sidebarRepair', { sheetId, cell, seen: value, value: to });
    setRepairing(false);
    if (!answer.ok) setRefusal(answer);
    else setNote(answer.repaired ? says.repaired : says.changedMeanwhile);
    // The button is gone by then.
    takeFocus(said.current);
  };
  return (
    <main class="cell">
      <h1 tabIndex={-1}>{says.title}</h1>
      <Problem problem={problem} onAgain={watch.now} />
      {selection === null && problem === null && !watch.paused && <Waiting text={says.loading} />}
      {selection !== null && (
        <>
          <p class="place">{place}</p>
          {selection.column === null ? (
            <p>{selection.note === '' ? says.notOurs : selection.note}</p>
          ) : (
            <>
              <h2>{selection.column.header}</h2>
              {selection.note !== '' && <Notice kind="note">{selection.note}</Notice>}
              <Now selection={selection} />
              {selection.certain !== null && note !== says.repaired && (
                <button
                  type="button"
                  class="primary"
                  aria-disabled={repairing}
                  onClick={() => !repairing && void repair(selection)}
                >
                  {says.repair(selection.certain.shown)}
                </button>
              )}
              {isUnknownName(selection) && note !== says.repaired && (
                <Alike
                  typed={cellText(selection.value)}
                  disabled={repairing}
                  onName={(name) => void repair(selection, name)}
                />
              )}
              {repairing && <Waiting text={says.repairing} />}
              <div tabIndex={-1} ref={said}>
                <Problem problem={refusal} onAgain={() => void repair(selection)} />
                <p role="status" class="said">
                  {note}
                </p>
              </div>
              <About column={selection.column} />
            </>
          )}
        </>
      )}
      {watch.paused ? (
        <Notice kind="note">
          <p>{says.paused}</p>
          <button type="button" onClick={watch.goOn}>
            {says.goOn}
          </button>
        </Notice>
      ) : (
        problem === null && <p class="help">{selection === null ? says.start : says.hint}</p>
      )}
    </main>
  );
}

/** The name of an organisation as a person wrote it, which is not one of the list. */
const isUnknownName = ({ column, problem, certain, mayWrite }: Selection): boolean =>
  column !== null &&
  mayWrite &&
  problem !== null &&
  certain === null &&
  typeOf(column).refersTo === 'organisations';

const MOST_ALIKE = 3;

/** What the search of organisations finds for it. */
function Alike({ typed, disabled, onName }: AlikeProps) {
  const { value } = useLoad(() => call('sidebarSchools'), []);
  const search = useMemo(() => schoolSearch(value?.schools ?? []), [value]);
  const found = search(typed).slice(0, MOST_ALIKE);
  if (found.length === 0) return null;
  return (
    <div class="alike">
      <p>{says.perhaps}</p>
      {found.map(({ school: { id, name } }) => (
        <button key={id} type="button" aria-disabled={disabled} onClick={() => !disabled && onName(name)}>
          {says.repair(name)}
        </button>
      ))}
    </div>
  );
}

interface AlikeProps {
  readonly typed: string;
  readonly disabled: boolean;
  onName(name: string): void;
}

const placeOf = (selection: Selection | null): string =>
  selection === null ? '' : says.place(selection.tab, selection.cell);

/** What stands in the cell, and whether it may. A header cell is not checked. */
function Now({ selection }: { readonly selection: Selection }) {
  const { problem, shown, value, column, cell } = selection;
  if (/^[A-Z]+1$/.test(cell)) return null;
  const text = shown === '' ? cellText(value) : shown;
  return (
    <div class={problem === null ? 'now' : 'now wrong'}>
      <p>
        <span class="help">{says.now}: </span>
        <strong class="value">{text === '' ? says.empty : text}</strong>
      </p>
      {problem !== null && (
        <p>
          <span class="issue">
            <span aria-hidden="true">⚠ </span>
            {says.wrong}.
          </span>{' '}
          {problem.repair}
        </p>
      )}
      {problem === null && text !== '' && column?.writer !== 'svodka' && (
        <p class="good">
          <span aria-hidden="true">✓ </span>
          {says.good}
        </p>
      )}
    </div>
  );
}

function About({ column }: { readonly column: Column }) {
  const { allowed = [], type, help, example } = column;
  const listed = typeOf(column).allowed === 'declared';
  const typed = column.writer !== 'svodka';
  return (
    <dl>
      {help !== '' && (
        <>
          <dt>{says.meaning}</dt>
          <dd>{help}</dd>
        </>
      )}
      {typed && (
        <>
          <dt>{says.allowed}</dt>
          <dd>
            {says.types[type]}
            {listed && (
              <ul>
                {allowed.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            )}
          </dd>
        </>
      )}
      {typed && example !== '' && (
        <>
          <dt>{says.example}</dt>
          <dd class="value">{example}</dd>
        </>
      )}
    </dl>
  );
}
