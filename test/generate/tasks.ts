/** Tasks whose windows, durations and conditions fit around the hidden plan. */
import type { Shift, Slot, Task, Who, Worker } from "../../src/model/demand.ts";
import { around, between, type Draw, defined, near, on, share, some, valley } from "./draw.ts";
import type { Hidden, HiddenTask } from "./hidden.ts";
import { list, SKILLS, TRAITS, type World } from "./world.ts";

export interface SlottedTask {
  readonly task: Task;
  /** Index of the slot that the hidden plan uses. */
  readonly slot: number;
}

export function drawTask(draw: Draw, world: World, hidden: Hidden, it: HiddenTask, shifts: readonly Shift[]): SlottedTask {
  const seat = it.shift >= 0 && draw.random.chance(draw.fitted) ? it.shift : draw.random.below(shifts.length);
  const { start, end } = it;
  const slots = list(on(draw, "slots") ? between(draw, 2, 3) : 1, () => {
    const away = between(draw, -1, 1) * between(draw, 0, draw.dayTicks);
    return drawSlot(draw, start + away, end + away);
  });
  const slot = draw.random.below(slots.length);
  slots[slot] = drawSlot(draw, start, end);
  const who = drawWho(draw, world, it, seat, shifts);
  return {
    slot,
    task: defined<Task>({
      id: it.id,
      kind: it.kind,
      class: it.class,
      client: it.client,
      serves: draw.random.chance(0.5) ? [`need of ${it.id}`] : undefined,
      place: it.place,
      stopTicks: it.stopTicks > 0 ? it.stopTicks : undefined,
      slots,
      duration: { ...it.duration, ...(on(draw, "elastic") ? { value: valley(draw, it.duration.max, it.duration.max) } : {}) },
      load: it.load,
      priority: between(draw, 1, 5),
      unservedCost: between(draw, 0, 20),
      ...drawRequired(draw, hidden, it, seat, who),
    }),
  };
}

function drawSlot(draw: Draw, start: number, end: number): Slot {
  const reach = share(draw, 1 / 12);
  const soft = (): boolean => on(draw, "soft");
  return defined<Slot>({
    start: around(draw, start, reach),
    end: on(draw, "ends", 0.4) ? around(draw, end, reach) : undefined,
    cost: soft() ? between(draw, 0, 5) : undefined,
    due: soft()
      ? defined<NonNullable<Slot["due"]>>({
          start: draw.random.chance(0.7) ? start + between(draw, -reach, reach) : undefined,
          end: draw.random.chance(0.5) ? end + between(draw, -reach, reach) : undefined,
        })
      : undefined,
    wish: soft() ? { start: start + between(draw, -reach, reach) } : undefined,
    startCost: soft() ? valley(draw, start + between(draw, -reach, reach), reach) : undefined,
    endCost: soft() ? valley(draw, end + between(draw, -reach, reach), reach) : undefined,
  });
}

/** Conditions that the worker of shift `seat` meets. */
function drawWho(draw: Draw, world: World, it: HiddenTask, seat: number, shifts: readonly Shift[]): Who {
  const { worker } = world.shifts[seat] as World["shifts"][number];
  const others = world.workers.filter(({ id }) => id !== worker.id).map(({ id }) => id);
  const otherShifts = shifts.map(({ id }) => id).filter((id) => id !== `s${seat}`);
  const known = skillsAt(world, it, worker);
  const all = on(draw, "skills", 0.6) ? some(draw, draw.random.chance(draw.fitted) ? known.map(({ id }) => id) : SKILLS) : [];
  const lowest = Math.min(3, ...known.filter(({ id }) => all.includes(id)).map(({ level }) => level));
  const traits = on(draw, "traits") ? some(draw, worker.traits) : [];
  const not = on(draw, "traits") ? some(draw, [...TRAITS.filter((trait) => !worker.traits.includes(trait)), ...others], 0.3) : [];
  const ofBreak = it.kind === "break" && draw.random.chance(0.7); // breaks mostly belong to one shift
  return defined<Who>({
    all: all.length > 0 ? all : undefined,
    level: all.length > 0 && draw.random.chance(0.7) ? between(draw, 0, near(draw, Math.max(0, lowest), 1)) : undefined,
    traits: traits.length > 0 ? traits : undefined,
    not: not.length > 0 ? not : undefined,
    only: on(draw, "only", 0.4) ? [worker.id, ...some(draw, others)] : undefined,
    shifts: ofBreak ? [`s${seat}`] : on(draw, "shifts", 0.3) ? [`s${seat}`, ...some(draw, otherShifts)] : undefined,
    cost: on(draw, "whoCost") ? Object.fromEntries(some(draw, world.workers).map(({ id }) => [id, between(draw, 1, 5)])) : undefined,
  });
}

/** Skills held on the day the hidden plan starts the task, each with its level. */
function skillsAt({ days }: World, it: HiddenTask, worker: Worker): Worker["skills"] {
  const day = Math.max(0, days.filter(({ begins }) => begins <= it.start).length - 1);
  return worker.skills.filter(({ days: held }) => held === undefined || ((held[0] ?? 0) <= day && day <= (held[1] ?? day)));
}

function drawRequired(draw: Draw, hidden: Hidden, it: HiddenTask, seat: number, who: Who): Pick<Task, "required" | "who"> {
  const served = it.shift >= 0;
  if (on(draw, "conditional") || (it.kind === "break" && on(draw, "conditional", 0.9))) {
    const round = hidden.rounds.find(({ shift }) => shift === seat);
    const length = round === undefined ? 0 : round.end - round.begin;
    const whenShiftExceeds = served || !draw.random.chance(draw.fitted) ? between(draw, 0, length + 10) : length + between(draw, 0, 10);
    return { who: { ...who, shifts: [`s${seat}`] }, required: { whenShiftExceeds } };
  }
  return { who, required: on(draw, "required") && (served || !draw.random.chance(draw.fitted)) };
}
