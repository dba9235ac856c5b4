import { expect, test } from "vitest";
import type { JoinedTask } from "../../../src/io/plan/joined.ts";
import { stopsOf } from "../../../src/io/plan/stops.ts";
import type { Task } from "../../../src/model/demand.ts";
import { demand } from "./town.ts";

const one = (id: string, start: number, end: number, more: Partial<Task> = {}, place = 1): JoinedTask => ({
  task: { ...(demand.tasks[0] as Task), id, client: "c", ...more },
  planned: { id, slot: 0, start, end },
  leg: { from: 1, to: place, departs: 0, ticks: 0, metres: 0 },
  partners: [],
});

const first = one("first", 0, 10);

test("what follows at once for the same client, of the same kind, at the same place is one stop", () => {
  const stops = stopsOf([first, one("second", 10, 20), one("third", 20, 30)]);
  expect(stops.map((stop) => stop.map(({ task }) => task.id))).toEqual([["first", "second", "third"]]);
});

const { client: _, ...nobody } = one("second", 10, 20).task;
test.each([
  ["comes later", one("second", 11, 20)],
  ["is for another client of the household", one("second", 10, 20, { client: "d" })],
  ["is a call and no visit", one("second", 10, 20, { kind: "remote" })],
  ["is elsewhere", one("second", 10, 20, {}, 2)],
  ["is no client's", { ...one("second", 10, 20), task: nobody }],
])("what %s is another stop", (_why, second) => {
  expect(stopsOf([first, second])).toEqual([[first], [second]]);
});

test("two pieces of work that are no client's are two stops", () => {
  const own = (id: string, start: number): JoinedTask => ({ ...one(id, start, start + 10), task: { ...nobody, id } });
  expect(stopsOf([own("a", 0), own("b", 10)])).toHaveLength(2);
});
