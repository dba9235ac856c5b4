/** Which visits each node remembers (ng-sets): its nearest few at first, more where rounds come back. */
import type { Memory } from "./labels.ts";
import type { Setting, Ways } from "./setting.ts";

const NEAREST = 6;

/** Every node remembers itself and the `nearest` nodes to it; all remember tasks that take no time. O(nodes² log nodes). */
export function firstMemory({ rowCount }: Setting, { network, row }: Ways, nearest = NEAREST): Memory {
  const { nodeCount: n, arcTicks, ticks } = network;
  const words = (rowCount + 31) >> 5;
  const bits = new Int32Array(n * words);
  const width = n + 1;
  const remember = (node: number, r: number): void => {
    bits[node * words + (r >> 5)]! |= 1 << (r & 31);
  };
  const timeless = [...row.keys()].filter((i) => row.some((_, j) => j !== i && arcTicks[i * width + j]! <= 0));
  for (let i = 0; i < n; i++) {
    remember(i, row[i]!);
    const away = (j: number): number => arcTicks[i * width + j]! - ticks[i]! + arcTicks[j * width + i]! - ticks[j]!;
    const near = [...row.keys()].filter((j) => row[j] !== row[i]).sort((a, b) => away(a) - away(b) || a - b);
    for (const j of near.slice(0, nearest)) remember(i, row[j]!);
    for (const j of timeless) remember(i, row[j]!);
  }
  return { words, bits };
}

/** Lets all nodes that lie in the shortest loop, from a task back to it, remember its task. True: something was new. */
export function lengthen({ words, bits }: Memory, { row }: Ways, tasks: readonly number[]): boolean {
  const loop = shortestLoop(tasks);
  const task = loop[0];
  if (task === undefined) return false;
  let changed = false;
  row.forEach((r, node) => {
    const at = node * words + (task >> 5);
    const bit = 1 << (task & 31);
    if (!loop.includes(r) || (bits[at]! & bit) !== 0) return;
    bits[at]! |= bit;
    changed = true;
  });
  return changed;
}

/** From a visit up to before the next one of the same task; [] where none comes twice. */
function shortestLoop(tasks: readonly number[]): readonly number[] {
  let shortest: readonly number[] = [];
  tasks.forEach((task, i) => {
    const again = tasks.indexOf(task, i + 1);
    if (again > 0 && (shortest.length === 0 || again - i < shortest.length)) shortest = tasks.slice(i, again);
  });
  return shortest;
}

/** May a round serve these tasks, that is, does some node between each two visits of the same task forget it? O(visits² x nodes). */
export function allows({ words, bits }: Memory, { row }: Ways, tasks: readonly number[]): boolean {
  const forgets = (between: number, task: number): boolean =>
    row.some((r, node) => r === between && (bits[node * words + (task >> 5)]! & (1 << (task & 31))) === 0);
  return tasks.every((task, i) => {
    const again = tasks.indexOf(task, i + 1);
    return again < 0 || tasks.slice(i + 1, again).some((between) => forgets(between, task));
  });
}
