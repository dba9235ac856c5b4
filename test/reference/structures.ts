/** Every structure that the rules without times allow, one after the other. */
import type { Id } from "../../src/units.ts";
import { structuralDistance } from "./distance.ts";
import { frozenSeat } from "./begun.ts";
import { durationOf, mayServe, optionAt, type Reading, shiftAt, taskAt } from "./reading.ts";
import { type Draft, type Structure, structureOf } from "./structure.ts";
import { baseTicks, NOWHERE, tripTicks } from "./trips.ts";

type Stop = Draft["visits"][number];

/**
 * Calls `visit` with each structure. Rounds that cannot be in time even at their earliest are left out. `everyPlace`: tasks
 * "anywhere" are tried at all places, not only where their neighbours are or the round starts or ends. (That can pay only
 * where a detour does: a longer trip is less idle time.)
 */
export function forEachStructure(reading: Reading, everyPlace: boolean, visit: (structure: Structure) => void): void {
  const { demand } = reading;
  const taken = demand.tasks.map(() => false);
  const drafts: Draft[] = [];

  const fillShift = (shift: number): void => {
    if (shift === demand.shifts.length) {
      const structure = structureOf(reading, drafts);
      if (holdsWithoutTimes(reading, structure)) visit(structure);
      return;
    }
    fillShift(shift + 1);
    for (let option = 0; option < shiftAt(reading, shift).options.length; option++) extend(shift, option, [], earliestBegin(shift), {});
  };

  const earliestBegin = (shift: number): number => {
    const { id, begins } = shiftAt(reading, shift);
    const begun = demand.baseline?.find((round) => round.shift === id && round.begin < (demand.now ?? Number.NEGATIVE_INFINITY));
    return begun?.begin ?? begins[0] ?? reading.horizon[0];
  };

  const extend = (shift: number, option: number, stops: readonly Stop[], free: number, load: Load): void => {
    const { mode, from } = optionAt(reading, shift, option);
    const before = stops.at(-1)?.place ?? from ?? NOWHERE;
    for (let task = 0; task < demand.tasks.length; task++) {
      const frozen = frozenSeat(reading, task);
      if (taken[task] || (frozen === undefined ? !mayServe(reading, task, shift) : frozen.shift !== shiftAt(reading, shift).id)) continue;
      const loaded = loadAfter(reading, task, shift, load);
      if (loaded === null) continue;
      const { slots, stopTicks } = taskAt(reading, task);
      for (const place of placesFor(reading, task, shift, option, before, everyPlace)) {
        const entry = stops.length === 0 || place !== before ? (stopTicks ?? 0) : 0;
        const trip = baseTicks(reading, mode, before, place);
        const arrival = free + tripTicks(reading, mode, trip, free) + entry;
        for (let slot = 0; slot < slots.length; slot++) {
          const { start, end } = slots[slot] as (typeof slots)[number];
          const [shortest, longest] = frozen === undefined ? durationOf(reading, task, shift) : [frozen.end - frozen.start, frozen.end - frozen.start];
          const earliest = frozen?.start ?? Math.max(arrival, start[0] ?? arrival, (end?.[0] ?? arrival + longest) - longest);
          if (frozen !== undefined && (slot !== frozen.slot || arrival > frozen.start)) continue;
          if (frozen === undefined && (earliest > (start[1] ?? earliest) || earliest + shortest > (end?.[1] ?? earliest + shortest))) continue;
          if (earliest + shortest > (shiftAt(reading, shift).ends[1] ?? earliest + shortest)) continue;
          const longer = [...stops, { task, slot, place }];
          taken[task] = true;
          if (placesHold(reading, { shift, option, visits: longer }, everyPlace)) {
            drafts.push({ shift, option, visits: longer });
            fillShift(shift + 1);
            drafts.pop();
          }
          extend(shift, option, longer, earliest + shortest, loaded);
          taken[task] = false;
        }
      }
    }
  };

  fillShift(0);
}

type Load = Readonly<Record<Id, number>>;

function loadAfter(reading: Reading, task: number, shift: number, load: Load): Load | null {
  const after: Record<Id, number> = { ...load };
  for (const [dimension, amount] of Object.entries(taskAt(reading, task).load ?? {})) {
    after[dimension] = Math.max(0, (after[dimension] ?? 0) + amount);
    if (after[dimension] > (shiftAt(reading, shift).capacity?.[dimension] ?? 0)) return null;
  }
  return after;
}

/** Places a task may be at, as far as the round so far tells; {@link placesHold} judges the finished round. */
function placesFor(reading: Reading, task: number, shift: number, option: number, before: number, everyPlace: boolean): readonly number[] {
  const { place } = taskAt(reading, task);
  const { from, to } = optionAt(reading, shift, option);
  const frozen = frozenSeat(reading, task);
  if (frozen !== undefined && frozen.place !== NOWHERE) return [frozen.place];
  if (typeof place === "number") return [place];
  if (place === "shiftEnd" && (to ?? before) !== NOWHERE) return [to ?? before];
  const nowhere = before === NOWHERE && to === null ? [NOWHERE] : []; // the whole round may be without a place
  if (everyPlace && place === "anywhere")
    return [...Array.from({ length: reading.demand.travel[0]?.placeCount ?? 0 }, (_, i) => i), ...nowhere];
  const known = [
    before,
    from ?? NOWHERE,
    to ?? NOWHERE,
    ...reading.demand.tasks.map((t) => (typeof t.place === "number" ? t.place : NOWHERE)),
  ];
  return [...new Set(known.filter((p) => p !== NOWHERE)), ...nowhere];
}

/** Is every task with an open place where the task before or after it is, or where the round starts or ends? */
function placesHold(reading: Reading, { shift, option, visits }: Draft, everyPlace: boolean): boolean {
  const { from, to } = optionAt(reading, shift, option);
  const placeAt = (i: number): number => (i < 0 ? (from ?? NOWHERE) : (visits[i]?.place ?? to ?? NOWHERE));
  if (visits.some(({ place }) => place === NOWHERE)) return to === null && visits.every(({ place }) => place === NOWHERE);
  // Tasks at an end that is nowhere of itself are where others are, not where they have each other.
  const isDuty = (i: number): boolean => taskAt(reading, visits[i]!.task).place === "shiftEnd";
  const besideDuties = (i: number): number => {
    for (let before = i - 1; before >= 0; before--) if (!isDuty(before)) return placeAt(before);
    if (placeAt(-1) !== NOWHERE) return placeAt(-1);
    for (let after = i + 1; after < visits.length; after++) if (!isDuty(after)) return placeAt(after);
    return NOWHERE;
  };
  return visits.every(({ task, place }, i) => {
    const rule = taskAt(reading, task).place;
    if (frozenSeat(reading, task) !== undefined || typeof rule === "number" || (everyPlace && rule === "anywhere")) return true;
    if (rule === "shiftEnd") return place === (to ?? besideDuties(i));
    return [placeAt(i - 1), placeAt(i + 1), from, to].includes(place);
  });
}

function holdsWithoutTimes(reading: Reading, structure: Structure): boolean {
  const { tasks, pins, relations, shifts } = reading.demand;
  const { seats } = structure;
  for (const [i, task] of tasks.entries()) {
    if (task.required === true && seats[i] === undefined) return false;
    const frozen = frozenSeat(reading, i);
    const seat = seats[i];
    if (frozen !== undefined && (seat === undefined || shifts[seat.round.shift]?.id !== frozen.shift || seat.visit.slot !== frozen.slot))
      return false;
  }
  for (const pin of pins) {
    const seat = seats[reading.taskIndex.get(pin.task) as number];
    if (seat === undefined) return false;
    if (pin.shift !== undefined && shifts[seat.round.shift]?.id !== pin.shift) return false;
    if (pin.worker !== undefined && reading.worker[seat.round.shift]?.id !== pin.worker) return false;
    if (pin.slot !== undefined && seat.visit.slot !== pin.slot) return false;
    if (pin.after !== undefined) {
      const after = seats[reading.taskIndex.get(pin.after) as number];
      if (after === undefined || after.round !== seat.round || after.position >= seat.position) return false;
    }
  }
  return relations.every(
    (r) => r.soft !== undefined || r.kind === "gap" || r.kind === "duration" || structuralDistance(reading, structure, r) === 0,
  );
}
