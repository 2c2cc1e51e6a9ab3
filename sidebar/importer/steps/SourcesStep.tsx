/** First step: the letter, and a list of organisations where the letter has none. What is found shows at once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readLetter } from '../../../src/domain/letter';
import type { Letter } from '../../../src/domain/letter/letter';
import { page, sources as says } from '../../../src/messages/importer/page';
import { Notice } from '../../common/Notice';
import { Waiting } from '../../common/Waiting';
import { readHtml } from '../files/html';
import { readFile } from '../files/read';
import { reviewDraftOf } from '../model/readDraft';
import type { SourceName } from '../model/reviewDraft';
import { EMPTY, ofBlocks, ofText, readSource, type Source } from '../model/source';
import { type Action, type State, textsOf } from '../model/state';

interface Props {
  readonly state: State;
  dispatch(action: Action): void;
}

const NOTHING = readLetter('');
/** After the last letter typed; a long text waits longer, it is read whole. */
const PAUSE_MS = 250;
const LONG = 100_000;

interface Read {
  readonly texts: string;
  readonly letter: Letter;
  readonly list: Letter;
}

export function SourcesStep({ state, dispatch }: Props) {
  const texts = textsOf(state);
  const [read, setRead] = useState<Read>({
    texts: textsOf({ letter: EMPTY, list: EMPTY }),
    letter: NOTHING,
    list: NOTHING,
  });
  const [asking, setAsking] = useState(false);
  const reading = read.texts !== texts;
  const { letter, list } = state;
  useEffect(() => {
    if (!reading) return;
    const pause = letter.text.length + list.text.length > LONG ? PAUSE_MS * 4 : PAUSE_MS;
    const timer = setTimeout(
      () => setRead({ texts, letter: readSource(letter), list: readSource(list) }),
      pause,
    );
    return () => clearTimeout(timer);
  }, [texts, reading]);

  const start = (): void => {
    const now = reading ? { texts, letter: readSource(letter), list: readSource(list) } : read;
    dispatch({ type: 'draft', draft: reviewDraftOf(now.letter, now.list), readFrom: texts });
  };
  const next = (): void => {
    if (state.draft !== null && state.readFrom === texts) dispatch({ type: 'step', step: 1 });
    else if (state.draft !== null && state.edited) setAsking(true);
    else start();
  };
  const empty = letter.text.trim() === '' && list.text.trim() === '';
  const found =
    read.letter.stages.length +
    read.letter.targets.length +
    read.letter.organisations.length +
    read.list.organisations.length;
  const personal = read.letter.personalData.filter(({ kind }) => kind !== 'office-phone').length;
  return (
    <>
      <main class="sources">
        <SourceBox
          from="letter"
          source={letter}
          label={says.letter}
          help={says.letterHelp}
          dispatch={dispatch}
        />
        <SourceBox from="list" source={list} label={says.list} help={says.listHelp} dispatch={dispatch} />
      </main>
      {!empty && !reading && found === 0 && <Notice kind="warning">{says.nothing}</Notice>}
      {personal > 0 && !reading && <Notice kind="note">{says.personal(personal)}</Notice>}
      {asking && (
        <Notice kind="warning">
          <p>{says.changed}</p>
          <button type="button" onClick={start}>
            {says.readAnew}
          </button>
          <button type="button" onClick={() => dispatch({ type: 'step', step: 1 })}>
            {says.keepEdits}
          </button>
        </Notice>
      )}
      <footer>
        <div class="state">
          {empty ? (
            says.empty
          ) : reading ? (
            <Waiting text={says.reading} />
          ) : (
            <strong role="status">
              {says.found(
                read.letter.stages.length,
                read.letter.targets.length,
                read.letter.organisations.length + read.list.organisations.length,
                read.letter.questions.length + read.list.questions.length,
              )}
            </strong>
          )}
        </div>
        <button type="button" class="primary" disabled={empty} onClick={next}>
          {page.next}
        </button>
      </footer>
    </>
  );
}

interface BoxProps {
  readonly from: SourceName;
  readonly source: Source;
  readonly label: string;
  readonly help: string;
  dispatch(action: Action): void;
}

function SourceBox({ from, source, label, help, dispatch }: BoxProps) {
  const [refusal, setRefusal] = useState('');
  const [opening, setOpening] = useState(false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const put = (next: Source): void => {
    setRefusal('');
    dispatch({ type: 'source', from, source: next });
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setOpening(true);
    const content = await readFile(file);
    setOpening(false);
    if (content.kind === 'refused') setRefusal(content.sentence);
    else put(content.kind === 'text' ? ofText(content.text, file.name) : ofBlocks(content.blocks, file.name));
  };
  const paste = (event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0];
    const html = event.clipboardData?.getData('text/html') ?? '';
    const blocks = html === '' ? null : readHtml(html);
    if (blocks !== null) {
      event.preventDefault();
      const area = event.currentTarget as HTMLTextAreaElement;
      if (area.value.trim() === '') put(ofBlocks(blocks, null));
      else {
        const { selectionStart: start, selectionEnd: end, value } = area;
        put(ofText(value.slice(0, start) + ofBlocks(blocks, null).text + value.slice(end)));
      }
    } else if (file !== undefined && event.clipboardData?.getData('text/plain') === '') {
      event.preventDefault();
      void open(file);
    }
  };
  const id = `source-${from}`;
  return (
    <section
      class={`source${over ? ' over' : ''}`}
      aria-labelledby={`${id}-label`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void open(event.dataTransfer?.files[0]);
      }}
    >
      <div class="head">
        <label id={`${id}-label`} for={id}>
          {label}
        </label>
        {source.text !== '' && (
          <button
            type="button"
            class="quiet"
            aria-label={`${says.clear}: ${label}`}
            onClick={() => put(EMPTY)}
          >
            {says.clear}
          </button>
        )}
        <button type="button" aria-label={says.chooseFor(label)} onClick={() => input.current?.click()}>
          {says.choose}
        </button>
        <input
          ref={input}
          class="file"
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          data-source={from}
          accept=".docx,.txt,.xlsx,.csv,.tsv,.pdf,.doc,.xls"
          onChange={(event) => {
            const { files } = event.currentTarget;
            void open(files?.[0] ?? undefined);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
      <textarea
        id={id}
        spellcheck={false}
        aria-describedby={`${id}-help`}
        value={source.text}
        onInput={(event) => put(ofText(event.currentTarget.value))}
        onPaste={paste}
      />
      {over && (
        <div class="dropping" aria-hidden="true">
          {says.drop}
        </div>
      )}
      <div class="under">
        {opening && <Waiting text={says.reading} />}
        {refusal !== '' && <Notice kind="error">{refusal}</Notice>}
        {refusal === '' && source.name !== null && <span>{says.fromFile(source.name)}</span>}
        {refusal === '' && source.name === null && source.blocks !== null && <span>{says.fromTable}</span>}
      </div>
    </section>
  );
}
