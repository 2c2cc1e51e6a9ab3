/** Runs a few lines of script against the services alone, with no spreadsheet behind them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../../host/metering/faults';
import { HostClock } from '../../../host/runtime/clock';
import { ScriptProject } from '../../../host/runtime/project';
import { ScriptRun } from '../../../host/runtime/run';
import { SCOPES } from '../../../host/services/base/run';
import { createServices, SERVICE_CLASSES, type ServiceStores } from '../../../host/services/index';
import { Outbox } from '../../../host/services/mail/outbox';
import { CacheStores } from '../../../host/services/storage/cache';
import { Locks } from '../../../host/services/storage/lock';
import { PropertyStores } from '../../../host/services/storage/properties';
import { TriggerStore } from '../../../host/services/triggers/triggers';

export class Bench {
  readonly clock = new HostClock(Date.UTC(2026, 0, 12, 6));
  stores: ServiceStores;
  scopes: string[] = Object.values(SCOPES);
  simple = false;
  user = 'admin@example.org';
  limitMs = 360_000;
  last: ScriptRun | null = null;
  faults: Fault[] = [];
  callsTakeTime = false;
  timeZone = 'Asia/Yekaterinburg';

  constructor(overrides: Partial<ServiceStores> = {}) {
    let uuids = 0;
    this.stores = {
      properties: new PropertyStores(),
      caches: new CacheStores(),
      locks: new Locks(),
      triggers: new TriggerStore(),
      outbox: new Outbox(),
      uuids: { next: () => `uuid-${++uuids}` },
      withoutEmailScope: 'refused',
      accountLocale: 'ru',
      ...overrides,
    };
  }

  /** Runs `body` as a function of a script; gives what it returns, in the script's own realm. */
  run(body: string): unknown {
    const dir = mkdtempSync(join(tmpdir(), 'host-'));
    writeFileSync(
      join(dir, 'appsscript.json'),
      JSON.stringify({ timeZone: this.timeZone, oauthScopes: this.scopes }),
    );
    writeFileSync(join(dir, 'Code.js'), `function main() { ${body} }`);
    writeFileSync(join(dir, 'Page.html'), '<p>page</p>');
    const project = ScriptProject.load('project-1', 'Проект', dir, 'book-1');
    const run = new ScriptRun(project, this.clock, SERVICE_CLASSES, {
      user: this.user,
      authMode: this.simple ? 'LIMITED' : 'FULL',
      scopes: new Set(this.scopes),
      limitMs: this.limitMs,
      faults: this.faults,
      callsTakeTime: this.callsTakeTime,
    });
    this.last = run;
    for (const [name, service] of Object.entries(createServices(run, this.stores)))
      run.provide(name, service);
    return run.invoke('main', []);
  }
}
