/** What rounds of a plain problem must be, from their lists alone. */
import { expect } from "vitest";
import { NONE } from "../../../src/problem/problem.ts";
import type { Plain } from "../../../src/search/plain/plain.ts";
import type { Rounds } from "../../../src/search/plain/rounds.ts";

/** Everything that the lists imply; expects that all is in time, loads fit and the lists agree. */
export function recomputed(p: Plain, rounds: Rounds) {
  let travel = 0;
  const [over, latest, load, size] = [rounds.over.slice(), rounds.latest.slice(), new Float64Array(p.shiftCount), new Int32Array(p.shiftCount)];
  for (let r = 0; r < p.shiftCount; r++) {
    const nodes: number[] = [];
    for (let v = rounds.firstBegin + r; v !== rounds.firstEnd + r; v = rounds.next[v]!) nodes.push(v);
    nodes.push(rounds.firstEnd + r);
    const ways = nodes.slice(1).map((v, k) => (nodes.length === 2 ? 0 : rounds.ticks(r, nodes[k]!, v)));
    travel += ways.reduce((sum, way) => sum + way, 0);
    for (let k = 1; k < nodes.length - 1; k++) {
      const v = nodes[k]!;
      over[v] = Math.max(over[nodes[k - 1]!]! + ways[k - 1]!, p.earliest[v]!) + p.service[v]!;
      load[r]! += p.load[v]!;
      size[r]!++;
    }
    for (let k = nodes.length - 2; k > 0; k--) {
      const v = nodes[k]!;
      latest[v] = Math.min(p.latest[v]!, latest[nodes[k + 1]!]! - ways[k]! - p.service[v]!);
      expect(over[v]! - p.service[v]!, `node ${v}`).toBeLessThanOrEqual(latest[v]!);
    }
    expect(nodes.slice(1).every((v, k) => rounds.prev[v] === nodes[k]), "the list back").toBe(true);
    expect(nodes.every((v) => rounds.shiftOf[v] === r), "who serves").toBe(true);
    expect(load[r]!).toBeLessThanOrEqual(p.capacity[r]!);
  }
  const served = (v: number): boolean => rounds.shiftOf[v] !== NONE;
  for (let v = 0; v < p.taskCount; v++) if (!served(v)) [over[v], latest[v]] = [rounds.over[v]!, rounds.latest[v]!];
  return { travel, over, latest, load, size, inUse: size.filter((k) => k > 0).length };
}
