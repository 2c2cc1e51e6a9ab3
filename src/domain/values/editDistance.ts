/** Words that differ by one slip of typing or scanning. */

/** A letter changed, lost or added makes one word of the other (Levenshtein distance of at most 1). */
export function differByOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [restA, restB] = restsOf(a, b);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/** The same, or two neighbouring letters in the wrong order (Damerau's distance). */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (differByOneLetter(a, b)) return true;
  const [restA, restB] = restsOf(a, b);
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** {@link isWithinOneEdit} of a word that is still being typed. */
export const beginsWithinOneEdit = (typed: string, word: string): boolean =>
  [-1, 0, 1].some((more) => isWithinOneEdit(typed, word.slice(0, typed.length + more)));

/** Both words without the beginning that they share. */
function restsOf(a: string, b: string): [string, string] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  return [a.slice(head), b.slice(head)];
}
