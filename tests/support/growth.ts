/** How the processor time of some work grows with its size: the machine's speed and its other programs do not matter. */

/** Times of work this short, in ms, are noise. */
const NOISE_MS = 25;
const ROUNDS = 15;
/** After so many rounds a ratio near four is believed. */
const ENOUGH = 3;

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * How many times longer four times the work takes: about 4 where it is linear, 16 where it is quadratic. Of the larger
 * work the shortest measurement counts, for a collection of garbage, of everything that a process has done before, may
 * fall into several of them; of the smaller one the median, for one lucky measurement must not make the ratio large.
 */
export function growthOf(work: (size: number) => void, size: number): number {
  work(size);
  const small: number[] = [];
  let large = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= ROUNDS; round += 1) {
    small.push(cpuMs(() => work(size)));
    large = Math.min(
      large,
      cpuMs(() => work(4 * size)),
    );
    if (large < NOISE_MS) return 1;
    if (round >= ENOUGH && large / medianOf(small) < 5) break;
  }
  return large / medianOf(small);
}

/** Between linear (4) and quadratic (16), with room for what grows a little faster than its size. */
export const LINEAR = 9;
