/** Which organisation is the person's own: a combobox whose list stands open below it. */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../src/contract';
import type { School, SchoolName } from '../../../src/contract.sidebar';
import { schoolSearch } from '../../../src/domain/schoolSearch';
import { choosing as says } from '../../../src/messages/sidebar';
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

/** More are not read by anybody: the name is written further instead. */
const MOST = 30;
/** So few are shown before anything is typed. */
const FEW = 12;

export function ChooseSchool({ changing, onSchool, onCancel }: Props) {
  const { value, problem, waiting, reload } = useLoad(() => call('sidebarSchools'), []);
  const [chosen, setChosen] = useState<SchoolName | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const choose = async (school: SchoolName): Promise<void> => {
    setChosen(school);
    setRefusal(null);
    const answer = await call('sidebarChoose', school.id);
    if (answer.ok && answer.school !== null) onSchool(answer.school);
    else {
      setChosen(null);
      setRefusal(answer.ok ? { ok: false, sentence: says.none, again: false } : answer);
    }
  };
  const schools = value?.schools ?? [];
  return (
    <main class="choose">
      <h1 tabIndex={-1}>{says.title}</h1>
      {waiting && <Waiting text={says.loading} />}
      <Problem problem={problem} onAgain={reload} />
      <Problem problem={refusal} onAgain={() => chosen !== null && void choose(chosen)} />
      {chosen !== null && <Waiting text={says.saving} />}
      {value !== null && schools.length === 0 && <p>{says.empty}</p>}
      {schools.length > 0 && chosen === null && (
        <Picker schools={schools} onSchool={(school) => void choose(school)} />
      )}
      {changing && (
        <button type="button" class="quiet" onClick={onCancel}>
          {says.cancel}
        </button>
      )}
    </main>
  );
}

interface PickerProps {
  readonly schools: readonly SchoolName[];
  onSchool(school: SchoolName): void;
}

function Picker({ schools, onSchool }: PickerProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const search = useMemo(() => schoolSearch(schools), [schools]);
  const found = useMemo(
    () => (typed.trim() === '' ? (schools.length <= FEW ? schools : []) : search(typed)),
    [search, typed],
  );
  const shown = found.slice(0, MOST);
  useLayoutEffect(() => box.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const type = (text: string): void => {
    setTyped(text);
    setActive(-1);
  };
  const press = (event: KeyboardEvent): void => {
    const last = shown.length - 1;
    const [only] = shown;
    if (event.key === 'ArrowDown') setActive(active < last ? active + 1 : Math.min(0, last));
    else if (event.key === 'ArrowUp') setActive(active > 0 ? active - 1 : last);
    else if (event.key === 'Escape') type('');
    else if (event.key === 'Enter') {
      // Of several like names none is taken before the person said which.
      const school = shown[active] ?? (shown.length === 1 ? only : undefined);
      if (school !== undefined) onSchool(school);
    } else return;
    event.preventDefault();
  };
  const isEmpty = typed.trim() === '';
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
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p role="status" class="found">
        {!isEmpty && (found.length === 0 ? says.none : says.found(found.length))}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={says.listLabel}
        class="schools"
        hidden={shown.length === 0}
      >
        {shown.map((school, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
          <div
            key={school.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onSchool(school)}
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
