/** The local page over HTTP: 127.0.0.1 only, under a secret path, for requests that come from the page itself. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { refusals, server, words } from '../protocol/messages';
import type { News, Requests } from '../protocol/protocol';
import { faultText, Refusal } from '../protocol/refusal';
import { sentOf } from '../protocol/requestShape';
import type { SessionOptions } from '../session/session';
import { pageAssets } from './assets';
import { type Backend, LocalBackend } from './backend';
import { withShim } from './googleScript';
import { bodyOf, TooLargeError } from './requestBody';

export interface Served {
  /** With the secret: who knows it sees the page. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Nothing from elsewhere; the grid styles its elements in place. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** A script's page or a mail: no origin of its own, nothing fetched. */
const FRAME_POLICY =
  'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads; ' +
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";
const MAIL_POLICY = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:";

const HTML = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/style.css">
</head>
<body><div id="root"></div><script type="module" src="assets/main.js"></script></body>
</html>
`;

/** Serves a host that the caller holds: see `LocalBackend`. `changed()` after touching the host oneself. */
export async function servePages(
  options: Omit<SessionOptions, 'news'> & { readonly port?: number },
): Promise<Served & { changed(): void }> {
  const backend = new LocalBackend(options);
  const served = await serveBackend(backend, options.port);
  return { ...served, changed: () => backend.changed() };
}

/**
 * `secret`: the part of the address that nobody can guess.
 * @throws what listening throws: EADDRINUSE where the port is taken.
 */
export async function serveBackend(
  backend: Backend,
  port = 0,
  secret: string = randomBytes(16).toString('hex'),
): Promise<Served> {
  return new PageServer(backend, await pageAssets(), secret).listen(port);
}

class PageServer {
  private readonly streams = new Map<string, ServerResponse>();
  /** The book that each session has open: it hears of no other. */
  private readonly open = new Map<string, string>();
  /** Who is asked something at the moment: a page that is opened meanwhile hears it too. */
  private asking: News | null = null;
  private origin = '';
  private readonly http = createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.end();
      else if (error instanceof TooLargeError) say(response, 413, refusals.tooLarge);
      else say(response, error instanceof Refusal ? 404 : 500, faultText(error));
    });
  });

  constructor(
    private readonly backend: Backend,
    private readonly assets: string,
    private readonly secret: string,
  ) {
    backend.listen((news) => this.tell(news));
  }

  async listen(port: number): Promise<Served> {
    await new Promise<void>((done, failed) => {
      this.http.once('error', failed);
      this.http.listen(port, '127.0.0.1', done);
    });
    this.origin = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
    return {
      url: `${this.origin}/${this.secret}/`,
      close: async () => {
        const closed = new Promise<void>((done) => this.http.close(() => done()));
        this.http.closeAllConnections();
        await closed;
        await this.backend.close();
      },
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.canParse(`${this.origin}${request.url}`) ? new URL(`${this.origin}${request.url}`) : null;
    const [, secret, what = '', name = ''] = url?.pathname.split('/') ?? [];
    const person = url?.searchParams.get('person') ?? '';
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('x-content-type-options', 'nosniff');
    if (url === null || !this.isOwn(request) || secret !== this.secret) {
      say(response, 404, server.staleAddress);
      return;
    }
    if (request.method === 'POST') return this.post(what, request, response);
    if (request.method !== 'GET') say(response, 405, refusals.badRequest);
    else if (what === '') send(response, 'text/html; charset=utf-8', HTML, PAGE_POLICY);
    else if (what === 'assets') this.asset(name, response);
    else if (what === 'news') this.news(url.searchParams.get('session') ?? '', response);
    else if (what === 'frame') await this.frame(name, response);
    else if (what === 'mail') await this.mail(name, person, response);
    else if (what === 'book') await this.book(name, person, response);
    else say(response, 404, refusals.notHere);
  }

  /** By this address, and not from another site's page: such a request carries its origin or says cross-site. */
  private isOwn({ headers, method }: IncomingMessage): boolean {
    if (headers.host !== this.origin.slice('http://'.length)) return false;
    if (headers['sec-fetch-site'] === 'cross-site') return false;
    if (headers.origin !== undefined && headers.origin !== this.origin) return false;
    return method !== 'POST' || headers['content-type'] === 'application/json';
  }

  private async post(what: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = sentOf(what, await bodyOf(request));
    if (sent === null) {
      say(response, 400, refusals.badRequest);
      return;
    }
    if (sent.what === 'answer') {
      this.backend.answer(sent.session, sent.answer);
      response.writeHead(204).end();
      return;
    }
    const { session, person, name } = sent;
    const outcome = await this.backend.request(session, person, name, sent.request).then(
      (result) => {
        if (name === 'open') this.open.set(session, (sent.request as Requests['open']['in']).book);
        if (name === 'world') this.seen(session, result as Requests['world']['out']);
        return { result };
      },
      (error: unknown) => {
        if (name === 'open') this.open.delete(session);
        return { error: faultText(error) };
      },
    );
    send(response, 'application/json', JSON.stringify(outcome));
  }

  /** Another person may look from now on, who does not see the book that was open. */
  private seen(session: string, { books }: Requests['world']['out']): void {
    if (!books.some(({ id }) => id === this.open.get(session))) this.open.delete(session);
  }

  private asset(name: string, response: ServerResponse): void {
    const type = TYPES[extname(name)];
    const path = join(this.assets, name);
    if (type === undefined || !/^[\w.-]+$/.test(name) || !existsSync(path))
      say(response, 404, refusals.notHere);
    else send(response, type, readFileSync(path));
  }

  private async frame(id: string, response: ServerResponse): Promise<void> {
    const frame = await this.backend.frame(id);
    if (!frame) {
      say(response, 404, refusals.notHere);
      return;
    }
    const html = withShim(frame.html, { names: frame.names, path: null, parent: this.origin });
    send(response, 'text/html; charset=utf-8', html, FRAME_POLICY);
  }

  private async mail(index: string, person: string, response: ServerResponse): Promise<void> {
    const mail = (await this.backend.request('', person, 'mail', { index: Number(index) })) as {
      html: string | null;
    };
    send(response, 'text/html; charset=utf-8', mail.html ?? '', MAIL_POLICY);
  }

  private async book(id: string, person: string, response: ServerResponse): Promise<void> {
    const { name, bytes } = await this.backend.xlsx(id, person);
    response.setHeader(
      'content-disposition',
      `attachment; filename="svodka.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
    );
    send(response, XLSX, Buffer.from(bytes));
  }

  private news(session: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': \n\n');
    if (this.asking) response.write(`data: ${JSON.stringify(this.asking)}\n\n`);
    this.streams.set(session, response);
    response.on('close', () => {
      if (this.streams.get(session) === response) {
        this.streams.delete(session);
        this.open.delete(session);
      }
      this.backend.gone(session);
    });
  }

  private tell(news: News): void {
    const line = `data: ${JSON.stringify(news)}\n\n`;
    if (news.kind === 'asking') this.asking = news;
    else if (news.kind === 'answered') this.asking = null;
    if (news.kind !== 'question') {
      const book = 'book' in news ? news.book : null;
      for (const [session, stream] of this.streams) {
        if (book === null || this.open.get(session) === book) stream.write(line);
      }
      return;
    }
    const asked = this.streams.get(news.session);
    if (asked) asked.write(line);
    else this.backend.gone(news.session);
  }
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(sentence);
}

function send(response: ServerResponse, type: string, body: string | Buffer, policy?: string): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    ...(policy === undefined ? {} : { 'content-security-policy': policy }),
  });
  response.end(body);
}
