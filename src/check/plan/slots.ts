/** When a task is done and for how long. */
import type { Demand } from "../../model/demand.ts";
import { clockSpan, clockTime, lengthOf } from "./clock.ts";
import type { Report, Served } from "./facts.ts";
import { outside } from "./span.ts";

/** Start and end windows of the slot; duration bounds at the worker's pace. */
export function checkSlot(demand: Demand, served: Served, report: Report): void {
  const { task, slot, pace, path } = served;
  const { start, end } = served.planned;
  if (slot !== undefined && outside(slot.start, start) > 0) {
    const message = `Task "${task.id}" starts at ${clockTime(demand, start)}; its slot says ${clockSpan(demand, slot.start)}.`;
    report("start-outside-slot", [...path, "start"], message, "Start inside the window or use another slot.");
  }
  if (slot?.end !== undefined && outside(slot.end, end) > 0) {
    const message = `Task "${task.id}" ends at ${clockTime(demand, end)}; its slot says ${clockSpan(demand, slot.end)}.`;
    report("end-outside-slot", [...path, "end"], message, "End inside the window or use another slot.");
  }
  const shortest = Math.round(task.duration.min * pace);
  const longest = Math.round(task.duration.max * pace);
  const atPace = pace === 1 ? "" : ` at pace ${pace}`;
  if (end - start < shortest) {
    const message = `Task "${task.id}" lasts ${lengthOf(demand, end - start)}, at least ${lengthOf(demand, shortest)} is needed${atPace}.`;
    report("too-short", [...path, "end"], message, "End later or start earlier.");
  }
  if (end - start > longest) {
    const message = `Task "${task.id}" lasts ${lengthOf(demand, end - start)}, at most ${lengthOf(demand, longest)} is useful${atPace}.`;
    report("too-long", [...path, "end"], message, "End earlier or start later.");
  }
}
