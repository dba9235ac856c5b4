import { describe, expect, test } from "vitest";
import { instantsOf, toUtc } from "../../src/calendar/instant.ts";

const HOUR = 3600;

describe("Ticks as time on the wall", () => {
  test("spring: one second after 01:59:59 it is 03:00", () => {
    const at = instantsOf({ origin: "2026-03-29T00:00:00+01:00", ticksPerMinute: 60 }, "Europe/Stockholm");
    expect(at(2 * HOUR - 1)).toEqual({ date: "2026-03-29", clock: "01:59", iso: "2026-03-29T01:59:59+01:00", utc: "2026-03-29T00:59:59Z" });
    expect(at(2 * HOUR)).toEqual({ date: "2026-03-29", clock: "03:00", iso: "2026-03-29T03:00:00+02:00", utc: "2026-03-29T01:00:00Z" });
  });

  test("autumn: 02:30 comes twice, and the offset tells which", () => {
    const at = instantsOf({ origin: "2026-10-25T00:00:00+02:00", ticksPerMinute: 60 }, "Europe/Stockholm");
    expect([2.5, 3.5].map((hours) => at(hours * HOUR).iso)).toEqual(["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]);
    expect(at(24 * HOUR).date).toBe("2026-10-25");
    expect(at(25 * HOUR).date).toBe("2026-10-26");
  });

  test("before the origin, in another zone, with ticks of another length", () => {
    const at = instantsOf({ origin: "2026-01-01T00:00:00Z", ticksPerMinute: 1000 }, "Asia/Kolkata");
    expect(at(-1)).toEqual({ date: "2026-01-01", clock: "05:29", iso: "2026-01-01T05:29:59+05:30", utc: "2025-12-31T23:59:59Z" });
    expect(at(1500).utc).toBe("2026-01-01T00:01:30Z");
  });

  test("refuses a zone nobody knows and an origin that is no instant", () => {
    expect(() => instantsOf({ origin: "2026-01-01T00:00:00Z", ticksPerMinute: 60 }, "Europe/Nowhere")).toThrow(/time zone/);
    expect(() => instantsOf({ origin: "2026-01-01", ticksPerMinute: 60 }, "Europe/Stockholm")).toThrow(/instant/);
    expect(() => toUtc("2026-02-02T10:00:00")).toThrow(/instant/);
    expect(toUtc("2026-02-02T10:00:00.9+01:00")).toBe("2026-02-02T09:00:00Z");
  });
});
