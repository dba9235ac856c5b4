/** Breaks that found no room in a round, and rest that is too short between shifts. */
import type { Task } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import { formatClock, formatNumber, formatShortDate } from "../format.ts";
import { hasSheet, shiftAnchor, type View } from "../view.ts";
import { freeStaff } from "./freeTime.ts";
import { type Item, namesOf, orderOf } from "./item.ts";
import { lostRests } from "./rest.ts";
import { UNSOLVED_WORDS } from "./words.ts";

export const lostItems = (view: View): Item[] => [...lostBreaks(view).map((task) => breakItem(view, task)), ...restItems(view)];

/** Unpaid rests that are due in a used shift and not planned, in the order of the Demand. */
export function lostBreaks({ demand, look, rounds }: View): Task[] {
  return demand.tasks.filter((task) => {
    const round = rounds.get(task.who.shifts?.[0] ?? "");
    if (task.kind !== "break" || task.required === false || round === undefined || look.served.has(task.id)) return false;
    return task.required === true || round.planned.end - round.planned.begin > task.required.whenShiftExceeds;
  });
}

function breakItem(view: View, task: Task): Item {
  const { demand, rounds, people, locale } = view;
  const words = UNSOLVED_WORDS[locale];
  const { shift, planned } = rounds.get(task.who.shifts?.[0] ?? "") as NonNullable<ReturnType<typeof rounds.get>>;
  const ticks = task.duration.min;
  const [first, last] = task.slots[0]?.start ?? [null, null];
  const window = [first ?? planned.begin, (last ?? planned.end) + ticks] as const;
  const hours = words.between(formatClock(demand, window[0]), formatClock(demand, window[1]));
  const helpers = freeStaff(view, window, ticks).filter((id) => id !== shift.worker);
  return {
    kind: "rest", isCallable: helpers.length > 0, order: orderOf(planned.begin),
    who: people.staff(shift.worker), ...(hasSheet(view, shift.id) && { anchor: shiftAnchor(view, shift.id) }), when: workText(view, planned.begin, planned.end),
    fact: words.rest.rast(formatNumber(ticks / demand.ticksPerMinute, 0, locale)),
    action: helpers.length > 0 ? words.rest.helpers(hours, namesOf(view, helpers)) : words.rest.noHelpers(hours),
  };
}

function restItems(view: View): Item[] {
  const { demand, rounds, people, locale } = view;
  const words = UNSOLVED_WORDS[locale].rest;
  const workOf = new Map<Id, { begin: Tick; end: Tick }[]>();
  for (const { shift, planned } of rounds.values()) workOf.set(shift.worker, [...(workOf.get(shift.worker) ?? []), planned]);
  return demand.workers.flatMap((worker) =>
    lostRests(worker, workOf.get(worker.id) ?? []).map(({ begin, end, atLeast }): Item => {
      const rest = formatNumber(atLeast / demand.ticksPerMinute / 60, 0, locale);
      return {
        kind: "rest", isCallable: false, order: orderOf(begin), who: people.staff(worker.id), when: workText(view, begin, end), fact: words.tooLong(rest), action: words.swap(rest),
      };
    }),
  );
}

/** `mån 2 mars 07:00–15:30`, or from one day to another. */
export function workText({ demand, locale }: Pick<View, "demand" | "locale">, begin: Tick, end: Tick): string {
  const day = (tick: Tick): string => formatShortDate(demand.days[dayIndexAt(demand.days, tick)]?.date ?? "", locale);
  const isLong = end - begin > 24 * 60 * demand.ticksPerMinute;
  return `${day(begin)} ${formatClock(demand, begin)}–${isLong ? `${day(end)} ` : ""}${formatClock(demand, end)}`;
}
