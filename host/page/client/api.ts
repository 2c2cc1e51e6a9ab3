/** Requests to the server and its news; everything goes to the address that the page came from. */
import type { Button, News, RequestName, Requests } from '../protocol';

const session = crypto.randomUUID();

/** @throws Error with the server's sentence. */
export async function request<Name extends RequestName>(
  person: string,
  name: Name,
  body: Requests[Name]['in'],
): Promise<Requests[Name]['out']> {
  const response = await post('api', { session, person, name, request: body });
  if (!response.ok) throw new Error(await response.text());
  const outcome = (await response.json()) as { result: Requests[Name]['out'] } | { error: string };
  if ('error' in outcome) throw new Error(outcome.error);
  return outcome.result;
}

export async function answer(button: Button, text: string): Promise<void> {
  await post('answer', { session, answer: { button, text } });
}

const post = (path: string, body: object): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Calls back with the server's news, and with whether the server is there. */
export function listen(onNews: (news: News) => void, onThere: (there: boolean) => void): () => void {
  const source = new EventSource(`news?session=${session}`);
  source.onmessage = ({ data }) => onNews(JSON.parse(data as string) as News);
  source.onopen = () => onThere(true);
  source.onerror = () => onThere(false);
  return () => source.close();
}

export const bookAddress = (book: string, person: string): string =>
  `book/${encodeURIComponent(book)}?person=${encodeURIComponent(person)}`;
export const frameAddress = (id: string): string => `frame/${id}`;
export const mailAddress = (index: number): string => `mail/${index}`;
