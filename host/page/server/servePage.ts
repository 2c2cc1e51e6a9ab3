/** Serves one page of a script on 127.0.0.1, with google.script.run calling the local host. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalHost } from '../../runtime/localHost';
import type { RunOutcome } from '../../runtime/outcome';
import type { ScriptProject } from '../../runtime/project';
import { withShim } from './googleScript';
import { bodyOf } from './requestBody';

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

export async function servePage(options: PageOptions): Promise<ServedPage> {
  const { host, project, user } = options;
  const calls: { name: string; args: readonly unknown[] }[] = [];
  // A page of another site must neither read the book nor call its functions.
  const secret = `/${randomBytes(16).toString('hex')}`;
  const page = withShim(options.html, {
    names: project.functionNames(),
    path: `${secret}/run`,
    parent: null,
  });
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
