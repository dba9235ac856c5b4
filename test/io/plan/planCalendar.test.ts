import { describe, expect, test } from "vitest";
import { planCalendar, planCalendars } from "../../../src/io/index.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Span } from "../../../src/units.ts";
import { type Event, readCalendar } from "./readers.ts";
import { demand, ODD, plan, town } from "./town.ts";

const read = (options: Partial<Parameters<typeof planCalendar>[3]> = {}): ReturnType<typeof readCalendar> =>
  readCalendar(planCalendar(town, demand, plan, { staff: "åsa", ...options }));
const all = (events: readonly Event[], name: string): (string | undefined)[] => events.map((event) => event.get(name)?.join("|"));

describe("A night in which the clocks go forward, as a calendar", () => {
  const { events, head } = read();

  test("has an event per stop in UTC: what is done for one client in one go is one", () => {
    expect(all(events, "X-HEMTUR-TASK")).toEqual(["night@2026-03-28#1", "åsa-night/break1", "turn@2026-03-29#1|pill@2026-03-29#1", "look@2026-03-29#1"]);
    expect(all(events, "DTSTART")).toEqual(["20260328T224500Z", "20260328T230000Z", "20260329T005000Z", "20260329T012320Z"]);
    expect(all(events, "DTEND")).toEqual(["20260328T230000Z", "20260328T233000Z", "20260329T011500Z", "20260329T013350Z"]);
  });

  test("calls clients by their ids, and holds no name unless asked", () => {
    expect(all(events, "SUMMARY")).toEqual([ODD, "break", ODD, "c2"]);
    expect(planCalendar(town, demand, plan, { staff: "åsa" })).not.toMatch(/Karin|Nils|Lind/);
    expect(all(read({ names: "initials" }).events, "SUMMARY")).toEqual(["KÖE", "break", "KÖE", "NE"]);
    expect(all(read({ names: "full", locale: "sv" }).events, "SUMMARY")).toEqual(["Karin Öberg-Ek", "rast", "Karin Öberg-Ek", "Nils Ek"]);
    expect(read({ names: "full" }).head.get("X-WR-CALNAME")).toEqual(["Nattby: Åsa Lind"]);
  });

  test("says what is done, when it may start, what for, with whom, and how far it is", () => {
    expect(all(events, "DESCRIPTION")).toEqual([
      "23:45–00:00 check, starts 23:30–2026-03-29 00:30\nPurpose: trygg natt\nTravel 5 min",
      "00:00–00:30 break, starts 00:00–00:30",
      "01:50–03:10 transfer, starts 01:00–04:00\nPurpose: inga sår; vila\nTogether with bo 01:50–03:10\n03:10–03:15 medicine, starts from 01:00",
      "03:23–03:33 check\nTravel 4 min",
    ]);
    expect(read({ locale: "sv" }).events[2]?.get("DESCRIPTION")?.[0]).toBe(
      "01:50–03:10 transfer, börjar 01:00–04:00\nSyfte: inga sår; vila\nTillsammans med bo 01:50–03:10\n03:10–03:15 medicine, börjar tidigast 01:00",
    );
  });

  test("says a start that is fixed, or open at one end, so", () => {
    const startOf = (start: Span): string | undefined => {
      const tasks = demand.tasks.map((task) => (task.id === "look@2026-03-29#1" ? { ...task, slots: [{ start }] } : task));
      const other = { ...demand, tasks };
      const text = planCalendar(town, other, { ...plan, demandHash: hashOf(other) }, { staff: "åsa" });
      return readCalendar(text).events[3]?.get("DESCRIPTION")?.[0]?.split("\n")[0];
    };
    expect(startOf([95_000, 95_000])).toBe("03:23–03:33 check, starts 03:23");
    expect(startOf([null, 97_200])).toBe("03:23–03:33 check, starts by 04:00");
  });

  test("says where, as far as the Case does", () => {
    expect(all(events, "LOCATION")).toEqual(["p1", "p1", "p1", "p2"]);
    expect(all(events, "GEO")).toEqual(["59.31;18.02", "59.31;18.02", "59.31;18.02", undefined]);
  });

  test("is the same each time: UIDs by Demand and task, the stamp tick 0 of the Demand or what the caller says", () => {
    expect(planCalendar(town, demand, plan, { staff: "åsa" })).toBe(planCalendar(town, demand, plan, { staff: "åsa" }));
    expect(new Set(all(events, "UID")).size).toBe(4);
    expect(all(events, "DTSTAMP")).toEqual(Array(4).fill("20260327T230000Z"));
    expect(all(events, "SEQUENCE")).toEqual(["0", "0", "0", "0"]);
    const second = read({ stamp: "2026-03-20T12:00:00+01:00", sequence: 3 }).events;
    expect(all(second, "UID")).toEqual(all(events, "UID"));
    expect(all(second, "DTSTAMP")[0]).toBe("20260320T110000Z");
    expect(all(second, "SEQUENCE")[0]).toBe("3");
    expect(head.get("VERSION")).toEqual(["2.0"]);
  });

  test("keeps the UID of a visit that comes later, and has another in another Demand", () => {
    const later = { ...plan, shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((t) => ({ ...t, start: t.start + 60, end: t.end + 60 })) })) };
    const moved = readCalendar(planCalendar(town, demand, later, { staff: "åsa" })).events;
    expect(all(moved, "UID")).toEqual(all(events, "UID"));
    expect(all(moved, "DTSTART")).not.toEqual(all(events, "DTSTART"));
    const other = { ...demand, model: "other" };
    const elsewhere = readCalendar(planCalendar(town, other, { ...plan, demandHash: hashOf(other) }, { staff: "åsa" })).events;
    expect(all(elsewhere, "UID").filter((uid) => all(events, "UID").includes(uid))).toEqual([]);
  });

  test("replanned under way, is stamped with the moment of replanning", () => {
    const under = { ...demand, now: 90_000 };
    const { events: stamped } = readCalendar(planCalendar(town, under, { ...plan, demandHash: hashOf(under) }, { staff: "bo" }));
    expect(all(stamped, "DTSTAMP")).toEqual(["20260329T000000Z"]);
  });

  test("by shifts has one event with everything in it", () => {
    const { events: shifts } = read({ events: "shifts" });
    expect(shifts).toHaveLength(1);
    expect(Object.fromEntries(shifts[0] ?? [])).toMatchObject({
      SUMMARY: ["åsa-night"], DTSTART: ["20260328T223000Z"], DTEND: ["20260329T020000Z"], LOCATION: ["base"],
      DESCRIPTION: [`23:45–00:00 ${ODD}\n00:00–00:30 break\n01:50–03:10 ${ODD}\n03:10–03:15 ${ODD}\n03:23–03:33 c2`],
      "X-HEMTUR-TASK": ["night@2026-03-28#1", "åsa-night/break1", "turn@2026-03-29#1", "pill@2026-03-29#1", "look@2026-03-29#1"],
    });
  });
});

describe("Calendars", () => {
  test("of everybody are those of each", () => {
    const calendars = planCalendars(town, demand, plan);
    expect([...calendars.keys()]).toEqual(["åsa", "bo"]);
    for (const [staff, text] of calendars) expect(text).toBe(planCalendar(town, demand, plan, { staff }));
  });

  test("of people without a round are empty or left out", () => {
    const alone = { ...plan, shifts: plan.shifts.slice(1) };
    expect([...planCalendars(town, demand, alone).keys()]).toEqual(["åsa"]);
    expect(readCalendar(planCalendar(town, demand, alone, { staff: "bo" })).events).toEqual([]);
  });

  test("have no end where nothing lasts", () => {
    const brief = { ...plan, shifts: [{ shift: "bo-night", option: 0, begin: 92_700, end: 94_500, tasks: [{ id: "look@2026-03-29#1", slot: 0, start: 93_000, end: 93_000 }] }] };
    expect(readCalendar(planCalendar(town, demand, brief, { staff: "bo" })).events[0]?.has("DTEND")).toBe(false);
  });

  test("refuse unknown staff, a stamp without offset and a broken sequence", () => {
    expect(() => planCalendar(town, demand, plan, { staff: "eva" })).toThrow(/"eva"/);
    expect(() => planCalendar(town, demand, plan, { staff: "bo", stamp: "2026-03-20" })).toThrow(/instant/);
    expect(() => planCalendars(town, demand, plan, { sequence: -1 })).toThrow(/-1/);
  });
});
