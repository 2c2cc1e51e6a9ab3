/** One slip of the finger in a word: a letter changed, lost, added, or two neighbours changed about. */
export function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  const [restA, restB] = [a.slice(head), b.slice(head)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The same in a word that is still being typed. */
export const beginsOneOff = (typed: string, word: string): boolean =>
  [-1, 0, 1].some((more) => oneOff(typed, word.slice(0, typed.length + more)));
