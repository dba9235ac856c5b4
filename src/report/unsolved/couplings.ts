/** What couples visits to each other, as the judge of plans reads it: hours between meals, the same clock time every day, one round per key. */
import { existing, type Facts, namesOf, type Round, type Served } from "../../check/plan/facts.ts";
import { readPlan } from "../../check/plan/read.ts";
import { checkRelations } from "../../check/plan/relations.ts";
import type { Shift, Task } from "../../model/demand.ts";
import type { Relation } from "../../model/relation.ts";
import type { Id } from "../../units.ts";
import type { View } from "../view.ts";
import type { Booking } from "./callIn.ts";

/** Hard relations of one plan, with visits added that others are called in for. */
export class Couplings {
  private readonly facts: Facts;
  /** Task -> the hard relations that it takes part in; presence is not looked at, since all who lack are called together. */
  private readonly relationsOf = new Map<Id, Relation[]>();

  constructor({ demand, arm }: Pick<View, "demand" | "arm">) {
    this.facts = readPlan(namesOf(demand), arm.plan, () => undefined);
    for (const relation of demand.relations) {
      if (relation.soft !== undefined || relation.kind === "presence") continue;
      for (const task of relation.tasks) {
        const known = this.relationsOf.get(task);
        if (known === undefined) this.relationsOf.set(task, [relation]);
        else known.push(relation);
      }
    }
  }

  /** Does its time break no relation that holds without it, whoever comes? `others`: what has been booked already. O(members of its relations + others). */
  allowTime = (booking: Booking, others: readonly Booking[]): boolean => this.allow(booking, others, ({ kind }) => kind !== "workers");

  /** Nor who comes, as with keys? */
  allowWorker = (booking: Booking, others: readonly Booking[]): boolean => this.allow(booking, others, ({ kind }) => kind === "workers");

  private allow(booking: Booking, others: readonly Booking[], isAsked: (relation: Relation) => boolean): boolean {
    const relations = (this.relationsOf.get(booking.task?.id ?? "") ?? []).filter(isAsked);
    return relations.every((relation) => {
      const added = others.filter(({ task }) => task !== undefined && relation.tasks.includes(task.id));
      return !this.isBroken(relation, [...added, booking]) || this.isBroken(relation, added);
    });
  }

  private isBroken(relation: Relation, added: readonly Booking[]): boolean {
    const servedOf = new Map(relation.tasks.flatMap((id): [Id, Served][] => {
      const served = this.facts.servedOf.get(id);
      return served === undefined ? [] : [[id, served]];
    }));
    for (const one of added) if (one.task !== undefined) servedOf.set(one.task.id, this.servedBy(one, one.task));
    let count = 0;
    checkRelations({ ...this.facts, demand: { ...this.facts.demand, relations: [relation] }, servedOf }, () => void count++);
    return count > 0;
  }

  /** As if served in a round of its own. */
  private servedBy({ worker, begin, end }: Booking, task: Task): Served {
    const planned = { id: task.id, slot: 0, start: begin, end };
    const option = { mode: "", from: null, to: null };
    const id = `called ${task.id}`;
    const shift: Shift = { id, worker, begins: [begin, begin], ends: [end, end], idleIfUnused: false, fixedDeparture: false, options: [option] };
    const round: Round = {
      shift, worker: existing(this.facts.workers, worker, "worker"), option, travel: { mode: "", placeCount: 0 },
      planned: { shift: id, option: 0, begin, end, tasks: [planned] }, served: [], path: [],
    };
    return { task, planned, slot: task.slots[0], round, position: 0, place: null, pace: 1, path: [] };
  }
}
