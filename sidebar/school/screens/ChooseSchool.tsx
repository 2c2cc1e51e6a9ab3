/** Which organisation is the person's own: a combobox whose list stands open below it. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract/plain';
import type { School, SchoolName } from '../../../src/contract/school';
import { type Hit, schoolSearch } from '../../../src/domain/search/schoolSearch';
import { choosing as says } from '../../../src/messages/sidebar/page';
import { takeFocus } from '../../common/focus';
import { Waiting } from '../../common/Waiting';
import { useLoad } from '../model/load';
import { Problem } from '../parts/Problem';
import { call } from '../server';

interface Props {
  /** There is one chosen already: then the choice can be left as it is. */
  readonly changing: boolean;
  onSchool(school: School): void;
  onCancel(): void;
}

/** Nobody reads more: people type more of the name instead. */
const MOST = 30;
/** So few are shown before anything is typed. */
const FEW = 12;

export function ChooseSchool({ changing, onSchool, onCancel }: Props) {
  const { value, problem, waiting, reload } = useLoad(() => call('sidebarSchools'), []);
  const [asked, setAsked] = useState<SchoolName | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  // It stands above the list, and may be scrolled away.
  useLayoutEffect(() => outcome.current?.scrollIntoView({ block: 'nearest' }), [busy]);
  const choose = async (school: SchoolName): Promise<void> => {
    setAsked(school);
    setBusy(true);
    setRefusal(null);
    const answer = await call('sidebarChoose', school.id);
    if (answer.ok && answer.school !== null) {
      onSchool(answer.school);
      return;
    }
    setBusy(false);
    setRefusal(answer.ok ? { ok: false, sentence: says.none, again: false } : answer);
  };
  const again = (): void => {
    if (asked === null) return;
    // The button disappears: the focus goes back to the field.
    takeFocus(box.current);
    void choose(asked);
  };
  const schools = value?.schools ?? [];
  return (
    <main class="choose">
      <h1 tabIndex={-1}>{says.title}</h1>
      {waiting && <Waiting text={says.loading} />}
      <Problem problem={problem} onAgain={reload} />
      {value !== null && schools.length === 0 && <p>{says.empty}</p>}
      {schools.length > 0 && (
        <Picker
          schools={schools}
          box={box}
          chosen={busy ? asked : null}
          onSchool={(school) => void choose(school)}
        >
          <div ref={outcome}>
            <Problem problem={refusal} kept={refusal?.again === true} onAgain={again} />
            {busy && <Waiting text={says.saving} />}
          </div>
        </Picker>
      )}
      {changing && (
        <button type="button" class="quiet" disabled={busy} onClick={onCancel}>
          {says.cancel}
        </button>
      )}
    </main>
  );
}

interface PickerProps {
  readonly schools: readonly SchoolName[];
  readonly box: RefObject<HTMLInputElement>;
  /** The school that is being saved; until the answer no other can be chosen. */
  readonly chosen: SchoolName | null;
  /** The outcome of the choice. */
  readonly children: ComponentChildren;
  onSchool(school: SchoolName): void;
}

function Picker({ schools, box, chosen, children, onSchool }: PickerProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const search = useMemo(() => schoolSearch(schools), [schools]);
  const isEmpty = typed.trim() === '';
  const found = useMemo(() => {
    if (!isEmpty) return search(typed);
    return schools.length <= FEW ? schools.map((school) => ({ school, exact: false })) : [];
  }, [search, typed]);
  const shown = found.slice(0, MOST);
  const busy = chosen !== null;
  useLayoutEffect(() => {
    // The list may come late: the focus is not taken from another field.
    const at = document.activeElement;
    if (at === null || at === document.body || at.tagName === 'H1') takeFocus(box.current);
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const type = (text: string): void => {
    setTyped(text);
    setActive(-1);
  };
  const press = (event: KeyboardEvent): void => {
    if (busy) return;
    const last = shown.length - 1;
    const [only] = found;
    if (event.key === 'ArrowDown') setActive(active < last ? active + 1 : Math.min(0, last));
    else if (event.key === 'ArrowUp') setActive(active > 0 ? active - 1 : last);
    else if (event.key === 'Escape') type('');
    else if (event.key === 'Enter') {
      // Where several match, or one is only similar, the person has to choose.
      const hit = shown[active] ?? (found.length === 1 && only?.exact ? only : undefined);
      if (hit !== undefined) onSchool(hit.school);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <p class="help" id={`${id}-help`}>
        {says.help}
      </p>
      <label class="name" for={id}>
        {says.label}
      </label>
      <input
        ref={box}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-help`}
        placeholder={says.example}
        autocomplete="off"
        spellcheck={false}
        readOnly={busy}
        aria-disabled={busy}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p role="status" class="found">
        {!isEmpty && foundWords(found)}
      </p>
      {children}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={says.listLabel}
        class="schools"
        aria-busy={busy}
        hidden={shown.length === 0}
      >
        {shown.map(({ school }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
          <div
            key={school.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={busy ? school === chosen : index === active}
            onClick={() => !busy && onSchool(school)}
          >
            <span class="school">{school.name}</span>
            <span class="district">{school.district}</span>
            {school.fullName !== '' && school.fullName !== school.name && (
              <span class="full">{school.fullName}</span>
            )}
          </div>
        ))}
      </div>
      {found.length > MOST && <p class="help">{says.more(found.length - MOST)}</p>}
    </>
  );
}

function foundWords(found: readonly Hit<SchoolName>[]): string {
  const [first] = found;
  if (first === undefined) return says.none;
  return first.exact ? says.found(found.length) : says.alike(found.length, first.school.name);
}
