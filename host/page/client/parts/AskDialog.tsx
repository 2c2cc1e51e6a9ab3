import { useState } from 'preact/hooks';
import { page } from '../../protocol/messages';
import type { Button, Question } from '../../protocol/protocol';
import type { Session } from '../session';
import { Dialog } from './Dialog';

/** Buttons of Ui.ButtonSet, the one that agrees first. */
const BUTTONS: Readonly<Record<string, readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const WORDS: Readonly<Record<Button, string>> = {
  OK: page.ok,
  CANCEL: page.cancel,
  YES: page.yes,
  NO: page.no,
  CLOSE: page.close,
};

/** What a script asks: the run waits until it is answered. */
export function AskDialog({ session, question }: { session: Session; question: Question }) {
  const [text, setText] = useState('');
  const [first = 'OK', ...others] = BUTTONS[question.buttons] ?? ['OK'];
  return (
    <Dialog
      title={question.title === '' ? page.title : question.title}
      onClose={() => void session.answer('CLOSE', '')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void session.answer(first, text);
        }}
      >
        <p class="said">{question.text}</p>
        {question.kind === 'prompt' && (
          <input
            aria-label={page.answer}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        <div class="row">
          <button type="submit" class="main">
            {WORDS[first]}
          </button>
          {others.map((button) => (
            <button key={button} type="button" onClick={() => void session.answer(button, text)}>
              {WORDS[button]}
            </button>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
