/** The lines of rounds on a map, side by side where several take the same way. */
import type { Dot, FlatMap, MapRound } from "./flatMap.ts";

/** As `d` of SVG paths. */
export interface RoundLine {
  /** From the first home to the last. */
  readonly between: string;
  /** From where the round starts to the first home, and from the last to where it ends. */
  readonly outAndBack: string;
}

/** Pixels between lines side by side. */
const BESIDE = 2.6;

/** One per round. Places without coordinates are passed over. O(places of all rounds). */
export function roundLines({ dots }: Pick<FlatMap, "dots">, rounds: readonly MapRound[]): RoundLine[] {
  const ways = rounds.map((round) => waysOf(dots, round));
  const users = new Map<string, number[]>();
  ways.forEach((of, i) => {
    for (const way of of) {
      const known = users.get(keyOf(way)) ?? [];
      users.set(keyOf(way), known.includes(i) ? known : [...known, i]);
    }
  });
  return ways.map((of, i) => {
    const path = (between: boolean): string =>
      of.filter((way) => way.between === between).map((way, k, list) => {
        const sharing = users.get(keyOf(way)) ?? [];
        const [from, to] = aside(way, (sharing.indexOf(i) - (sharing.length - 1) / 2) * BESIDE);
        return `${k > 0 && list[k - 1]?.to === way.from ? "L" : "M"}${from}L${to}`;
      }).join("");
    return { between: path(true), outAndBack: path(false) };
  });
}

interface Way {
  readonly from: Dot;
  readonly to: Dot;
  readonly between: boolean;
}

function waysOf(dots: FlatMap["dots"], { places, homes }: MapRound): Way[] {
  const isHome = places.map((place) => homes.includes(place));
  const [first, last] = [isHome.indexOf(true), isHome.lastIndexOf(true)];
  const drawn = places.flatMap((place, i) => (dots[place] === undefined ? [] : [{ dot: dots[place], i }]));
  return drawn.slice(1).flatMap(({ dot: to, i }, k) => {
    const { dot: from, i: before } = drawn[k] as (typeof drawn)[number];
    return from[0] === to[0] && from[1] === to[1] ? [] : [{ from, to, between: before >= first && i <= last && first >= 0 }];
  });
}

/** Is the way drawn from its left end, or if upright from its upper one? Both directions then have the same sides. */
const isForward = ({ from, to }: Way): boolean => from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);

const keyOf = (way: Way): string => (isForward(way) ? `${way.from} ${way.to}` : `${way.to} ${way.from}`);

/** Both ends moved to the side of the way by so many pixels. */
function aside(way: Way, pixels: number): readonly [string, string] {
  const [dx, dy] = [way.to[0] - way.from[0], way.to[1] - way.from[1]];
  const by = (isForward(way) ? pixels : -pixels) / Math.sqrt(dx * dx + dy * dy);
  const moved = ([x, y]: Dot): string => `${Math.round(10 * (x - dy * by)) / 10} ${Math.round(10 * (y + dx * by)) / 10}`;
  return [moved(way.from), moved(way.to)];
}
