/** Two staff with one client at the same time, each with a visit of their own. */
import { needOf, type Served, servedBy } from "../../kpi/lookup.ts";
import type { Relation } from "../../model/relation.ts";
import type { Id, Tick } from "../../units.ts";
import { className } from "../classes.ts";
import { clientAnchor } from "../clients/anchor.ts";
import { formatClock } from "../format.ts";
import type { View } from "../view.ts";
import { type Item, orderOf } from "./item.ts";
import { workText } from "./lost.ts";
import { UNSOLVED_WORDS } from "./words.ts";

/** Those who do one visit. */
type Group = readonly [Served, ...Served[]];

/**
 * One per pair of visits that overlap by a minute or more in one home, by time. None are a visit by several, visits that a relation puts together, what is done by
 * phone, errands, and what a household shares. O(tasks + relations + pairs of a client's visits).
 */
export function atOnceItems(view: View): Item[] {
  const together = tiesIn(view.demand.relations);
  return [...visitsByHome(view).values()].flatMap((visits) =>
    visits.flatMap((a, i) => visits.slice(i + 1).flatMap((b) => (areAtOnce(a, b, view.demand.ticksPerMinute) && !together(a[0].task.id, b[0].task.id) ? [itemOf(view, a, b)] : []))),
  );
}

/** Visits in the home, in order of start, by client and place. */
function visitsByHome({ demand, look }: Pick<View, "demand" | "look">): ReadonlyMap<string, Group[]> {
  const groups = new Map<string, [Served, ...Served[]]>();
  for (const task of demand.tasks) {
    const served = look.served.get(task.id);
    const isErrand = (task.serves ?? []).some((occurrence) => needOf(look, occurrence)?.kind === "errand");
    if (served === undefined || task.kind !== "care" || task.client === undefined || isErrand || servedBy(look, task).length > 1) continue;
    const key = task.serves?.join(" ") ?? task.id;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [served]);
    else known.push(served);
  }
  const homes = new Map<string, Group[]>();
  for (const group of groups.values()) {
    const key = JSON.stringify([group[0].task.client, group[0].task.place]);
    homes.set(key, [...(homes.get(key) ?? []), group]);
  }
  for (const visits of homes.values()) visits.sort((a, b) => beginOf(a) - beginOf(b));
  return homes;
}

const beginOf = (group: Group): Tick => Math.min(...group.map(({ planned }) => planned.start));

/** Is anybody of one there so long while another person of the other is? */
const areAtOnce = (a: Group, b: Group, ticks: Tick): boolean =>
  a.some((one) => b.some((other) => one.shift.worker !== other.shift.worker && Math.max(one.planned.start, other.planned.start) + ticks <= Math.min(one.planned.end, other.planned.end)));

/** Do hard relations tie two tasks to be done together: all or none, or so long from start to start? */
function tiesIn(relations: readonly Relation[]): (a: Id, b: Id) => boolean {
  const tied = new Set<string>();
  for (const relation of relations) {
    const isTie = relation.kind === "presence" ? (relation.count[0] ?? 0) > 1 : relation.kind === "gap" && relation.clock === "elapsed" && relation.from === "start" && relation.to === "start" && relation.span[1] !== null;
    if (!isTie || relation.soft !== undefined) continue;
    for (const a of relation.tasks) for (const b of relation.tasks) tied.add(JSON.stringify([a, b]));
  }
  return (a, b) => tied.has(JSON.stringify([a, b]));
}

function itemOf(view: View, a: Group, b: Group): Item {
  const { demand, people, locale, town, look } = view;
  const words = UNSOLVED_WORDS[locale].atOnce;
  const client = a[0].task.client ?? "";
  const both = [...a, ...b];
  const [from, to] = [Math.max(beginOf(a), beginOf(b)), Math.min(endOf(a), endOf(b))];
  const text = (group: Group): string =>
    words.one(group.map(({ shift }) => people.staff(shift.worker)).join(" + "), className(group[0].task.class, locale), formatClock(demand, beginOf(group)), formatClock(demand, endOf(group)));
  return {
    kind: "atOnce", isCallable: false, order: orderOf(Math.min(...both.map(({ planned }) => planned.start))),
    who: people.client(client), ...(look.clients.has(client) && { anchor: clientAnchor(town, client) }), when: workText(view, from, to), fact: `${text(a)}; ${text(b)}.`, action: words.action,
  };
}

const endOf = (group: Group): Tick => Math.max(...group.map(({ planned }) => planned.end));
