/** CPU time of the thread that runs the script, without those that compile and collect garbage beside it. */
import { readFileSync } from 'node:fs';

/** In ms; null where the system does not tell (anything but Linux). */
export function threadCpuMs(): number | null {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}
