/** How the processor time of some work grows with its size: the machine's speed and its other programs do not matter. */

/** Times of work this short, in ms, are noise. */
const NOISE_MS = 25;
const ROUNDS = 3;

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * How many times longer four times the work takes: about 4 where it is linear, 16 where it is quadratic. The shortest
 * of up to three measurements counts, for a collection of garbage may fall into any of them.
 */
export function growthOf(work: (size: number) => void, size: number): number {
  work(size);
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round += 1) {
    small = Math.min(
      small,
      cpuMs(() => work(size)),
    );
    large = Math.min(
      large,
      cpuMs(() => work(4 * size)),
    );
    if (large < NOISE_MS) return 1;
    if (large / small < 5) break;
  }
  return large / small;
}

/** Between linear (4) and quadratic (16), with room for what grows a little faster than its size. */
export const LINEAR = 9;
