/** Visits that nobody is planned to do, told by name: the first of them, and why. */
import { lookUp } from "../kpi/lookup.ts";
import { type UnstaffedReason, type UnstaffedTask, unstaffedTasks } from "../kpi/unstaffed.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { dayIndexAt } from "../model/time.ts";
import { className } from "../report/classes.ts";
import { formatClock, formatNumber, formatShortDate } from "../report/format.ts";
import { peopleOf } from "../report/people.ts";

const MOST_NAMED = 10;

type Lang = "sv" | "en";

const WORDS: Readonly<Record<Lang, { readonly some: string; readonly more: (count: number) => string; readonly reasons: Readonly<Record<UnstaffedReason, string>> }>> = {
  en: {
    some: "some time from",
    more: (count) => `  … and ${count} more`,
    reasons: { frameUsedUp: "the frame is used up", nobodyQualified: "nobody has the skill, or may come", nobodyOnShift: "nobody who can is at work then", noRoom: "those who can have no room in their rounds" },
  },
  sv: {
    some: "någon gång från",
    more: (count) => `  … och ${count} till`,
    reasons: { frameUsedUp: "ramen är slut", nobodyQualified: "ingen har kompetensen eller får komma", nobodyOnShift: "ingen som kan är på jobbet då", noRoom: "de som kan har inte plats i sina turer" },
  },
};

/** One line per visit, the most important first, then by time; one by two that lacks both stands once. O(see `unstaffedTasks`). */
export function unstaffedLines(town: Case, demand: Demand, plan: Plan, lang: Lang): string[] {
  const people = peopleOf(town);
  const words = WORDS[lang];
  const firsts = new Map<string, UnstaffedTask>();
  for (const one of unstaffedTasks(demand, plan, lookUp(town, demand, plan))) {
    const key = one.task.serves?.join(" ") ?? one.task.id;
    if (!firsts.has(key)) firsts.set(key, one);
  }
  const ordered = [...firsts.values()].sort((a, b) => b.task.priority - a.task.priority || beginOf(a) - beginOf(b));
  const lines = ordered.slice(0, MOST_NAMED).map((one) => {
    const { task, minutes, reason } = one;
    return `  ${people.client(task.client)}, ${className(task.class, lang)} ${formatNumber(minutes, 0, lang)} min, ${hoursOf(demand, one, lang)}: ${words.reasons[reason]}`;
  });
  return ordered.length > MOST_NAMED ? [...lines, words.more(ordered.length - MOST_NAMED)] : lines;
}

const beginOf = ({ task: { slots } }: UnstaffedTask): number => slots[0]?.start[0] ?? slots[0]?.start[1] ?? 0;

/** `mån 9 mars 07:30–08:15`. */
function hoursOf(demand: Demand, one: UnstaffedTask, lang: Lang): string {
  const { slots } = one.task;
  const from = beginOf(one);
  const to = slots[0]?.start[1] ?? from;
  const day = formatShortDate(demand.days[dayIndexAt(demand.days, from)]?.date ?? "", lang);
  const [begin, end] = [formatClock(demand, from), formatClock(demand, to)];
  return `${slots.length > 1 ? `${WORDS[lang].some} ` : ""}${day} ${begin === end ? begin : `${begin}–${end}`}`;
}
