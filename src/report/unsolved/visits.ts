/** Visits that nobody is planned to do: what is missing, and whom to call. */
import type { Task } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import { className } from "../classes.ts";
import { formatClock, formatNumber, formatShortDate } from "../format.ts";
import type { View } from "../view.ts";
import { isWelcome } from "./callIn.ts";
import { clientAnchor } from "../clients/anchor.ts";
import { shortageFor } from "./account.ts";
import { type CallPlan, callText } from "./calls.ts";
import { type Item, namesOf } from "./item.ts";
import { type Lacking, lackingVisits, VITAL } from "./lacking.ts";
import { UNSOLVED_WORDS } from "./words.ts";

/** One per occurrence, the most important first: a visit by two that lacks both stands once. */
export const unstaffedItems = (view: View, calls: CallPlan): Item[] => lackingVisits(view).map((lacking) => itemOf(view, lacking, calls));

function itemOf(view: View, { missing, order }: Lacking, calls: CallPlan): Item {
  const { demand, locale, people } = view;
  const [{ task, minutes }] = missing;
  const words = UNSOLVED_WORDS[locale].visit;
  const what = words.what(className(task.class, locale), formatNumber(minutes, 0, locale), missing.length);
  const vital = task.priority >= VITAL ? `${words.vital} ` : "";
  const { why, action, isCallable } = remedyFor(view, missing, calls);
  return {
    kind: "visit", isCallable, order,
    who: people.client(task.client), ...(view.look.clients.has(task.client ?? "") && { anchor: clientAnchor(view.town, task.client ?? "") }), when: UNSOLVED_WORDS[locale].toBegin(hoursOf(demand, task, view)), fact: `${vital}${what} ${why}`, action,
  };
}

interface Remedy {
  readonly why: string;
  readonly action: string;
  readonly isCallable: boolean;
}

function remedyFor(view: View, missing: Lacking["missing"], { visits, frameSpent, allCalled }: CallPlan): Remedy {
  const [{ task, reason, candidates }] = missing;
  const tasks = missing.map((one) => one.task);
  const { demand, locale } = view;
  const words = UNSOLVED_WORDS[locale].visit;
  if (reason === "frameUsedUp") return { ...shortageFor(view, tasks, false), isCallable: false };
  if (reason === "nobodyQualified") {
    const lacking = (task.who.all ?? []).filter((skill) => !demand.workers.some((w) => w.skills.some(({ id, level }) => id === skill && level >= (task.who.level ?? 0))));
    if (lacking.length === 0) return { why: words.notWelcome, action: words.callClient, isCallable: true };
    const skills = skillsText(view, lacking);
    const ended = endedFor(view, task, lacking);
    return { why: ended === "" ? words.noSkill(skills) : ended, action: words.callNurse(skills, namesOf(view, atWork(view, task), true)), isCallable: true };
  }
  const why = reason === "noRoom" ? words.noRoom(namesOf(view, candidates, true)) : hourMissing(view, task);
  const proposal = visits.get(task.id);
  if (proposal !== undefined) return { why, action: callText(view, proposal), isCallable: true };
  if (!frameSpent.has(task.id)) return { why, action: allCalled.has(task.id) ? words.allCalled : words.nobody, isCallable: false };
  const short = shortageFor(view, tasks, true);
  return { why: short.why === "" ? why : `${why} ${short.why}`, action: short.action, isCallable: false };
}

function hourMissing(view: View, task: Task): string {
  const words = UNSOLVED_WORDS[view.locale].visit;
  const ended = endedFor(view, task, task.who.all ?? []);
  const plain = words.noHour(skillsText(view, task.who.all ?? []), hoursOf(view.demand, task, view));
  return ended === "" ? plain : `${plain} ${ended}`;
}

const skillsText = ({ locale }: View, skills: readonly Id[]): string => skills.map((id) => className(id, locale)).join(" + ");

/** Staff of one of the skills whose delegation was over by the day of the visit, as a sentence; empty: none. */
function endedFor({ town, demand, locale, people }: View, task: Task, skills: readonly Id[]): string {
  const first = task.slots[0]?.start;
  const date = demand.days[dayIndexAt(demand.days, first?.[0] ?? first?.[1] ?? 0)]?.date ?? "";
  for (const skill of skills) {
    for (const { id, skills: own } of town.staff) {
      const over = own.findLast((s) => s.id === skill && s.to !== undefined && s.to < date);
      if (over?.to !== undefined && !own.some((s) => s.id === skill && (s.to ?? date) >= date)) {
        return UNSOLVED_WORDS[locale].visit.ended(people.staff(id), className(skill, locale), formatShortDate(over.to, locale));
      }
    }
  }
  return "";
}

/** Staff who are on a shift all through some start of the visit, and welcome there. */
function atWork({ demand }: View, task: Task): Id[] {
  const present = demand.shifts.filter((shift) =>
    task.slots.some(({ start: [from, to] }) => {
      const begin = Math.max(from ?? -Infinity, shift.begins[0] ?? -Infinity);
      return begin <= (to ?? Infinity) && begin + task.duration.min <= (shift.paidTo ?? shift.ends[1] ?? Infinity);
    }),
  );
  const workers = new Map(demand.workers.map((worker) => [worker.id, worker]));
  return [...new Set(present.map(({ worker }) => worker))].filter((id) => {
    const worker = workers.get(id);
    return worker !== undefined && isWelcome(worker, task.who);
  });
}

/** The days and hours that its slots leave open: `mån 2 mars 08:00–10:00`; the same hours on several days once. */
function hoursOf(demand: View["demand"], { slots }: Task, { locale }: Pick<View, "locale">): string {
  const all = slots.map(({ start: [from, to] }) => {
    const [first, last] = [from ?? to ?? 0, to ?? from ?? 0];
    const [begin, end] = [formatClock(demand, first), formatClock(demand, last)];
    return { day: formatShortDate(demand.days[dayIndexAt(demand.days, first)]?.date ?? "", locale), hours: begin === end ? begin : `${begin}–${end}` };
  });
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (all.length > 1 && all.every(({ hours }) => hours === first.hours)) return `${UNSOLVED_WORDS[locale].someDay(first.day, last.day)} ${first.hours}`;
  return all.slice(0, SLOTS).map(({ day, hours }) => `${day} ${hours}`).join("; ") + (all.length > SLOTS ? "; …" : "");
}

/** Slots told one by one. */
const SLOTS = 3;
