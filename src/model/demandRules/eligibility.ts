import type { Span } from "../../units.ts";
import type { Day, Demand, Task, Who, Worker } from "../demand.ts";
import { show } from "../show.ts";
import { didYouMean } from "../suggest.ts";
import { dayIndexAt } from "../time.ts";
import type { DemandIndex, DemandRule } from "./demandIndex.ts";

/**
 * Somebody can do every task: each skill is known, some worker meets all conditions, and a skill or delegation of such a worker is in force
 * on a day of a slot. Each is asked only if the one before holds.
 */
export const eligibility: DemandRule = (demand, index, issues) => {
  const candidates = candidatesByWho(demand, index);
  demand.tasks.forEach((task, i) => {
    const missing = task.who.all?.findIndex((skill) => !index.skills.has(skill)) ?? -1;
    if (missing >= 0) {
      const skill = task.who.all?.[missing] ?? "";
      issues.add("skill-nobody-has", ["tasks", i, "who", "all", missing], () => [
        `Nobody has the skill ${show(skill)}.`,
        didYouMean(skill, index.skills, "Give it to a worker, or do not ask for it."),
      ]);
    } else if (namesKnown(task.who, index)) {
      const able = candidates(task.who);
      if (able.length === 0) {
        issues.add("task-nobody-can-do", ["tasks", i, "who"], () => [
          `No worker meets all conditions of ${show(task.id)}.`,
          "Relax a condition, or add a worker who meets them.",
        ]);
      } else if (!able.some((worker) => inForceOnSomeDay(worker, task, demand.days))) {
        issues.add("delegation-expired", ["tasks", i, "who", "all"], () => [
          `Who could do ${show(task.id)} has the skills on other days than those of its slots.`,
          "Renew the skill or delegation, or move the task.",
        ]);
      }
    }
  });
};

/** Names that lead nowhere are reported by another rule. */
const namesKnown = (who: Who, { workers, shifts }: DemandIndex): boolean =>
  (who.only ?? []).every((id) => workers.has(id)) && (who.shifts ?? []).every((id) => workers.has(shifts.get(id)?.worker ?? ""));

/** The workers who meet the conditions on some day; equal conditions are looked up once. */
function candidatesByWho({ workers }: Demand, { shifts }: DemandIndex): (who: Who) => readonly Worker[] {
  const known = new Map<string, readonly Worker[]>();
  return (who) => {
    const key = JSON.stringify([who.all, who.level, who.traits, who.not, who.only, who.shifts]);
    const owners = who.shifts && new Set(who.shifts.map((id) => shifts.get(id)?.worker));
    const able = known.get(key) ?? workers.filter((worker) => (owners?.has(worker.id) ?? true) && meets(worker, who));
    known.set(key, able);
    return able;
  };
}

const meets = (worker: Worker, who: Who): boolean =>
  (who.all ?? []).every((skill) => worker.skills.some(({ id, level }) => id === skill && level >= (who.level ?? 0))) &&
  (who.traits ?? []).every((trait) => worker.traits.includes(trait)) &&
  !(who.not ?? []).some((name) => name === worker.id || worker.traits.includes(name)) &&
  (who.only?.includes(worker.id) ?? true);

/** Is there a slot during whose days each skill is in force at least once? */
const inForceOnSomeDay = (worker: Worker, { who, slots }: Task, days: readonly Day[]): boolean =>
  slots.some(({ start: [from, to] }) => {
    const firstDay = from === null ? 0 : dayIndexAt(days, from);
    const lastDay = to === null ? days.length - 1 : dayIndexAt(days, to);
    return (who.all ?? []).every((skill) =>
      worker.skills.some(({ id, level, days: span }) => id === skill && level >= (who.level ?? 0) && meet(span, firstDay, lastDay)),
    );
  });

const meet = (span: Span | undefined, first: number, last: number): boolean =>
  span === undefined || ((span[0] ?? first) <= last && (span[1] ?? last) >= first);
