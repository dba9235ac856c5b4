/** "Did you mean": the nearest of the names that would have been right. */

/** Candidates looked at per question; lists of ids may be long. */
const MOST_CANDIDATES = 2000;
/** Longer names are not compared. */
const LONGEST_NAME = 40;

/** Shorter beginnings of a name could mean anything. */
const SHORTEST_BEGINNING = 3;

/**
 * The candidate nearest to `word`, or undefined where none is near: at most a third of the letters differ, case aside, or
 * `word` is how the candidate begins. Ties go to the first. O(candidates x length²), of at most 2,000 candidates.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_NAME) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    if (candidate.length > LONGEST_NAME) continue;
    const distance = distanceBelow(bestDistance, wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The distance, or `limit` where it is that or more. The beginning of a name is as near as one wrong letter. */
function distanceBelow(limit: number, word: string, candidate: string): number {
  if (word.length >= SHORTEST_BEGINNING && candidate.startsWith(word)) return Math.min(limit, candidate === word ? 0 : 1);
  return Math.abs(candidate.length - word.length) >= limit ? limit : editDistance(word, candidate);
}

/**
 * Letters inserted, deleted, replaced, or swapped with their neighbour. O(|a| |b|).
 * Source: Damerau (1964), doi:10.1145/363958.363994, in the "optimal string alignment" variant.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** `Did you mean "x"?` or, where nothing is near, the advice given. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const near = suggest(word, candidates);
  return near === undefined ? otherwise : `Did you mean ${JSON.stringify(near)}?`;
}
