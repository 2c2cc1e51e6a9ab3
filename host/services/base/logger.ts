import { formatWithOptions } from 'node:util';
import type { ServiceRun } from './run';

/** https://developers.google.com/apps-script/reference/base/logger */
export class Logger implements Pick<GoogleAppsScript.Base.Logger, 'log' | 'getLog' | 'clear'> {
  private lines: string[] = [];

  constructor(private readonly run: ServiceRun) {}

  log(data: unknown, ...values: unknown[]): this {
    const line = text([data, ...values]);
    this.lines.push(line);
    this.run.log.push(`INFO ${line}`);
    return this;
  }

  getLog(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.lines = [];
  }
}

type Level = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';

/** The console that Apps Script has: log, info, warn, error, time, timeEnd (https://developers.google.com/apps-script/guides/logging). */
export function consoleOf(run: Pick<ServiceRun, 'log' | 'clock'>): Record<string, unknown> {
  const started = new Map<string, number>();
  const write =
    (level: Level) =>
    (...values: unknown[]) => {
      run.log.push(`${level} ${text(values)}`);
    };
  return {
    log: write('DEBUG'),
    info: write('INFO'),
    warn: write('WARNING'),
    error: write('ERROR'),
    time: (label: string) => {
      started.set(label, run.clock.now());
    },
    timeEnd: (label: string) => {
      write('DEBUG')(`${label}: ${run.clock.now() - (started.get(label) ?? run.clock.now())}ms`);
    },
  };
}

function text(values: unknown[]): string {
  return formatWithOptions({ depth: 4, breakLength: Number.POSITIVE_INFINITY }, ...values);
}
