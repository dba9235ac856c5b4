/** Cars and bikes, of which there are few; rush hours. */
import type { Travel } from "../../../src/model/demand.ts";
import { addTerms, change, HOUR, mapShifts, priced, type Rule } from "../town.ts";

const SLOWER = 1.35;

/** Every shift may go by car or by bike; every other round of the laid plan goes by bike. */
export const modes: Rule = (town) => {
  const [car] = town.demand.travel;
  const bike: Travel = { ...(car as Travel), mode: "bike", ticksPerUnit: (car?.ticksPerUnit ?? 0) * SLOWER };
  const both = mapShifts(town, (shift) => ({
    ...shift,
    options: [
      { mode: "car", from: 0, to: 0, cost: 2 },
      { mode: "bike", from: 0, to: 0 },
    ],
  }));
  const rounds = both.rounds.map((round, i) => ({ ...round, option: i % 2 }));
  const terms = [priced("optionCost", 5, { unit: "one" }), priced("distance", 0.1, { unit: "km", where: { modes: ["car"] } })];
  return addTerms({ ...change(both, { travel: [...both.demand.travel, bike] }), rounds }, terms);
};

/** Cars come from a pool that holds as many as the laid plan has out at once. To be added after {@link modes}. */
export const pools: Rule = (town) => {
  const pooled = mapShifts(town, (shift) => ({
    ...shift,
    options: shift.options.map((option) => (option.mode === "car" ? { ...option, pool: "cars" } : option)),
  }));
  const cars = town.rounds.filter(({ option }) => option === 0);
  const out = cars.map(({ begin }) => cars.filter((other) => other.begin <= begin && begin < other.end).length);
  return change(pooled, { pools: [{ id: "cars", count: Math.max(1, ...out) }] });
};

/** Slow mornings and afternoons. */
export const rush: Rule = (town) => {
  const profile = [
    { fromTimeOfDay: 0, factor: 0.9 },
    { fromTimeOfDay: 7 * HOUR, factor: 1.3 },
    { fromTimeOfDay: 9 * HOUR, factor: 1 },
    { fromTimeOfDay: 15.5 * HOUR, factor: 1.4 },
    { fromTimeOfDay: 18 * HOUR, factor: 0.9 },
  ];
  return change(town, { travel: town.demand.travel.map((travel) => (travel.mode === "car" ? { ...travel, profile } : travel)) });
};
