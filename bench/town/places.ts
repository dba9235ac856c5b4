/** Where clients live: villages around a base, in metres. */
import type { Random } from "../../src/random.ts";

export type Point = readonly [x: number, y: number];

/** Metres around the base that hold a village of this many clients. */
const VILLAGE = 25;
const REACH = 1200;
const WIDTH = 500;

/** `count` homes, in the order of a walk that always goes on to the nearest. O(count²). */
export function homes(count: number, random: Random): readonly Point[] {
  const villages = Math.ceil(count / VILLAGE);
  const reach = REACH * Math.sqrt(villages);
  const spread = (of: number): number => Math.round((random.next() + random.next() - 1) * of);
  const centres = Array.from({ length: villages }, (): Point => [spread(reach), spread(reach)]);
  const left = Array.from({ length: count }, (_, i): Point => {
    const [x, y] = centres[i % villages] as Point;
    return [x + spread(WIDTH), y + spread(WIDTH)];
  });
  const walk: Point[] = [];
  for (let here: Point = [0, 0]; left.length > 0; here = walk.at(-1) as Point) {
    let nearest = 0;
    for (let i = 1; i < left.length; i++) if (apart(here, left[i] as Point) < apart(here, left[nearest] as Point)) nearest = i;
    walk.push(...left.splice(nearest, 1));
  }
  return walk;
}

/** Metres as the crow flies. */
export const apart = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
