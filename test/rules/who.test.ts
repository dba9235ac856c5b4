/** Who does it. Anna's round: a and b, both Klara's; Bo's late round, where there is one: c. */
import { describe, test } from "vitest";
import type { Task, Who, Worker } from "../../src/model/demand.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, nobodys, round, shift, task } from "./facts.ts";

const [a, b, c] = [task("a", 1, { stopTicks: 2 }), task("b", 2, { stopTicks: 2 }), task("c", 1)];
const who = (who: Who): Pick<Facts, "tasks"> => ({ tasks: [{ ...a, who }, b] });
const anna = (changes: Partial<Worker>): Pick<Facts, "workers"> => ({
  workers: [{ ...(hand.workers[0] as Worker), ...changes }, ...hand.workers.slice(1)],
});
const both = [round, lateRound({ id: "c", slot: 0, start: 710, end: 740 })];
const withC = (changes: Partial<Task> = {}): Pick<Facts, "tasks"> => ({ tasks: [a, b, { ...c, ...changes }] });

describe("Skill", () => {
  test("every one that is asked for", () => {
    const facts = (...skills: readonly string[]): Facts => ({
      ...who({ all: ["insulin", "lift"] }),
      ...anna({ skills: skills.map((id) => ({ id, level: 0 })) }),
    });
    keeps(facts("lift", "insulin", "stoma"));
    breaks(facts("lift"), "skill-missing");
  });
});

describe("Level", () => {
  test("the best of several entries is at least the one asked for", () => {
    const at = (level: number): Facts => ({
      ...who({ all: ["lift"], level }),
      ...anna({ skills: [1, 3].map((held) => ({ id: "lift", level: held })) }),
    });
    keeps(at(3));
    breaks(at(4), "skill-missing");
  });
  test("parts of a level count", () =>
    breaks({ ...who({ all: ["lift"], level: 1.5 }), ...anna({ skills: [{ id: "lift", level: 1.4 }] }) }, "skill-missing"));
});

describe("Delegation", () => {
  const on = (days: readonly [number | null, number | null]): Facts => ({
    ...who({ all: ["insulin"] }),
    ...anna({ skills: [{ id: "insulin", level: 0, days }] }),
  });
  test("from the day of the task, to the day of the task", () => {
    keeps(on([0, null]));
    keeps(on([null, 0]));
  });
  test("from the day after it", () => breaks(on([1, null]), "skill-missing"));
  test("the day of the start decides, though the task lasts over midnight", () => {
    const night = [{ ...round, begin: 1420, end: 1500, tasks: [{ id: "a", slot: 0, start: 1439, end: 1460 }] }];
    const morning = [{ ...round, begin: 1420, end: 1500, tasks: [{ id: "a", slot: 0, start: 1440, end: 1460 }] }];
    keeps(on([0, 0]), night);
    breaks(on([0, 0]), "skill-missing", morning);
  });
});

describe("Above the level", () => {
  test("lift 3 - 1 = 2, meds at the better of two 4 - 1 = 3: 5", () =>
    costs(
      {
        ...who({ all: ["lift", "meds"], level: 1 }),
        ...anna({
          skills: [
            { id: "lift", level: 3 },
            { id: "meds", level: 2 },
            { id: "meds", level: 4, days: [0, 0] },
          ],
        }),
      },
      "overLevel",
      5,
    ));
  test("what is not asked for is not looked at", () =>
    costs({ ...who({}), ...anna({ skills: [{ id: "lift", level: 3 }] }) }, "overLevel", 0));
});

describe("Trait", () => {
  test("every one that is asked for", () => {
    const facts = (...traits: readonly string[]): Facts => ({ ...who({ traits: ["woman", "finnish"] }), ...anna({ traits }) });
    keeps(facts("finnish", "woman"));
    breaks(facts("woman"), "trait-missing");
  });
});

describe("Refusal", () => {
  test("by name, by trait, and of somebody else", () => {
    const facts = (not: string): Facts => ({ ...who({ not: [not] }), ...anna({ traits: ["smoker"] }) });
    breaks(facts("anna"), "worker-refused");
    breaks(facts("smoker"), "worker-refused");
    keeps(facts("bo"));
  });
});

describe("Only these workers", () => {
  test("Anna is one of two, and not the only one of one", () => {
    keeps(who({ only: ["bo", "anna"] }));
    breaks(who({ only: ["bo"] }), "worker-not-allowed");
  });
});

describe("Only these shifts", () => {
  test("the early one is one of two, and not the late one", () => {
    keeps(who({ shifts: ["late", "early"] }));
    breaks(who({ shifts: ["late"] }), "shift-not-allowed");
  });
});

describe("Price of a worker", () => {
  test("Anna costs 2 at a, and nothing at b where she is not named", () =>
    costs(
      {
        tasks: [
          { ...a, who: { cost: { anna: 2, bo: 5 } } },
          { ...b, who: { cost: { bo: 9 } } },
        ],
      },
      "whoCost",
      2,
    ));
  test("each at their own: 2 of Anna and 5 of Bo", () =>
    costs({ tasks: [{ ...a, who: { cost: { anna: 2, bo: 9 } } }, b, { ...c, who: { cost: { anna: 9, bo: 5 } } }] }, "whoCost", 7, both));
});

describe("Team", () => {
  const teams = (ofShift: string, ofClient: string): Facts => ({
    clients: [{ id: "klara", team: ofClient }],
    shifts: [shift("early", "anna", { team: ofShift }), shift("late", "bo")],
  });
  test("a north shift at a south client, twice", () => costs(teams("north", "south"), "teamCrossing", 2));
  test("at its own", () => costs(teams("south", "south"), "teamCrossing", 0));
  test("no team crosses no team: Bo's shift has none", () => costs({ ...teams("south", "south"), ...withC() }, "teamCrossing", 0, both));
});

describe("Faces", () => {
  const met = (...workers: readonly string[]): Pick<Facts, "memory" | "workers"> => ({
    workers: [...hand.workers, { id: "cia", traits: [], skills: [], rest: [] }],
    memory: workers.map((worker) => ({ client: "klara", worker, at: -99, times: 4 })),
  });
  test("Anna and Bo come: 2", () => costs(withC(), "workers", 2, both));
  test("Cia and Anna came before: 3", () => costs({ ...withC(), ...met("cia", "anna") }, "workers", 3, both));
  test("whoever was met counts though nobody comes", () => costs({ ...withC(), ...met("cia") }, "workers", 1, []));
  test("other duties are no visit", () => costs(withC({ kind: "other" }), "workers", 1, both));
  test("at most so many faces, as a curve: the second costs 5", () =>
    costs(
      withC(),
      {
        measure: "workers",
        unit: "person",
        per: "client",
        curve: {
          points: [
            [0, 0],
            [1, 0],
          ],
          above: 5,
        },
      },
      5,
      both,
    ));
});

describe("Care contact", () => {
  const contact = (worker?: string): Facts => ({ clients: [worker === undefined ? { id: "klara" } : { id: "klara", contact: worker }] });
  test("two of the three are not Bo's", () => costs({ ...withC(), ...contact("bo") }, "contactShare", 2, both));
  test("one is not Anna's", () => costs({ ...withC(), ...contact("anna") }, "contactShare", 1, both));
  test("without a contact there is nothing to share", () => costs({ ...withC(), ...contact() }, "contactShare", 0, both));
  test("what is nobody's has no contact", () => costs({ tasks: [nobodys(a), b], ...contact("bo") }, "contactShare", 1));
});
