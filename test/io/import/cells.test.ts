import { describe, expect, test } from "vitest";
import { readHours, readMinutes } from "../../../src/io/import/lengths.ts";
import { readFrequency, readWeekdays } from "../../../src/io/import/recurrence.ts";
import { readAmount, readDate, readTime, type Reading } from "../../../src/io/import/scalars.ts";

const outcome = <T>(reading: Reading<T>): T | string => ("value" in reading ? reading.value : reading.code);

test.each([
  ["7:30", "07:30"],
  ["07:30", "07:30"],
  ["7.30", "07:30"],
  ["730", "07:30"],
  ["1530", "15:30"],
  ["7", "07:00"],
  ["07:30:00", "07:30"],
  ["kl 7", "07:00"],
  ["Kl. 7.30", "07:30"],
  ["24:00", "24:00"],
  ["24:01", "bad-clock-time"],
  ["7:60", "bad-clock-time"],
  ["7.5", "bad-clock-time"],
  ["0.3125", "bad-clock-time"],
  ["-1", "bad-clock-time"],
])("the time %s is %s", (text, expected) => expect(outcome(readTime(text))).toBe(expected));

test.each([
  ["2026-03-11", "2026-03-11"],
  ["2026-03-11 00:00:00", "2026-03-11"],
  ["20260311", "2026-03-11"],
  ["20261103", "2026-11-03"],
  ["20261303", "bad-date"],
  ["3/11", "bad-date"],
  ["46092", "bad-date"],
])("the date %s is %s", (text, expected) => expect(outcome(readDate(text))).toBe(expected));

test.each([
  ["25", 25],
  ["37,5", 37.5],
  ["37.5", 37.5],
  ["1 200", 1200],
  ["1\u00a0200", 1200],
  ["2 st", 2],
  ["12 00", "bad-number"],
  ["1.200", "bad-number"],
  ["1,200.50", "bad-number"],
  ["25 min", "bad-number"],
  ["1e3", "bad-number"],
  ["-5", "out-of-range"],
])("the number %s is %s", (text, expected) => expect(outcome(readAmount(text))).toBe(expected));

test.each([
  ["30", false, 30],
  ["30 min", false, 30],
  ["37,5 minuter", true, 37.5],
  ["40 tim", false, 2400],
  ["1,5h", false, 90],
  ["10,5", true, 630],
  ["30 kr", false, "bad-number"],
  ["1 tim 30 min", false, "bad-number"],
  ["-1 tim", false, "out-of-range"],
])("the length %s is, where the heading says hours: %s, %s minutes", (text, inHours, expected) => expect(outcome(readMinutes(text, inHours))).toBe(expected));

test.each([
  ["37", 37],
  ["28,5 tim", 28.5],
  ["37 tim/vecka", 37],
  ["30 min", "bad-number"],
])("%s are %s hours", (text, expected) => expect(outcome(readHours(text))).toBe(expected));

describe("how often", () => {
  test.each([
    [["daily", "dagligen", "Varje dag", "1/day", "1 gång per dag", "1 ggr/dag", "1 x dag"], { times: 1, per: "day" }],
    [["2/day", "2/dag", "2 ggr per dag", "2 gånger om dagen", "2x/dag", "2 times a day"], { times: 2, per: "day" }],
    [["weekly", "varje vecka", "1/week", "1/vecka", "1 gång i veckan", "1 gång/vecka"], { times: 1, per: "week" }],
    [["3/vecka", "3 ggr i veckan", "3/week"], { times: 3, per: "week" }],
    [
      ["varannan vecka", "every 2 weeks", "1/2 veckor", "1 gång varannan vecka", "var 2:a vecka", "every other week"],
      { times: 1, per: "week", everyWeeks: 2 },
    ],
    [["var tredje vecka", "every 3 weeks", "var 3:e vecka"], { times: 1, per: "week", everyWeeks: 3 }],
    [["vardagar", "mån-fre", "every weekdays"], { times: 1, per: "day", weekdays: [1, 2, 3, 4, 5] }],
    [["torsdagar", "varje torsdag", "torsdag"], { times: 1, per: "day", weekdays: [4] }],
    [["lör-sön", "helger", "lör o sön"], { times: 1, per: "day", weekdays: [6, 7] }],
    [["alla dagar"], { times: 1, per: "day" }],
    [["varannan onsdag", "every other wed"], { times: 1, per: "week", everyWeeks: 2, weekdays: [3] }],
    [["2 st/vecka"], { times: 2, per: "week" }],
    [["ofta", "2", "1,3,5", "varannan", "varje", "0/dag", "1/2 dagar", "1/månad", "vid behov"], "bad-frequency"],
  ])("%j is %j", (texts, expected) => {
    for (const text of texts) expect(outcome(readFrequency(text)), text).toEqual(expected);
  });
});

describe("weekdays", () => {
  test.each([
    [
      ["mon-fri", "mån–fre", "Måndag - Fredag", "1-5", "vardagar", "mån tis ons tors fre", "må,ti,on,to,fr"],
      [1, 2, 3, 4, 5],
    ],
    [
      ["mån ons fre", "1,3,5", "Mon/Wed/Fri", "måndag, onsdag och fredag", "mån o ons o fre", "fre mån ons"],
      [1, 3, 5],
    ],
    [
      ["fre-mån", "5-1"],
      [1, 5, 6, 7],
    ],
    [
      ["helg", "lör+sön", "lör & sön", "6 7"],
      [6, 7],
    ],
    [["8", "0", "onsdan", "mon-", "1-3-5", "-"], "bad-weekday"],
  ])("%j are %j", (texts, expected) => {
    for (const text of texts) expect(outcome(readWeekdays(text)), text).toEqual(expected);
  });
});
