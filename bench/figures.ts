/** What is measured, as plain data. */
import type { RunOutcome } from '../host/runtime/outcome';
import { threadCpuMs } from './threadCpu';

/** One job, or several runs of it where it was continued at the next tick. */
export interface Figure {
  readonly name: string;
  readonly calls: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Calls that write into a sheet, and those that write the jobs' own memory (script properties). */
  readonly sheetWrites: number;
  readonly memoryWrites: number;
  /** Modelled with published prices, see docs/fidelity.md. */
  readonly costSeconds: number;
  /** CPU time of the whole process while the job ran: bundle, host, and V8's compilation and garbage collection. */
  readonly cpuMs: number;
  /** Of that, the thread that runs the script and the host's services; all of it where the system does not tell. */
  readonly threadCpuMs: number;
  readonly runs: number;
  /** Titles of the tabs that the job reports to have written. */
  readonly tabs?: readonly string[];
}

export interface SizeFigures {
  readonly organisations: number;
  readonly rows: number;
  readonly figures: readonly Figure[];
  readonly peakMemoryMb: number;
}

export interface WayFigures {
  readonly way: string;
  readonly figures: readonly Figure[];
  readonly peakMemoryMb: number;
}

const MEMORY = /^(Properties|Cache)\./;

/** Runs `job` and adds up what it asked of the services. Throws when one of its runs failed. */
export function measure(name: string, job: () => readonly RunOutcome[]): Figure {
  (globalThis as { gc?: () => void }).gc?.();
  const before = threadCpuMs();
  const runs = job();
  const after = threadCpuMs();
  const figure = figureOf(name, runs);
  return before === null || after === null
    ? figure
    : { ...figure, threadCpuMs: Math.round((after - before) * 10) / 10 };
}

function figureOf(name: string, runs: readonly RunOutcome[]): Figure {
  const byKind: Record<string, number> = {};
  let [writes, memoryWrites, costMs, cpuMs] = [0, 0, 0, 0];
  for (const { meter, cpuMs: cpu, error, functionName } of runs) {
    if (error) throw new Error(`${name}: ${functionName}: ${error.message}\n${error.stack}`);
    for (const [kind, count] of Object.entries(meter.calls)) byKind[kind] = (byKind[kind] ?? 0) + count;
    memoryWrites += Object.entries(meter.calls)
      .filter(([kind]) => MEMORY.test(kind) && /\.(set|put|delete|remove)/.test(kind))
      .reduce((sum, [, count]) => sum + count, 0);
    writes += meter.writes;
    costMs += meter.costMs;
    cpuMs += cpu;
  }
  return {
    name,
    calls: Object.values(byKind).reduce((sum, count) => sum + count, 0),
    byKind,
    sheetWrites: writes - memoryWrites,
    memoryWrites,
    costSeconds: Math.round(costMs / 10) / 100,
    cpuMs: Math.round(cpuMs * 10) / 10,
    threadCpuMs: Math.round(cpuMs * 10) / 10,
    runs: runs.length,
  };
}

/** Peak memory of this process so far; the kernel counts in kB. */
export const peakMemoryMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
