/** What is written of planned towns is all of the plan, once, and says the same everywhere. */
import { describe, expect, test } from "vitest";
import { planCalendars, planCsv, planGeoJson } from "../../../src/io/index.ts";
import { lookUp } from "../../../src/kpi/lookup.ts";
import { walkRound } from "../../../src/kpi/round.ts";
import type { Case, Need } from "../../../src/model/case.ts";
import { sampleTown } from "../../../src/sample/town.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { solveSync } from "../../../src/solve/solve.ts";
import { csvRecords, readCalendar } from "./readers.ts";

/** Every third longer need wants two people throughout, every third a second one for five minutes. */
const withDoubles = (town: Case): Case => ({
  ...town,
  needs: town.needs.map((need, i): Need => {
    if (need.minutes < 15 || i % 3 === 2) return need;
    return { ...need, staffing: i % 3 === 0 ? 2 : { second: { from: 5, minutes: 5 } } };
  }),
});

/** Nobody works on the first day, so that visits are left out. */
const withoutFirstDay = (town: Case): Case => ({ ...town, shifts: town.shifts.filter(({ date }) => date !== town.period.from) });

/** Both weeks hold a night in which the clocks change. */
const TOWNS = [
  ["spring, minute", sampleTown({ seed: 1, clients: 8, days: 7, from: "2026-03-23" }), minute()],
  ["autumn, ramtid", sampleTown({ seed: 2, clients: 24, days: 7, from: "2026-10-19" }), ramtid()],
] as const;

describe.each(TOWNS)("%s", (_, drawn, model) => {
  const town = withoutFirstDay(withDoubles(drawn));
  const demand = demandFor(town, model);
  const { plan } = solveSync(demand, { steps: 40, seed: 1 });
  const records = csvRecords(planCsv(town, demand, plan));
  const events = [...planCalendars(town, demand, plan)].flatMap(([staff, text]) => readCalendar(text).events.map((event) => ({ staff, event })));
  const planned = new Map(plan.shifts.flatMap((s) => s.tasks.map((task) => [task.id, task] as const)));

  test("every task of the plan is one row, and every one that is served in one event", () => {
    expect(records.map((row) => row["task"]).sort()).toEqual([...planned.keys(), ...plan.unserved].sort());
    expect(records.filter((row) => row["staff"] === "").map((row) => row["task"]).sort()).toEqual([...plan.unserved].sort());
    expect(events.flatMap(({ event }) => event.get("X-HEMTUR-TASK") ?? []).sort()).toEqual([...planned.keys()].sort());
    expect(new Set(events.map(({ event }) => event.get("UID")?.[0])).size).toBe(events.length);
  });

  test("rows and events say the times of the plan, and who", () => {
    const seconds = (text: string): number => (Date.parse(text) - Date.parse(demand.origin)) / 1000;
    const rowOf = new Map(records.map((row) => [row["task"], row]));
    for (const [id, { start, end }] of planned) {
      const row = rowOf.get(id) ?? {};
      expect([seconds(row["startIso"] ?? ""), seconds(row["endIso"] ?? "")]).toEqual([start, end]);
      expect(row["startIso"]?.slice(0, 16)).toBe(`${row["date"]}T${row["start"]}`);
    }
    for (const { staff, event } of events) {
      const tasks = event.get("X-HEMTUR-TASK") ?? [];
      const iso = (name: string): string => (event.get(name)?.[0] ?? "").replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5");
      expect(seconds(iso("DTSTART"))).toBe(planned.get(tasks[0] ?? "")?.start);
      expect(seconds(iso("DTEND"))).toBe(planned.get(tasks.at(-1) ?? "")?.end);
      expect(new Set(tasks.map((id) => rowOf.get(id)?.["staff"]))).toEqual(new Set([staff]));
    }
  });

  test("has double visits and visits left out", () => {
    expect(records.filter((row) => row["partner"] !== "").length).toBeGreaterThan(0);
    expect(records.some((row) => row["staff"] === "" && row["client"] !== "")).toBe(true);
  });

  test("two at a double visit name each other, and only they", () => {
    const seconds = new Set(records.filter((row) => row["staff"] !== "" && row["task"]?.endsWith("/second")).map((row) => row["task"]));
    for (const row of records) {
      const other = row["task"]?.endsWith("/second") ? row["task"].slice(0, -7) : `${row["task"]}/second`;
      const isDouble = row["staff"] !== "" && (seconds.has(row["task"]) || seconds.has(other));
      expect(row["partner"]).toBe(isDouble ? records.find((one) => one["task"] === other)?.["staff"] : "");
    }
  });

  test("travel is that of the walked rounds, in rows to each task and on the map to the end", () => {
    const look = lookUp(town, demand, plan);
    const map = planGeoJson(town, demand, plan);
    for (const round of plan.shifts) {
      const travel = walkRound(demand, look, round).pieces.filter(({ activity }) => activity === "travel");
      const back = travel.filter(({ begin }) => begin >= (round.tasks.at(-1)?.end ?? 0));
      const sum = (pieces: typeof travel): number => pieces.reduce((all, { begin, end }) => all + end - begin, 0);
      const rows = records.filter((row) => row["shift"] === round.shift);
      expect(rows.reduce((all, row) => all + Number(row["travelSeconds"]), 0)).toBe(sum(travel) - sum(back));
      const drawn = map.features.find(({ properties }) => properties.is === "round" && properties.shift === round.shift);
      expect(drawn?.properties).toMatchObject({ travelSeconds: sum(travel), metres: travel.reduce((all, { metres }) => all + (metres ?? 0), 0) });
    }
  });

  test("what is on the map lies where the Case says, inside the box, and counts the rows", () => {
    const { features, bbox, withoutCoordinates } = planGeoJson(town, demand, plan);
    const spots = new Map(town.places.map(({ id, latitude, longitude }) => [id, [longitude, latitude]]));
    const known = new Set([...spots.values()].map(String));
    for (const { geometry, properties } of features) {
      const positions = geometry?.type === "Point" ? [geometry.coordinates] : (geometry?.coordinates ?? []);
      expect(positions.filter((position) => !known.has(String(position)))).toEqual([]);
      for (const [x, y] of positions) {
        expect(x >= (bbox?.[0] ?? NaN) && y >= (bbox?.[1] ?? NaN) && x <= (bbox?.[2] ?? NaN) && y <= (bbox?.[3] ?? NaN)).toBe(true);
      }
      if (properties.is === "round") continue;
      expect(geometry?.coordinates).toEqual(spots.get(properties.place));
      const there = records.filter((row) => row["kind"] === "care" && row["place"] === properties.place);
      expect(properties.visits).toBe(there.filter((row) => row["staff"] !== "").length);
      expect(properties.unserved).toBe(there.filter((row) => row["staff"] === "").length);
    }
    expect(withoutCoordinates).toEqual([]);
    expect(features.filter(({ properties }) => properties.is === "round")).toHaveLength(plan.shifts.length);
  });
});
