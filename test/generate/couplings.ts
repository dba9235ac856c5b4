/** Relations, budgets, pins, freeze and baseline that fit around the hidden plan. */
import type { Budget, Demand, Pin, Shift, Task } from "../../src/model/demand.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../src/model/plan.ts";
import type { GapRelation, Relation } from "../../src/model/relation.ts";
import type { Span } from "../../src/units.ts";
import { around, between, curve, type Draw, defined, near, on, share, some, valley } from "./draw.ts";
import { list, type World } from "./world.ts";

interface Seat {
  readonly planned: PlannedTask;
  readonly shift: PlannedShift;
}

/** Looks tasks of the hidden plan up. */
export const seatsOf = (shifts: Plan["shifts"]): ReadonlyMap<string, Seat> =>
  new Map(shifts.flatMap((shift) => shift.tasks.map((planned) => [planned.id, { planned, shift }] as const)));

export function drawRelations(draw: Draw, world: World, tasks: readonly Task[], plan: Plan["shifts"]): readonly Relation[] {
  if (!draw.features.has("relations") || tasks.length < 2) return [];
  const seats = seatsOf(plan);
  return list(between(draw, 1, 4), (i) => {
    const kind = draw.random.pick(["gap", "gap", "gap", "workers", "presence", "order", "duration"] as const);
    const soft = on(draw, "softRelations") ? { soft: curve(draw, kind === "gap" || kind === "duration" ? share(draw, 1 / 24) : 2) } : {};
    const fits = soft.soft === undefined;
    const names = draw.random.shuffled(tasks.map(({ id }) => id)).slice(0, between(draw, 2, 4));
    const base = { id: `r${i}`, tasks: names, ...soft };
    const served = names.flatMap((id) => seats.get(id) ?? []);
    switch (kind) {
      case "gap":
        return drawGap(draw, world, base, served);
      case "workers": {
        const distinct = new Set(served.map(({ shift }) => worker(world, shift))).size;
        return { ...base, kind, distinct: countSpan(draw, served.length < 2 || !fits ? between(draw, 1, 3) : distinct) };
      }
      case "presence":
        return {
          ...base,
          kind,
          count: countSpan(draw, fits ? served.length : between(draw, 0, names.length)),
          zeroAllowed: draw.random.chance(0.3),
        };
      case "order": {
        const together = plan.length > 0 && draw.random.chance(draw.fitted) ? draw.random.pick(plan).tasks.map(({ id }) => id) : [];
        const adjacent = draw.random.chance(0.4);
        const from = between(draw, 0, Math.max(0, together.length - 2));
        const chosen = adjacent ? together.slice(from, from + 3) : some(draw, together, 0.7);
        const alone = [...chosen, ...tasks.map(({ id }) => id).filter((id) => !seats.has(id))].slice(0, 4);
        return alone.length >= 2 ? { ...base, tasks: alone, kind, adjacent } : { ...base, kind, adjacent, soft: curve(draw, 2) };
      }
      case "duration": {
        const total = served.reduce((sum, { planned }) => sum + planned.end - planned.start, 0);
        return { ...base, kind, total: around(draw, total, share(draw, 1 / 40)) };
      }
    }
  });
}

/** Two people at one door: of the tasks that the hidden plan gives to different workers, the two that start closest together. */
export function drawDouble(usual: Draw, world: World, tasks: readonly Task[], plan: Plan["shifts"]): readonly Relation[] {
  if (!usual.features.has("relations") || !usual.features.has("double")) return [];
  const draw = usual.aside("double");
  const seats = [...seatsOf(plan).values()].filter(({ planned }) => tasks.some(({ id, kind }) => id === planned.id && kind !== "break"));
  const pairs = seats.flatMap((a, i) =>
    seats
      .slice(i + 1)
      .filter((b) => worker(world, a.shift) !== worker(world, b.shift))
      .map((b) => [a, b] as const),
  );
  const apart = ([a, b]: (typeof pairs)[number]): number => b.planned.start - a.planned.start;
  const closest = pairs.toSorted((one, other) => Math.abs(apart(one)) - Math.abs(apart(other)))[0];
  if (closest === undefined) return [];
  const members = closest.map(({ planned }) => planned.id);
  const together = { id: "double", kind: "gap", tasks: members, from: "start", to: "start", clock: "elapsed", over: "next" } as const;
  return [
    { ...together, span: around(draw, apart(closest), draw.random.chance(0.5) ? 0 : share(draw, 1 / 96)) },
    { id: "two people", kind: "workers", tasks: members, distinct: [2, 2] },
  ];
}

/** So many days between two tasks, and slots on other days that would change that. */
export function drawDaysApart(
  usual: Draw,
  world: World,
  tasks: readonly Task[],
  plan: Plan["shifts"],
): { readonly tasks: readonly Task[]; readonly relations: readonly Relation[] } {
  const none = { tasks, relations: [] };
  const wanted = (["relations", "slots", "daysApart"] as const).every((feature) => usual.features.has(feature));
  if (!wanted || world.days.length < 2) return none;
  const draw = usual.aside("daysApart");
  const served = draw.random.shuffled([...seatsOf(plan).values()]).slice(0, 2);
  if (served.length < 2) return none;
  const members = served.map(({ planned }) => planned.id);
  const shape = { from: "start", to: "start", clock: "days", over: "next" } as const;
  const gap = near(draw, gapsOf(world, shape, served)[0] ?? 0, 1);
  const elsewhen = (task: Task): Task => {
    const slot = task.slots[served.find(({ planned }) => planned.id === task.id)?.planned.slot ?? -1];
    if (slot === undefined) return task;
    const by = (tick: number | null, days: number): number | null => (tick === null ? null : tick + days * draw.dayTicks);
    const others = [-1, 1].map((days) => ({ start: [by(slot.start[0], days), by(slot.start[1], days)] as const }));
    return { ...task, slots: [...task.slots, ...others] };
  };
  return { tasks: tasks.map(elsewhen), relations: [{ id: "days apart", kind: "gap", tasks: members, ...shape, span: [gap, gap] }] };
}

const worker = (world: World, { shift }: PlannedShift): string | undefined => world.shifts.find(({ id }) => id === shift)?.worker.id;

function countSpan(draw: Draw, count: number): Span {
  const center = Math.max(0, near(draw, count, 1));
  const low = Math.max(0, center - between(draw, 0, 1));
  return draw.random.pick<Span>([
    [center, center],
    [low, center],
    [null, center],
    [low, null],
    [low, center + 1],
  ]);
}

function drawGap(
  draw: Draw,
  world: World,
  base: { readonly id: string; readonly tasks: readonly string[] },
  served: readonly Seat[],
): GapRelation {
  const shape = {
    from: draw.random.pick(["start", "end"] as const),
    to: draw.random.pick(["start", "end"] as const),
    clock: draw.random.pick(["elapsed", "elapsed", "days", "timeOfDay"] as const),
    over: draw.random.pick(["next", "every"] as const),
    ...(draw.random.chance(0.5) ? { eitherOrder: true as const } : {}),
  };
  const gaps = gapsOf(world, shape, served);
  const reach = shape.clock === "days" ? 1 : share(draw, 1 / 12);
  if (gaps.length === 0) return { ...base, kind: "gap", ...shape, span: around(draw, 0, reach) };
  const low = around(draw, Math.min(...gaps), reach)[0];
  const high = around(draw, Math.max(...gaps), reach)[1];
  return { ...base, kind: "gap", ...shape, span: low !== null && high !== null && low > high ? [high, low] : [low, high] };
}

/** All measured gaps of the hidden plan. */
export function gapsOf(
  world: Pick<World, "days">,
  shape: Pick<GapRelation, "from" | "to" | "clock" | "over" | "eitherOrder">,
  served: readonly Seat[],
): readonly number[] {
  const read = (tick: number): number => {
    const index = Math.max(0, world.days.filter(({ begins }) => begins <= tick).length - 1);
    const { begins, clockChange } = world.days[index] as World["days"][number];
    if (shape.clock === "elapsed") return tick;
    return shape.clock === "days" ? index : tick - begins + (clockChange !== undefined && tick >= clockChange.at ? clockChange.by : 0);
  };
  const line = shape.eitherOrder ? served.toSorted((a, b) => read(a.planned.start) - read(b.planned.start)) : served;
  return line.flatMap((a, i) =>
    line.slice(i + 1, shape.over === "next" ? i + 2 : undefined).map((b) => read(b.planned[shape.to]) - read(a.planned[shape.from])),
  );
}

export function drawBudgets(draw: Draw, tasks: readonly Task[], shifts: readonly Shift[], plan: Plan["shifts"]): readonly Budget[] {
  if (!draw.features.has("budgets")) return [];
  return list(between(draw, 1, 3), (i) => {
    const of = draw.random.pick(["task", "shift"] as const);
    const from = between(draw, 0, draw.dayTicks);
    const budget = {
      id: `b${i}`,
      of,
      members: some(
        draw,
        (of === "task" ? tasks : shifts).map(({ id }) => id),
        0.7,
      ),
      quantity: draw.random.pick(of === "task" ? (["serviceTicks", "count"] as const) : (["serviceTicks", "workTicks", "count"] as const)),
      opening: between(draw, 0, 20),
      reserved: between(draw, 0, 20),
      ...(draw.random.chance(0.4) ? { within: [from, from + between(draw, 1, draw.dayTicks)] as const } : {}),
    };
    const used = usedOf(budget, tasks, plan);
    const reach = budget.quantity === "count" ? 2 : share(draw, 1 / 20);
    const limit: Span = draw.random.chance(0.3) ? [null, null] : around(draw, used, reach);
    return { ...budget, limit, ...(draw.random.chance(0.6) ? { cost: valley(draw, used + between(draw, -reach, reach), reach) } : {}) };
  });
}

export function usedOf(budget: Omit<Budget, "limit" | "cost">, tasks: readonly Task[], plan: Plan["shifts"]): number {
  const isBreak = new Set(tasks.filter(({ kind }) => kind === "break").map(({ id }) => id));
  const length = (entries: readonly PlannedTask[]): number => entries.reduce((sum, { start, end }) => sum + end - start, 0);
  const entries =
    budget.of === "task"
      ? plan.flatMap((shift) => shift.tasks.map((task) => ({ id: task.id, at: task.start, service: task.end - task.start, work: 0 })))
      : plan.map(({ shift, begin, end, tasks: own }) => {
          const breaks = length(own.filter(({ id }) => isBreak.has(id)));
          return { id: shift, at: begin, service: length(own) - breaks, work: end - begin - breaks };
        });
  const [first, last] = budget.within ?? [-Infinity, Infinity];
  const counted = entries.filter(({ id, at }) => budget.members.includes(id) && at >= first && at < last);
  const amounts = counted.map((entry) => (budget.quantity === "count" ? 1 : budget.quantity === "workTicks" ? entry.work : entry.service));
  return amounts.reduce((sum, amount) => sum + amount, budget.opening + budget.reserved);
}

export function drawPins(draw: Draw, world: World, plan: Plan["shifts"]): readonly Pin[] {
  if (!draw.features.has("pins")) return [];
  return plan.flatMap((shift) =>
    shift.tasks.flatMap((task, i) => {
      if (draw.random.chance(0.75)) return [];
      const after = i > 0 && draw.random.chance(0.4) ? shift.tasks[draw.random.below(i)]?.id : undefined;
      return [
        defined<Pin>({
          task: task.id,
          shift: draw.random.chance(0.4) ? shift.shift : undefined,
          worker: draw.random.chance(0.3) ? worker(world, shift) : undefined,
          slot: draw.random.chance(0.3) ? task.slot : undefined,
          start: draw.random.chance(0.3) ? task.start : undefined,
          after,
        }),
      ];
    }),
  );
}

/** How many tasks of a round somebody has begun or set out for before `now`. */
function setOut({ begin, tasks }: PlannedShift, now: number): number {
  return begin < now ? tasks.filter((_, i) => (tasks[i - 1]?.end ?? begin) < now).length : 0;
}

/** A baseline like the hidden plan; what begins before `now` is the same, the rest may be moved, given away or missing. */
export function drawBaseline(draw: Draw, plan: Plan["shifts"]): Pick<Demand, "baseline" | "now"> {
  if (!draw.features.has("baseline") || plan.length === 0) return {};
  const now = on(draw, "now", 1) ? draw.random.pick(plan).begin + between(draw, 0, share(draw, 0.1)) : undefined;
  const kept = plan.map((shift) => ({ ...shift, tasks: shift.tasks.slice(0, setOut(shift, now ?? -Infinity)) }));
  const open = kept.filter(({ tasks }, i) => tasks.length < (plan[i]?.tasks.length ?? 0) || (tasks.at(-1)?.end ?? Infinity) >= (now ?? -Infinity));
  for (const [i, shift] of plan.entries()) {
    for (const task of shift.tasks.slice(kept[i]?.tasks.length)) {
      const move = draw.random.chance(0.5) ? between(draw, 0, share(draw, 1 / 24)) : 0;
      const target = draw.random.chance(0.3) ? draw.random.pick(open) : kept[i];
      if (draw.random.chance(0.85)) target?.tasks.push({ ...task, start: task.start + move, end: task.end + move });
    }
  }
  return { baseline: kept.filter(({ tasks }) => tasks.length > 0), ...(now === undefined ? {} : { now }) };
}
