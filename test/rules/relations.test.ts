/**
 * Together. Anna: a from 500 to 530, b from 537 to 567; Bo: c from 710 to 740, d from 750 to 780. The next day, at the same
 * hours by the tick, Anna again: e from 1940 to 1970.
 */
import { describe, test } from "vitest";
import type { DemandClient } from "../../src/model/demand.ts";
import type { GapRelation, Relation } from "../../src/model/relation.ts";
import type { Span } from "../../src/units.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, round, shift, task } from "./facts.ts";

const names = ["a", "b", "c", "d", "e"];
const places = [1, 2, 1, 2, 1];
const clients: readonly DemandClient[] = [{ id: "klara" }];
const shifts = [shift("early", "anna"), shift("late", "bo"), shift("next", "anna")];
const next = { shift: "next", option: 0, begin: 1900, end: 2000, tasks: [{ id: "e", slot: 0, start: 1940, end: 1970 }] };
const rounds = [round, lateRound({ id: "c", slot: 0, start: 710, end: 740 }, { id: "d", slot: 0, start: 750, end: 780 }), next];
/** Days and clocks are plain: windows of one day say which one it is. */
const windows: readonly (readonly [number, number])[] = [
  [0, 1439],
  [0, 1439],
  [0, 1439],
  [0, 1439],
  [1440, 2879],
];
const tasks = names.map((id, i) => task(id, places[i] as number, { slots: [{ start: windows[i] as readonly [number, number] }] }));

const given = (relation: Relation, changes: Facts = {}): Facts => ({ tasks, shifts, clients, relations: [relation], ...changes });
const gap = (members: string, span: Span, changes: Partial<GapRelation> = {}): Relation => ({
  id: "r",
  kind: "gap",
  tasks: [...members],
  from: "start",
  to: "start",
  clock: "elapsed",
  over: "next",
  span,
  ...changes,
});
/** Exactly so much: one less or one more is wrong. */
function measures(relation: (span: Span) => Relation, value: number, changes: Facts = {}): void {
  const code = `${relation([0, 0]).kind}-broken` as const;
  keeps(given(relation([value, value]), changes), rounds);
  breaks(given(relation([null, value - 1]), changes), code, rounds);
  breaks(given(relation([value + 1, null]), changes), code, rounds);
}

describe("Gap", () => {
  test.each([
    ["start", "start", 210],
    ["start", "end", 240],
    ["end", "start", 180],
    ["end", "end", 210],
  ] as const)("from the %s of a to the %s of c: %i", (from, to, value) => measures((span) => gap("ac", span, { from, to }), value));
  test("backwards it is negative", () => measures((span) => gap("ca", span), -210));
  test("within one round", () => measures((span) => gap("ab", span, { from: "end" }), 7));
  test("with one of two left out there is none", () => keeps(given(gap("ac", [9, 9])), [rounds[0] as typeof round, next]));
});

describe("Days between", () => {
  test("a is on day 0, e on day 1", () => measures((span) => gap("ae", span, { clock: "days" }), 1));
  test("two of one day", () => measures((span) => gap("ac", span, { clock: "days" }), 0));
  test("ends may be on the day after", () => {
    const night = { ...next, begin: 1300, end: 1600, tasks: [{ id: "e", slot: 0, start: 1430, end: 1450 }] };
    const tonight = tasks.map((one) => ({ ...one, slots: [{ start: [null, null] as const }] }));
    keeps(given(gap("ae", [1, 1], { clock: "days", to: "end" }), { tasks: tonight }), [round, night]);
    breaks(given(gap("ae", [1, 1], { clock: "days" }), { tasks: tonight }), "gap-broken", [round, night]);
  });
});

describe("Same time of day", () => {
  test("1940 - 1440 = 500 by the clock: no time after a", () => measures((span) => gap("ae", span, { clock: "timeOfDay" }), 0));
  test("an hour later where the clocks go forward in between", () =>
    measures((span) => gap("ae", span, { clock: "timeOfDay" }), 60, {
      days: [
        { date: "2026-03-28", begins: 0 },
        { date: "2026-03-29", begins: 1440, clockChange: { at: 1560, by: 60 } },
      ],
      tasks: tasks.map((one) => (one.id === "e" ? { ...one, slots: [{ start: [1560, 2700] }] } : one)),
    }));
  test("an hour earlier where they go back", () =>
    measures((span) => gap("ae", span, { clock: "timeOfDay" }), -60, {
      days: [
        { date: "2026-10-24", begins: 0 },
        { date: "2026-10-25", begins: 1440, clockChange: { at: 1620, by: -60 } },
      ],
      tasks: tasks.map((one) => (one.id === "e" ? { ...one, slots: [{ start: [1620, 2700] }] } : one)),
    }));
});

describe("Chains", () => {
  test("a, b, c: 37 and 173, each to the next", () => {
    keeps(given(gap("abc", [37, 173])), rounds);
    breaks(given(gap("abc", [38, 173])), "gap-broken", rounds);
    breaks(given(gap("abc", [37, 172])), "gap-broken", rounds);
  });
  test("every pair: 210 as well", () => {
    keeps(given(gap("abc", [37, 210], { over: "every" })), rounds);
    breaks(given(gap("abc", [37, 209], { over: "every" })), "gap-broken", rounds);
  });
  test("four over two rounds: 37, 173, 40", () => {
    keeps(given(gap("abcd", [37, 173])), rounds);
    breaks(given(gap("abcd", [38, 173])), "gap-broken", rounds);
  });
  test("one that is left out is passed over: from a to c", () =>
    keeps(given(gap("abc", [210, 210])), [{ ...round, tasks: round.tasks.slice(0, 1) }, ...rounds.slice(1)]));
  test("soft, each gap too long costs: (37 - 30) + (173 - 30) + (210 - 30) = 330", () =>
    costs(given(gap("abc", [null, 30], { over: "every", soft: { points: [[0, 0]], above: 1 } })), "relation", 330, rounds));
});

describe("Either order", () => {
  /** Bo cannot come earlier, so that there is but one order. */
  const late: Facts = { tasks: tasks.map((one) => ("cd".includes(one.id) ? { ...one, slots: [{ start: [700, 1439] }] } : one)) };
  test("listed the other way round it is the same", () => measures((span) => gap("ca", span, { eitherOrder: true }), 210, late));
  test("also where either could come first", () => {
    const two = [{ ...round, tasks: round.tasks.slice(0, 1) }, ...rounds.slice(1)];
    keeps(given(gap("ca", [210, 210], { eitherOrder: true })), two);
    breaks(given(gap("ca", [209, 209], { eitherOrder: true })), "gap-broken", two);
  });
  test("from the end of the earlier to the start of the later", () =>
    measures((span) => gap("ca", span, { eitherOrder: true, from: "end" }), 180, late));
  test("all in order of their starts: 37, 173, 40", () => {
    keeps(given(gap("dbca", [37, 173], { eitherOrder: true }), late), rounds);
    breaks(given(gap("dbca", [37, 172], { eitherOrder: true }), late), "gap-broken", rounds);
  });
  test("days without regard to who is first", () => measures((span) => gap("ea", span, { eitherOrder: true, clock: "days" }), 1));
});

describe("Double staffing", () => {
  const at = (start: number) =>
    [round, lateRound({ id: "c", slot: 0, start, end: start + 10 })].map((one, i) => (i === 0 ? one : { ...one, begin: 480 }));
  const pair = (span: Span, to: "start" | "end" = "start"): Facts => ({
    tasks: [...hand.tasks, task("c", 1)],
    relations: [gap("ac", span, { to }), { id: "two", kind: "workers", tasks: ["a", "c"], distinct: [2, 2] }],
  });
  test("both start at 500", () => {
    keeps(pair([0, 0]), at(500));
    breaks(pair([0, 0]), "gap-broken", at(501));
  });
  test("the second comes 10 to 20 minutes into the first, and stays 10", () => {
    keeps(pair([10, 20]), at(510));
    keeps(pair([10, 20]), at(520));
    breaks(pair([10, 20]), "gap-broken", at(521));
    keeps(pair([null, 30], "end"), at(520));
    breaks(pair([null, 30], "end"), "gap-broken", at(521));
  });
  test("by two people, not by one after the other", () => {
    const alone = [{ ...round, tasks: [...round.tasks.slice(0, 1), { id: "c", slot: 0, start: 530, end: 540 }] }];
    breaks(pair([0, 30]), "workers-broken", alone);
  });
});

describe("Workers", () => {
  const faces =
    (members: string) =>
    (distinct: Span): Relation => ({ id: "r", kind: "workers", tasks: [...members], distinct });
  test("a and e are Anna's, c is Bo's", () => {
    measures(faces("ae"), 1);
    measures(faces("ace"), 2);
  });
  test("soft: one more than one costs 5", () =>
    costs(given({ ...faces("ace")([1, 1]), soft: { points: [[0, 0]], above: 5 } }), "relation", 5, rounds));
});

describe("Presence", () => {
  const present =
    (members: string, zeroAllowed = false) =>
    (count: Span): Relation => ({ id: "r", kind: "presence", tasks: [...members], count, zeroAllowed });
  const withoutB = [{ ...round, tasks: round.tasks.slice(0, 1) }, ...rounds.slice(1)];
  test("three of three", () => measures(present("abc"), 3));
  test("all or none: one of two is neither", () => {
    keeps(given(present("ab", true)([2, 2])), rounds);
    keeps(given(present("ab", true)([2, 2])), rounds.slice(1));
    breaks(given(present("ab", true)([2, 2])), "presence-broken", withoutB);
    breaks(given(present("ab", false)([2, 2])), "presence-broken", rounds.slice(1));
  });
  test("one of: 1 x 40 or 2 x 20", () => {
    keeps(given(present("ab")([1, 1])), withoutB);
    breaks(given(present("ab")([1, 1])), "presence-broken", rounds);
  });
  test("soft: two too few cost 8", () =>
    costs(given({ ...present("ab")([2, 2]), soft: { points: [[0, 0]], above: 4 } }), "relation", 8, rounds.slice(1)));
});

describe("Order", () => {
  const order = (members: string, adjacent = false): Relation => ({ id: "r", kind: "order", tasks: [...members], adjacent });
  test("a before b, c before d", () => {
    keeps(given(order("ab")), rounds);
    breaks(given(order("ba")), "order-broken", rounds);
  });
  test("in one round", () => breaks(given(order("ac")), "order-broken", rounds));
  test("with nothing between, where adjacent", () => {
    const three = [
      rounds[0] as typeof round,
      lateRound(
        { id: "c", slot: 0, start: 710, end: 740 },
        { id: "b", slot: 0, start: 745, end: 748 },
        { id: "d", slot: 0, start: 750, end: 780 },
      ),
    ].map((one, i) => (i === 0 ? { ...one, tasks: one.tasks.slice(0, 1) } : one));
    keeps(given(order("cd", true)), rounds);
    keeps(given(order("cd")), three);
    breaks(given(order("cd", true)), "order-broken", three);
  });
  test("soft: two of three pairs are wrong, 3 each", () =>
    costs(given({ ...order("bacd"), soft: { points: [[0, 0]], above: 3 } }), "relation", 6, rounds));
});

describe("Sum of durations", () => {
  const total =
    (members: string) =>
    (span: Span): Relation => ({ id: "r", kind: "duration", tasks: [...members], total: span });
  test("30 + 30 + 30", () => measures(total("abc"), 90));
  test("alone nothing is summed", () => keeps(given(total("ab")([99, 99])), [{ ...round, tasks: round.tasks.slice(0, 1) }]));
});

describe("Soft relation", () => {
  test("37, wanted at most 20: 17 too many at 2 each", () =>
    costs(given(gap("ab", [null, 20], { soft: { points: [[0, 0]], above: 2 } })), "relation", 34, rounds));
  test("90 minutes, wanted at least 100: 10 too few, the first 5 free", () =>
    costs(
      given({
        id: "r",
        kind: "duration",
        tasks: ["a", "b", "c"],
        total: [100, null],
        soft: {
          points: [
            [0, 0],
            [5, 0],
          ],
          above: 1,
        },
      }),
      "relation",
      5,
      rounds,
    ));
  test("kept, it costs nothing", () => costs(given(gap("ab", [37, 37], { soft: { points: [[0, 0]], above: 2 } })), "relation", 0, rounds));
});
