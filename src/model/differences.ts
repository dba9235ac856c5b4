/**
 * Can a set of "at least so much later" hold at once? A system of difference constraints; longest paths by Bellman and Ford, sweeping
 * forwards and backwards in turn (Yen 1970, doi:10.1090/qam/253822).
 */

/** `value[to] - value[from] >= atLeast`. `reason` says who asks for it; negative: nobody in particular. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly atLeast: number;
  readonly reason: number;
}

/** Where a value has no lower bound of its own. */
const FAR = 2 ** 50;
/** Comparisons spent before the question is left open. */
const MOST_STEPS = 50_000_000;

/**
 * The reasons (ascending) of one contradiction in each connected part that has one, in the order of the parts' first differences.
 * `lower`, `upper`: [node], null where open. May miss contradictions in systems too large to finish; never reports one that is not.
 */
export function contradictions(
  differences: readonly Difference[],
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const value = lower.map((bound) => bound ?? -FAR);
  const cause: (Difference | undefined)[] = lower.map(() => undefined);
  let steps = MOST_STEPS;
  for (const part of connectedParts(differences, lower.length)) {
    for (let changed = true, round = 0; changed && steps > 0; round++) {
      changed = false;
      let broken: number | undefined;
      for (let i = 0; i < part.length; i++) {
        const d = part[round % 2 === 0 ? i : part.length - 1 - i] as Difference;
        if (value[d.from]! + d.atLeast <= value[d.to]!) continue;
        value[d.to] = value[d.from]! + d.atLeast;
        cause[d.to] = d;
        changed = true;
        const bound = upper[d.to] ?? null;
        if (bound !== null && value[d.to]! > bound) broken = d.to;
      }
      steps -= part.length;
      broken ??= changed ? nodeOnCycle(part, cause) : undefined;
      if (broken !== undefined) {
        found.push(reasonsOf(broken, cause));
        break;
      }
    }
  }
  return found;
}

function connectedParts(differences: readonly Difference[], nodes: number): readonly (readonly Difference[])[] {
  const parent = Array.from({ length: nodes }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const d of differences) parent[root(d.from)] = root(d.to);
  const parts = new Map<number, Difference[]>();
  for (const d of differences) {
    const key = root(d.from);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [d]);
    else part.push(d);
  }
  return [...parts.values()];
}

/** A node whose chain of causes comes back to itself: its value would grow for ever. */
function nodeOnCycle(part: readonly Difference[], cause: readonly (Difference | undefined)[]): number | undefined {
  const walkThrough = new Map<number, number>();
  for (const [walk, d] of part.entries()) {
    let node: number | undefined = d.to;
    while (node !== undefined && !walkThrough.has(node)) {
      walkThrough.set(node, walk);
      node = cause[node]?.from;
    }
    if (node !== undefined && walkThrough.get(node) === walk) return node;
  }
  return undefined;
}

function reasonsOf(node: number, cause: readonly (Difference | undefined)[]): readonly number[] {
  const reasons = new Set<number>();
  const seen = new Set<Difference>();
  for (let at = cause[node]; at !== undefined && !seen.has(at); at = cause[at.from]) {
    seen.add(at);
    if (at.reason >= 0) reasons.add(at.reason);
  }
  return [...reasons].sort((a, b) => a - b);
}
