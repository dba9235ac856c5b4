/** What was measured, as tables. */
import { figure, percent, tableText } from "../table.ts";
import type { Trial } from "./trial.ts";

/** Arms that were run for the same case and seed. */
export interface Pairing {
  readonly name: string;
  readonly tasks: number;
  readonly seed: number;
  readonly arms: Readonly<Record<string, Trial>>;
}

/** A row per case: each arm's mean cost beside that of the first, its steps a second of one clock, CPU seconds of a run. */
export function threadsText(pairs: readonly Pairing[], clock: "seconds" | "cpuSeconds"): string {
  const arms = Object.keys(pairs[0]?.arms ?? {});
  const head = ["case", " tasks", " seeds", ...arms.flatMap((arm, k) => [` ${arm}`, ...(k > 0 ? [" against it", " better in"] : []), " steps/s", " CPU s"])];
  const rows = [...new Set(pairs.map(({ name }) => name))].map((name) => {
    const of = pairs.filter((pair) => pair.name === name);
    const level = decidingLevel(of);
    const cells = arms.flatMap((arm, k) => {
      const trials = of.map((pair) => pair.arms[arm]!);
      const speed = mean(trials.map((trial) => trial.steps / trial[clock]));
      const better = of.filter((pair) => costOf(pair.arms[arm]!, level) < costOf(pair.arms[arms[0]!]!, level)).length;
      const cost = (which: string): number => mean(of.map((pair) => costOf(pair.arms[which]!, level)));
      const against = k === 0 ? [] : [percent(100 * (cost(arm) / cost(arms[0]!) - 1)), `${better} of ${of.length}`];
      return [figure(cost(arm), 0), ...against, figure(speed, 0), figure(mean(trials.map(({ cpuSeconds }) => cpuSeconds)), 1)];
    });
    return [name, String(of[0]!.tasks), String(of.length), ...cells];
  });
  return tableText(head, rows);
}

/** The first level above 0 on which any two runs of a case differ. */
function decidingLevel(pairs: readonly Pairing[]): number {
  const all = pairs.flatMap(({ arms }) => Object.values(arms).map(({ levels }) => levels));
  const level = (all[0] ?? []).findIndex((cost, k) => all.some((levels) => Math.abs(levels[k]! - cost) > 1e-6));
  return Math.max(1, level);
}

const costOf = ({ levels }: Trial, level: number): number => levels[level] ?? Number.NaN;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
