/** CPU time of the thread that runs the script, without V8's threads for compilation and garbage collection. */
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
