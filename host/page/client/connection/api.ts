/** Requests to the server and its news; everything goes to the address that the page came from. */
import { words } from '../../protocol/messages';
import type { Button, News, RequestName, Requests } from '../../protocol/protocol';

/** This page among those that the server talks to. */
export const session = crypto.randomUUID();

/** The server is not there: what was asked for may have been done or not. */
export class Lost extends Error {
  constructor() {
    super(words.lost);
  }
}

/**
 * While another page is asked something the host does nothing else, and a browser has six connections for all its
 * pages: requests wait here, so that the answer gets through.
 */
let gate: { readonly opened: Promise<void>; open(): void } | null = null;

export function holdRequests(hold: boolean): void {
  if (!hold) {
    gate?.open();
    gate = null;
  } else if (!gate) {
    let open = (): void => {};
    const opened = new Promise<void>((done) => {
      open = done;
    });
    gate = { opened, open };
  }
}

/** @throws Lost; Error with the server's sentence. */
export async function request<Name extends RequestName>(
  person: string,
  name: Name,
  body: Requests[Name]['in'],
): Promise<Requests[Name]['out']> {
  await gate?.opened;
  const response = await post('api', { session, person, name, request: body });
  if (!response.ok) throw new Error(await response.text());
  const outcome = (await response.json().catch(() => {
    throw new Lost();
  })) as { result: Requests[Name]['out'] } | { error: string };
  if ('error' in outcome) throw new Error(outcome.error);
  return outcome.result;
}

export async function answer(button: Button, text: string): Promise<void> {
  await post('answer', { session, answer: { button, text } });
}

async function post(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Lost();
  });
  // A server that does not know this address is not the one that the page came from.
  if (response.status === 404) throw new Lost();
  return response;
}

const AGAIN_MS = 2_000;

let source: EventSource | null = null;
let lose = (): void => {};

/** Calls back with the server's news, and with whether the server is there; tries again while it is not. */
export function listen(onNews: (news: News) => void, onThere: (there: boolean) => void): void {
  const stream = new EventSource(`news?session=${session}`);
  source = stream;
  stream.onmessage = ({ data }) => onNews(JSON.parse(data as string) as News);
  stream.onopen = () => onThere(true);
  lose = () => {
    if (source !== stream) return;
    source = null;
    // The browser itself gives up after an answer such as 404.
    stream.close();
    onThere(false);
    setTimeout(() => listen(onNews, onThere), AGAIN_MS);
  };
  stream.onerror = lose;
}

/** A request did not get through: the news are asked for anew. */
export const reconnect = (): void => lose();

/** A book as a file. @throws Lost; Error with the server's sentence. */
export async function download(book: string, person: string): Promise<Blob> {
  const address = `book/${encodeURIComponent(book)}?person=${encodeURIComponent(person)}`;
  const response = await fetch(address).catch(() => {
    throw new Lost();
  });
  if (!response.ok) throw new Error(await response.text());
  return response.blob();
}

export const frameAddress = (id: string): string => `frame/${id}`;
export const mailAddress = (index: number, person: string): string =>
  `mail/${index}?person=${encodeURIComponent(person)}`;
