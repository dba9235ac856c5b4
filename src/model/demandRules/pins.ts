import type { Pin, Slot } from "../demand.ts";
import { show } from "../show.ts";
import type { DemandRule } from "./demandIndex.ts";

/** What is pinned can be. */
export const pins: DemandRule = (demand, { tasks, shifts, workers }, issues) => {
  const pinned = new Map<string, Pin>();
  demand.pins.forEach((pin, i) => {
    const slots = tasks.get(pin.task)?.slots;
    if (slots !== undefined && pin.slot !== undefined && pin.slot >= slots.length) {
      issues.add("pin-slot", ["pins", i, "slot"], () => [
        `${show(pin.task)} has no slot ${pin.slot}.`,
        `Its slots are numbered from 0 to ${slots.length - 1}.`,
      ]);
    } else if (slots !== undefined && !startAllowed(pin, slots)) {
      issues.add("pin-start", ["pins", i, "start"], () => [
        `${pin.start} is no start that the slots of ${show(pin.task)} allow.`,
        "Pin a start inside a slot.",
      ]);
    }
    const owner = pin.shift === undefined ? undefined : shifts.get(pin.shift)?.worker;
    if (pin.worker !== undefined && workers.has(pin.worker) && owner !== undefined && owner !== pin.worker) {
      issues.add("pin-worker", ["pins", i, "worker"], () => [
        `${show(pin.shift)} is a shift of ${show(owner)}, not of ${show(pin.worker)}.`,
        "Leave out the worker or the shift.",
      ]);
    }
    if (pin.after === pin.task)
      issues.add("pin-after", ["pins", i, "after"], () => [`${show(pin.task)} cannot come after itself.`, "Name another task."]);
    const before = pinned.get(pin.task);
    if (before === undefined) pinned.set(pin.task, pin);
    else if (disagree(before, pin)) {
      issues.add("pins-contradict", ["pins", i], () => [
        `${show(pin.task)} is already pinned to something else.`,
        "Keep one of the two pins.",
      ]);
    }
  });
};

const startAllowed = ({ slot, start }: Pin, slots: readonly Slot[]): boolean =>
  start === undefined ||
  slots.some((candidate, i) => {
    const [min, max] = candidate.start;
    return (slot === undefined || slot === i) && (min ?? start) <= start && start <= (max ?? start);
  });

/** `after` may be said more than once: a task may come after several. */
const disagree = (a: Pin, b: Pin): boolean =>
  (["shift", "worker", "slot", "start"] as const).some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key]);
