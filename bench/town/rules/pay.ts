/** What paid time costs: waiting, idle ends, overtime. */
import { addTerms, HOUR, MINUTE, mapShifts, mapTasks, priced, type Rule } from "../town.ts";

/** Shifts begin on the hour and are paid to their end, half an hour of overtime is possible; waiting, idle and overtime are priced. */
export const paid: Rule = (town) => {
  const shifts = mapShifts(town, (shift) => ({
    ...shift,
    begins: [shift.begins[0], shift.begins[0]],
    ends: [shift.ends[0], shift.ends[1] === null ? null : shift.ends[1] + 30 * MINUTE],
  }));
  return addTerms(shifts, [priced("waiting", 0.2), priced("idle", 0.1), priced("overtime", 3)]);
};

/** Begins float by up to two hours, the span is limited, overtime grows dearer. */
export const floating: Rule = (town) => {
  const longest = new Map(town.rounds.map(({ shift, begin, end }) => [shift, end - begin]));
  const shifts = mapShifts(town, (shift) => {
    const [from, to] = [shift.begins[0] ?? 0, shift.ends[1] ?? 0];
    return {
      ...shift,
      begins: [from, from + 2 * HOUR],
      ends: [null, to + HOUR],
      maxSpan: Math.max(7.5 * HOUR, longest.get(shift.id) ?? 0),
      paidTo: to - HOUR,
    };
  });
  const steps = {
    points: [
      [0, 0],
      [30, 60],
      [60, 180],
    ] as const,
    above: 8,
  };
  return addTerms(shifts, [priced("overtime", 0, { per: "shift", curve: steps }), priced("waiting", 0.2), priced("work", 0.1)]);
};

/** Two minutes at every door. */
export const entry: Rule = (town) => mapTasks(town, (task) => (task.kind === "care" ? { ...task, stopTicks: MINUTE } : task));
