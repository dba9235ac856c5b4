/** Decisions already taken. */
import type { Pin } from "../../model/demand.ts";
import { clockTime } from "./clock.ts";
import type { Facts, Report, Served } from "./facts.ts";

/** Each pinned task is served, as far as the pin says. O(pins). */
export function checkPins(facts: Facts, report: Report): void {
  for (const pin of facts.demand.pins) {
    const served = facts.servedOf.get(pin.task);
    if (served !== undefined) checkPin(facts, pin, served, report);
    else if (!facts.mentioned.has(pin.task)) {
      report("pin-unserved", ["unserved"], `Task "${pin.task}" is pinned, and not served.`, "Serve it as pinned.");
    }
  }
}

const FIX = "Serve the task as pinned, or drop the pin from the demand.";

function checkPin(facts: Facts, pin: Pin, served: Served, report: Report): void {
  const { path, round } = served;
  if (!facts.begun.tasks.has(pin.task)) checkSeat(facts, pin, served, report);
  if (pin.after !== undefined) {
    const before = facts.servedOf.get(pin.after);
    if (before === undefined || before.round !== round || before.position >= served.position) {
      report("pin-after", path, `Task "${pin.task}" is pinned behind task "${pin.after}" in the same round, which is not before it.`, FIX);
    }
  }
}

/** Person and time; those of what has begun are facts, whatever was pinned. */
function checkSeat(facts: Facts, pin: Pin, { planned, path, round }: Served, report: Report): void {
  const wrong = (what: string, wanted: string, is: string): string => `Task "${pin.task}" is pinned to ${what} ${wanted}, not ${is}.`;
  if (pin.shift !== undefined && pin.shift !== round.shift.id) {
    report("pin-shift", path, wrong("shift", `"${pin.shift}"`, `"${round.shift.id}"`), FIX);
  }
  if (pin.worker !== undefined && pin.worker !== round.worker.id) {
    report("pin-worker", path, wrong("worker", `"${pin.worker}"`, `"${round.worker.id}"`), FIX);
  }
  if (pin.slot !== undefined && pin.slot !== planned.slot)
    report("pin-slot", [...path, "slot"], wrong("slot", `${pin.slot}`, `${planned.slot}`), FIX);
  if (pin.start !== undefined && pin.start !== planned.start) {
    const times = [pin.start, planned.start].map((tick) => clockTime(facts.demand, tick)) as [string, string];
    report("pin-start", [...path, "start"], wrong("the start", ...times), FIX);
  }
}
