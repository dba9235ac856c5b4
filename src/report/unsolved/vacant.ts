/** Shifts that nobody works (*vakanta pass*), and who could. */
import type { CaseShift } from "../../model/staff.ts";
import { windowMinutes } from "../../model/civil.ts";
import type { Id } from "../../units.ts";
import { tickOn } from "../promise.ts";
import type { View } from "../view.ts";
import { hourlyFirst, isOff, isRested } from "./callIn.ts";
import { type Item, namesOf, orderOf } from "./item.ts";
import { workText } from "./lost.ts";
import { hoursOfShift, keepsRest, type Work } from "./rest.ts";
import { UNSOLVED_WORDS } from "./words.ts";

/** Vacant shifts on the days planned, in the order of the Case. */
export function vacantItems(view: View): Item[] {
  const { town, demand, locale } = view;
  const words = UNSOLVED_WORDS[locale].vacant;
  return town.shifts.flatMap((shift): Item[] => {
    const day = demand.days.findIndex(({ date }) => date === shift.date);
    const on = demand.days[day];
    if (shift.staff !== undefined || on === undefined) return [];
    const [from, to] = windowMinutes([shift.from, shift.to]);
    const hours = { begin: tickOn(demand, on, from), end: tickOn(demand, on, to) };
    const staff = whoCouldWork(view, shift, hours, day);
    return [{
      kind: "vacant", isCallable: staff.length > 0, order: orderOf(hours.begin), who: words.who, when: workText(view, hours.begin, hours.end),
      fact: words.fact, action: staff.length > 0 ? UNSOLVED_WORDS[locale].visit.callIn(namesOf(view, staff)) : words.nobody,
    }];
  });
}

/** Staff who are off that day and rested for those hours; the hourly first, then those of the shift's team. */
function whoCouldWork({ town, demand }: View, { team }: CaseShift, hours: Work, day: number): Id[] {
  const able = demand.workers.filter((worker) => {
    const work = demand.shifts.filter((shift) => shift.worker === worker.id).flatMap((shift) => hoursOfShift(shift) ?? []);
    return isOff(demand, work, day) && isRested(worker, work, hours) && keepsRest(worker, work, hours);
  });
  return hourlyFirst(town, able.map(({ id }) => id), team);
}
