/** Shifts that have hardly any slack, and whom to call if they run late. */
import type { Round } from "../../kpi/round.ts";
import { dayIndexAt } from "../../model/time.ts";
import { className } from "../classes.ts";
import { formatClock, formatNumber } from "../format.ts";
import { hasSheet, shiftAnchor, type View } from "../view.ts";
import { isAble } from "./callIn.ts";
import { freeStaff } from "./freeTime.ts";
import { type Item, namesOf, orderOf } from "./item.ts";
import { workText } from "./lost.ts";
import { type Slack, slackOf } from "./slack.ts";
import { UNSOLVED_WORDS } from "./words.ts";

/** Minutes of slack below which a shift is listed. */
export const TIGHT_MINUTES = 10;

/** By begin: who has least is no rank. */
export const tightItems = (view: View): Item[] =>
  [...view.rounds.values()].flatMap((round) => {
    const slack = tightSlack(view, round);
    return slack === undefined ? [] : [itemOf(view, round, slack)];
  });

/** Is the round's shift listed? */
export const isTight = (view: Pick<View, "demand" | "look">, round: Round): boolean => tightSlack(view, round) !== undefined;

function tightSlack(view: Pick<View, "demand" | "look">, round: Round): Slack | undefined {
  const slack = slackOf(view, round);
  return slack !== undefined && slack.ticks < TIGHT_MINUTES * view.demand.ticksPerMinute ? slack : undefined;
}

function itemOf(view: View, round: Round, slack: Slack): Item {
  const { demand, people, locale } = view;
  const words = UNSOLVED_WORDS[locale].slack;
  const minutes = formatNumber(Math.floor(Math.abs(slack.ticks) / demand.ticksPerMinute), 0, locale);
  const { begin, end } = round.planned;
  const [limit, action] = limitOf(view, round, slack);
  return {
    kind: "slack", isCallable: false, order: orderOf(begin), who: people.staff(round.shift.worker), ...(hasSheet(view, round.shift.id) && { anchor: shiftAnchor(view, round.shift.id) }), when: workText(view, begin, end),
    fact: `${slack.ticks < 0 ? words.late(minutes) : words.fact(minutes)} ${limit}`, action,
  };
}

/** What gives way first, and what to do about it. */
function limitOf(view: View, round: Round, { limit }: Slack): readonly [limit: string, action: string] {
  const { demand, people, locale } = view;
  const words = UNSOLVED_WORDS[locale].slack;
  if (limit !== undefined) {
    const latest = formatClock(demand, limit.latest);
    const { client } = limit.task;
    const what = className(limit.task.class, locale);
    const by = client !== undefined && limit.isPromised ? words.byClient(people.client(client), latest) : words.byOther(what, latest);
    return [by, client === undefined ? words.keepOther(what) : words.callClient(people.client(client))];
  }
  const paidTo = formatClock(demand, round.shift.paidTo ?? round.planned.end);
  const last = round.pieces.findLast(({ activity }) => activity === "client");
  const task = last?.task;
  if (last === undefined || task === undefined) return [words.byEnd(paidTo), words.overtime];
  const day = dayIndexAt(demand.days, last.begin);
  const free = freeStaff(view, [last.begin, last.end], last.end - last.begin).filter((id) => {
    const worker = view.look.workers.get(id);
    return id !== round.shift.worker && worker !== undefined && isAble(worker, task, day);
  });
  return [words.byEnd(paidTo), free.length === 0 ? words.overtime : words.handOver(people.client(task.client), namesOf(view, free))];
}
