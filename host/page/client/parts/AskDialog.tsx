import { useState } from 'preact/hooks';
import { words } from '../../protocol/messages';
import type { Button, Question } from '../../protocol/protocol';
import type { Page } from '../page';
import { Dialog } from './Dialog';

/** Buttons of Ui.ButtonSet, the one that agrees first. */
const BUTTONS: Readonly<Record<string, readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const WORDS: Readonly<Record<Button, string>> = {
  OK: words.ok,
  CANCEL: words.cancel,
  YES: words.yes,
  NO: words.no,
  CLOSE: words.close,
};

/** What a script asks: the run waits until it is answered. */
export function AskDialog({ page, question }: { page: Page; question: Question }) {
  const [text, setText] = useState('');
  const [first = 'OK', ...others] = BUTTONS[question.buttons] ?? ['OK'];
  return (
    <Dialog
      title={question.title === '' ? words.title : question.title}
      onClose={() => void page.answer('CLOSE', '')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void page.answer(first, text);
        }}
      >
        <p class="said">{question.text}</p>
        {question.kind === 'prompt' && (
          <input
            aria-label={words.answer}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        <div class="row">
          <button type="submit" class="main">
            {WORDS[first]}
          </button>
          {others.map((button) => (
            <button key={button} type="button" onClick={() => void page.answer(button, text)}>
              {WORDS[button]}
            </button>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
