import { expect, test } from "vitest";
import { formatClock, formatDate, formatNumber, formatValue, rowFormat } from "../../src/report/format.ts";
import { initials } from "../../src/report/people.ts";
import { demand, t } from "../kpi/town.ts";

test("numbers are written as each language writes them", () => {
  expect(formatNumber(1234567.891, 1, "sv")).toBe("1\u00a0234\u00a0567,9");
  expect(formatNumber(-1234.5, 1, "en")).toBe("−1,234.5");
  expect(formatNumber(-0.01, 1, "en")).toBe("0.0");
  expect(formatNumber(1000.1234, 4, "en")).toBe("1,000.1234");
});

test("a row has one unit: many minutes become hours for all", () => {
  expect(rowFormat("min", [30, 599])).toEqual({ unit: "min", divideBy: 1, decimals: 0 });
  expect(rowFormat("min", [30, 600])).toEqual({ unit: "h", divideBy: 60, decimals: 1 });
  expect(rowFormat("staff", [3, 4.5]).decimals).toBe(1);
});

test("a difference has its sign, a missing value a dash", () => {
  const format = rowFormat("%", [1]);
  expect([0.04, 2, -2, 0, null].map((v) => formatValue(v, format, "en", true))).toEqual(["0.0", "+2.0", "−2.0", "0.0", "–"]);
});

test("clock and date are read off the Demand's days", () => {
  expect(formatClock(demand, t(1, "07:05"))).toBe("07:05");
  expect(formatClock(demand, t(1, "24:10"))).toBe("00:10");
  const spring = { ...demand, days: [{ date: "2026-03-29", begins: 0, clockChange: { at: 7200, by: 3600 } }] };
  expect(formatClock(spring, 7200)).toBe("03:00");
  expect(formatDate("2026-03-29", "sv")).toBe("söndag 29 mars");
  expect(formatDate("2026-03-30", "en")).toBe("Monday 30 March");
});

test("initials are short and survive odd names", () => {
  expect(["Karin Ek", "client-12", "Åsa Öberg-Lind", "", "—"].map(initials)).toEqual(["KE", "c12", "ÅÖL", "", ""]);
});
