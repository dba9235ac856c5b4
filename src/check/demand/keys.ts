/** Can everybody who goes into a home have one of its keys? */
import { clockSeconds } from "../../calendar/clock.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import type { Report } from "./codes.ts";
import { type Facts, firstTask } from "./facts.ts";

/** Visits to one home in one part of one day. */
interface Turn {
  readonly home: Id;
  readonly copies: number;
  readonly tasks: Id[];
}

export function checkKeys(facts: Facts, report: Report): void {
  for (const { home, copies, tasks } of turnsOf(facts)) {
    if (tasks.length <= copies || isHeld(facts, copies, tasks)) continue;
    const at = facts.demand.tasks.findIndex(({ id }) => id === tasks[0]);
    report(
      "keys-clash",
      ["tasks", at],
      `More than ${copies} could need a key of ${home} at once: ${tasks.join(", ")}.`,
      `Add a workers relation of at most ${copies}.`,
    );
  }
}

/** Only visits that are sure to lie in one part of a day; two who come together share a key. */
function turnsOf(facts: Facts): Iterable<Turn> {
  const { of, demand } = facts;
  const back = of.practice?.keysBackAt ?? ["15:00", "22:00"];
  const part = (tick: Tick): string => {
    const passed = back.filter((clock) => clockSeconds(clock) <= timeOfDayAt(demand.days, tick));
    return `${dayIndexAt(demand.days, tick)} ${passed.length}`;
  };
  const turns = new Map<string, Turn>();
  for (const due of facts.due.values()) {
    const home = of.households.find(({ id }) => id === due.client.household);
    const task = firstTask(facts, due);
    const copies = home?.access?.keyCopies;
    if (home?.access?.kind !== "key" || copies === undefined || task === undefined || task.kind !== "care") continue;
    const [first, ...others] = new Set(task.slots.flatMap(({ start }) => start.map((tick) => part(tick ?? 0))));
    if (first === undefined || others.length > 0) continue;
    const key = `${first} ${home.id}`;
    const turn = turns.get(key) ?? { home: home.id, copies, tasks: [] };
    turn.tasks.push(task.id);
    turns.set(key, turn);
  }
  return turns.values();
}

const isHeld = ({ demand }: Facts, copies: number, tasks: readonly Id[]): boolean =>
  demand.relations.some(
    (relation) =>
      relation.kind === "workers" &&
      relation.soft === undefined &&
      relation.distinct[1] !== null &&
      relation.distinct[1] <= copies &&
      tasks.every((id) => relation.tasks.includes(id)),
  );
