/** What a page sent, as far as the server itself has to understand it. */
import type { GivenAnswer } from '../persistence/journal';
import type { Button, RequestName } from './protocol';

export type Sent =
  | {
      readonly what: 'api';
      readonly session: string;
      readonly person: string;
      readonly name: RequestName;
      readonly request: object;
    }
  | { readonly what: 'answer'; readonly session: string; readonly answer: GivenAnswer };

const BUTTONS: readonly unknown[] = ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'] satisfies Button[];

/** Null where the body is not what a page sends to this path. */
export function sentOf(what: string, body: string): Sent | null {
  const sent = fieldsOf(parsed(body));
  if (!sent) return null;
  const { session, person, name, request, answer } = sent;
  if (typeof session !== 'string') return null;
  if (what === 'api') {
    if (typeof person !== 'string' || typeof name !== 'string' || !fieldsOf(request)) return null;
    return { what, session, person, name: name as RequestName, request: request as object };
  }
  const given = fieldsOf(answer);
  if (what !== 'answer' || !given) return null;
  const { button, text } = given;
  if (!BUTTONS.includes(button) || typeof text !== 'string') return null;
  return { what, session, answer: { button: button as Button, text } };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
