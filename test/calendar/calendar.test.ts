import fc from "fast-check";
import { DateTime, Settings } from "luxon";
import { afterEach, describe, expect, test } from "vitest";
import { calendarFrom, periodDays, tickAt } from "../../src/calendar/calendar.ts";
import { addDays, dateRange, daysBetween, isoWeekOf, mondayOf, weekdayOf } from "../../src/calendar/civil.ts";
import { clockSeconds, windowSeconds } from "../../src/calendar/clock.ts";
import { framePeriods } from "../../src/calendar/framePeriods.ts";
import { timeOfDayAt } from "../../src/model/time.ts";

const STOCKHOLM = "Europe/Stockholm";
const HOUR = 3600;
const originalNow = Settings.now;
afterEach(() => {
  Settings.now = originalNow;
});

describe("the day the clocks go forward (Stockholm, 2026-03-29)", () => {
  const calendar = calendarFrom("2026-03-28", STOCKHOLM);
  const at = (date: string, clock: string) => tickAt(calendar, date, clockSeconds(clock));

  test("it has 23 hours and says when the clock jumps", () => {
    const days = periodDays({ period: { from: "2026-03-28", days: 3 } });
    expect(days).toEqual([
      { date: "2026-03-28", begins: 0 },
      { date: "2026-03-29", begins: 24 * HOUR, clockChange: { at: 26 * HOUR, by: HOUR } },
      { date: "2026-03-30", begins: 47 * HOUR },
    ]);
  });

  test("seven in the morning comes an hour sooner", () => {
    expect(at("2026-03-29", "01:59")).toBe(24 * HOUR + 2 * HOUR - 60);
    expect(at("2026-03-29", "07:00")).toBe(24 * HOUR + 6 * HOUR);
    expect(at("2026-03-29", "24:00")).toBe(at("2026-03-30", "00:00"));
  });

  test("a clock time that does not exist moves forward", () => {
    expect(at("2026-03-29", "02:30")).toBe(at("2026-03-29", "03:00"));
    expect(at("2026-03-29", "02:00")).toBe(at("2026-03-29", "03:00"));
    expect(at("2026-03-29", "03:01")).toBe(at("2026-03-29", "03:00") + 60);
  });
});

describe("the day the clocks go back (Stockholm, 2026-10-25)", () => {
  const calendar = calendarFrom("2026-10-25", STOCKHOLM);
  const at = (clock: string) => tickAt(calendar, "2026-10-25", clockSeconds(clock));

  test("it has 25 hours", () => {
    expect(calendar.day("2026-10-26").begins).toBe(25 * HOUR);
    expect(calendar.day("2026-10-25").clockChange).toEqual({ at: 3 * HOUR, by: -HOUR });
  });

  test("of a clock time that comes twice the first is meant, whatever time of year it is now", () => {
    for (const now of ["2026-01-15", "2026-07-15"]) {
      Settings.now = () => Date.parse(now);
      const fresh = calendarFrom("2026-10-25", STOCKHOLM);
      expect(tickAt(fresh, "2026-10-25", clockSeconds("02:30"))).toBe(2.5 * HOUR);
    }
    expect(at("03:00")).toBe(4 * HOUR);
    expect(at("07:00")).toBe(8 * HOUR);
  });

  test("the origin is an instant with its offset", () => {
    expect(calendar.origin).toBe("2026-10-25T00:00:00+02:00");
  });
});

test("a clock time read back off the Demand's days is the clock time asked for, except in the spring gap", () => {
  const calendar = calendarFrom("2026-03-20", STOCKHOLM);
  const days = dateRange("2026-03-20", 240).map((date) => calendar.day(date));
  fc.assert(
    fc.property(fc.nat(239), fc.nat(86399), (i, seconds) => {
      const { date } = days[i]!;
      fc.pre(!(date === "2026-03-29" && seconds >= 2 * HOUR && seconds < 3 * HOUR));
      expect(timeOfDayAt(days, tickAt(calendar, date, seconds))).toBe(seconds);
    }),
    { seed: 29, numRuns: 500 },
  );
});

test("later on the clock is never sooner in ticks", () => {
  for (const date of ["2026-03-29", "2026-10-25", "2026-06-01"]) {
    const calendar = calendarFrom("2026-03-20", STOCKHOLM);
    for (let seconds = 60; seconds <= 30 * HOUR; seconds += 60) {
      expect(tickAt(calendar, date, seconds)).toBeGreaterThanOrEqual(tickAt(calendar, date, seconds - 60));
    }
  }
});

test("the calendar agrees with luxon on unambiguous clock times of three zones", () => {
  for (const zone of [STOCKHOLM, "America/New_York", "Asia/Kolkata"]) {
    const calendar = calendarFrom("2026-01-01", zone);
    const origin = DateTime.fromISO(calendar.origin).toSeconds();
    for (const date of dateRange("2026-01-01", 400)) {
      const noon = DateTime.fromISO(`${date}T12:00`, { zone }).toSeconds();
      expect(tickAt(calendar, date, 12 * HOUR)).toBe(noon - origin);
    }
  }
});

describe("civil dates", () => {
  test("weeks are named after their Thursday", () => {
    expect(isoWeekOf("2026-01-01")).toBe("2026-W01");
    expect(isoWeekOf("2027-01-01")).toBe("2026-W53");
    expect(isoWeekOf("2024-12-30")).toBe("2025-W01");
    expect(mondayOf("2027-01-01")).toBe("2026-12-28");
    expect(weekdayOf("2026-03-29")).toBe(7);
  });

  test("days are counted over clock changes and leap days", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
  });

  test("days are added and counted as the engine's own dates have them, in any year", () => {
    const isoOf = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10);
    const [first, last] = ["0000-01-01", "9999-12-31"].map((date) => Date.parse(`${date}T00:00:00Z`) / 864e5) as [number, number];
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -4000, max: 4000 }), (day, by) => {
        fc.pre(day + by >= first && day + by <= last);
        expect([addDays(isoOf(day), by), daysBetween(isoOf(day), isoOf(day + by))]).toEqual([isoOf(day + by), by]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test("what is not a date is refused", () => {
    for (const wrong of ["2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "2026-2-3", "2026-01-011", "today", "", undefined]) expect(() => addDays(wrong as string, 0)).toThrow(/not a date/);
    for (const wrong of ["7:30", "24:01", "12:60", ""]) expect(() => clockSeconds(wrong)).toThrow(/not a clock time/);
    expect(() => calendarFrom("2026-01-01", "Sweden/Norrkoping")).toThrow(/not a time zone/);
  });

  test("a window that ends before it starts ends on the next day", () => {
    expect(windowSeconds(["07:00", "09:00"])).toEqual([7 * HOUR, 9 * HOUR]);
    expect(windowSeconds(["22:00", "06:00"])).toEqual([22 * HOUR, 30 * HOUR]);
    expect(windowSeconds(["00:00", "00:00"])).toEqual([0, 24 * HOUR]);
  });
});

describe("frame periods", () => {
  const fortnight = { from: "2026-03-25", until: "2026-04-08" };

  test("weeks and months that touch the period are whole", () => {
    expect(framePeriods("week", fortnight, "2026-03-25").map((p) => p.from)).toEqual(["2026-03-23", "2026-03-30", "2026-04-06"]);
    expect(framePeriods("calendarMonth", fortnight, "2026-03-25")).toEqual([
      { from: "2026-03-01", until: "2026-04-01" },
      { from: "2026-04-01", until: "2026-05-01" },
    ]);
  });

  test("four weeks are counted from the anchor's week, backwards too", () => {
    expect(framePeriods("fourWeeks", fortnight, "2026-03-03")).toEqual([
      { from: "2026-03-02", until: "2026-03-30" },
      { from: "2026-03-30", until: "2026-04-27" },
    ]);
    expect(framePeriods("fourWeeks", fortnight, "2026-05-01")[0]).toEqual({ from: "2026-03-02", until: "2026-03-30" });
  });
});
