/** Serves one page of a script on 127.0.0.1, with google.script.run calling the local host. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalHost } from '../localHost';
import type { RunOutcome } from '../runtime/outcome';
import type { ScriptProject } from '../runtime/project';

export interface PageOptions {
  readonly host: LocalHost;
  readonly project: ScriptProject;
  /** Whose press the calls are. */
  readonly user: string;
  /** What the dialog or the sidebar shows; with the shim put before its first script. */
  readonly html: string;
  /** Stands in for the call, to let it fail or wait. */
  call?(name: string, args: readonly unknown[]): RunOutcome | Promise<RunOutcome>;
}

export interface ServedPage {
  readonly url: string;
  /** Every call so far, in order. */
  readonly calls: readonly { readonly name: string; readonly args: readonly unknown[] }[];
  close(): Promise<void>;
}

/** More than google.script.run takes in one call. */
const MOST_BYTES = 50 * 1024 * 1024;

export async function servePage(options: PageOptions): Promise<ServedPage> {
  const { host, project, user } = options;
  const calls: { name: string; args: readonly unknown[] }[] = [];
  // A page of another site must neither read the book nor call its functions.
  const secret = `/${randomBytes(16).toString('hex')}`;
  const page = withShim(options.html, shimText(project.functionNames(), `${secret}/run`));
  const call = options.call ?? ((name, args) => host.call(project, name, args, { user, trigger: 'sidebar' }));
  const server = createServer((request, response) => {
    void answer(request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === `${secret}/`) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(page);
    } else if (request.method === 'POST' && request.url === `${secret}/run`) {
      const { name, args } = JSON.parse(await bodyOf(request)) as { name: string; args: unknown[] };
      calls.push({ name, args });
      const { error, result } = await call(name, args);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(error === null ? { result } : { error: error.message }));
    } else response.writeHead(404).end();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${secret}/`,
    calls,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Plain script for the page, with the names and the path put in its place for them. */
function shimText(names: readonly string[], path: string): string {
  const [before = '', after = ''] = readFileSync('host/page/shim.js', 'utf8').split('SHIM_OPTIONS');
  return before + JSON.stringify({ names, path }) + after;
}

function withShim(html: string, shim: string): string {
  const at = html.indexOf('<script');
  const cut = at < 0 ? html.length : at;
  return `${html.slice(0, cut)}<script>${shim}</script>${html.slice(cut)}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) throw new RangeError('too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
