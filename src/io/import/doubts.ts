/** What tables may say, but seldom mean: noted, and read as written. */
import { addDays, daysBetween } from "../../calendar/civil.ts";
import type { Case, Client, FramePeriod, Need } from "../../model/case.ts";
import { windowMinutes } from "../../model/civil.ts";
import type { CaseShift } from "../../model/staff.ts";
import type { Findings } from "./faults.ts";
import { fold } from "./fold.ts";
import { DOUBT } from "./doubtMessages.ts";
import type { Origins } from "./origins.ts";

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
/** A longer visit is rare enough to be a slip of the pen. */
const LONG_MINUTES = 8 * MINUTES_PER_HOUR;
/** Equal parts of a window this long keep two times a day apart well enough where nothing is to be injected. */
const WIDE_PART_MINUTES = 180;
/** More than so many times the frame is no matter of planning. */
const MUCH_OVER_FRAME = 1.5;
/** A frame so many times the need was not meant in hours. */
const MOST_UNDER_FRAME = 4;
const DAILY_REST_HOURS = 11;
/** Days without any shift, beyond which a few shifts stand alone. */
const GAP_DAYS = 5;
const FEW_SHARE = 0.1;
const WEEKS_IN: Readonly<Record<FramePeriod, number>> = { week: 1, fourWeeks: 4, calendarMonth: 365.25 / 12 / 7 };

/** O(size of the Case). */
export function noteDoubts(town: Case, origins: Origins, findings: Findings): void {
  for (const [i, need] of town.needs.entries()) doubtNeed(town, need, i, origins, findings);
  for (const [i, client] of town.clients.entries()) doubtFrame(town, client, i, origins, findings);
  doubtDoses(town, origins, findings);
  doubtRest(town, findings);
  doubtDates(town.shifts, origins, findings);
}

const DELEGATED = /\b(insulin|medicin|medicine|medication|lakemedel|injektion|injection)/;

/** Work that a nurse delegates, by its skills or its name. */
const isDelegated = ({ skills = [], class: work }: Need, skillsLabel: string): boolean =>
  [...skills, work].some((word) => DELEGATED.test(fold(word))) || (skills.length > 0 && /^delegering/.test(fold(skillsLabel)));

const basisOf = (town: Case, need: Need): string => need.basis ?? town.clients.find(({ id }) => id === need.client)?.decision.basis ?? "SoL";

function doubtNeed(town: Case, need: Need, i: number, origins: Origins, findings: Findings): void {
  const row = origins.rowOf("needs", i);
  const { times, per } = need.often;
  const note = (said: Parameters<Findings["note"]>[1]): void => findings.note("needs.csv", said, row?.number);
  const isDose = isDelegated(need, row?.labelOf("skills") ?? "");
  const basis = basisOf(town, need);
  if (isDose && basis === "SoL") note(DOUBT.notADose(need.class, basis));
  if (need.minutes > LONG_MINUTES) note(DOUBT.long(need.minutes));
  const [begin, end] = windowMinutes(need.window);
  const part = (end - begin) / times;
  if (per === "day" && times > 1 && (isDose || basis === "HSL" || part < WIDE_PART_MINUTES)) note(DOUBT.oneWindow(times, ...need.window));
}

/** Two rows of one client's class whose windows overlap, by day. */
function doubtDoses({ needs }: Case, origins: Origins, findings: Findings): void {
  const byWork = new Map<string, { readonly need: Need; readonly row: number | undefined }[]>();
  needs.forEach((need, i) => {
    if (need.often.per !== "day") return;
    const key = JSON.stringify([need.client, need.class]);
    const row = origins.rowOf("needs", i)?.number;
    const [from, to] = windowMinutes(need.window);
    const others = byWork.get(key) ?? [];
    const over = others.find((other) => {
      const [begin, end] = windowMinutes(other.need.window);
      return from < end && begin < to && sharesDay(need, other.need);
    });
    if (over !== undefined) findings.note("needs.csv", DOUBT.overlapping(need.class, over.row, need.client), row);
    byWork.set(key, [...others, { need, row }]);
  });
}

const sharesDay = ({ often: { weekdays: a } }: Need, { often: { weekdays: b } }: Need): boolean => a === undefined || b === undefined || a.some((day) => b.includes(day));

function doubtFrame(town: Case, { id, decision: { grants } }: Client, i: number, origins: Origins, findings: Findings): void {
  if (grants.kind !== "frame") return;
  const own = town.needs.filter((need) => need.client === id && !["HSL", "alarm"].includes(basisOf(town, need)));
  const due = Math.round(own.reduce((sum, need) => sum + minutesPerWeek(need), 0) * WEEKS_IN[grants.per]);
  if (due <= MUCH_OVER_FRAME * grants.minutes) return;
  const asHours = grants.minutes * MINUTES_PER_HOUR;
  findings.note("clients.csv", DOUBT.overFrame(due, grants.minutes, grants.per, due <= MUCH_OVER_FRAME * asHours && asHours <= MOST_UNDER_FRAME * due ? asHours : undefined), origins.rowOf("clients", i)?.number);
}

const minutesPerWeek = ({ minutes, often: { times, per, weekdays, everyWeeks = 1 } }: Need): number =>
  (minutes * times * (per === "week" ? 1 : (weekdays?.length ?? 7))) / everyWeeks;

/** Once per person: nights shorter than the daily rest, between shifts that begin on different days. */
function doubtRest({ shifts, agreement }: Case, findings: Findings): void {
  const restHours = agreement?.dailyRestHours ?? DAILY_REST_HOURS;
  const first = shifts.reduce((least, { date }) => (date < least ? date : least), shifts[0]?.date ?? "");
  const byPerson = new Map<string, { readonly shift: CaseShift; readonly begin: number; readonly end: number }[]>();
  for (const shift of shifts) {
    if (shift.staff === undefined) continue;
    const [from, to] = windowMinutes([shift.from, shift.to]);
    const midnight = daysBetween(first, shift.date) * MINUTES_PER_DAY;
    byPerson.set(shift.staff, [...(byPerson.get(shift.staff) ?? []), { shift, begin: midnight + from, end: midnight + to }]);
  }
  for (const [person, own] of byPerson) {
    own.sort((a, b) => a.begin - b.begin);
    const short = own.flatMap((one, i) => {
      const next = own[i + 1];
      return next !== undefined && next.shift.date !== one.shift.date && next.begin - one.end < restHours * MINUTES_PER_HOUR ? [{ before: one, next }] : [];
    });
    const [one] = short;
    if (one === undefined) continue;
    const hours = Math.max(0, one.next.begin - one.before.end) / MINUTES_PER_HOUR;
    const night = { date: addDays(first, Math.floor(one.before.end / MINUTES_PER_DAY)), to: one.before.shift.to, next: one.next.shift.date, from: one.next.shift.from };
    findings.note("shifts.csv", DOUBT.shortRest(person, short.length, restHours, Math.round(hours * 10) / 10, night));
  }
}

/** A few shifts days away from all others: a month or a day mistyped makes the period longer. */
function doubtDates(shifts: readonly CaseShift[], origins: Origins, findings: Findings): void {
  const dated = shifts.map(({ date }, i) => ({ date, row: origins.rowOf("shifts", i)?.number })).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const groups: (typeof dated)[] = [];
  for (const one of dated) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last === undefined || before === undefined || daysBetween(before.date, one.date) > GAP_DAYS) groups.push([one]);
    else last.push(one);
  }
  const most = Math.max(0, ...groups.map(({ length }) => length));
  groups.forEach((group, i) => {
    if (group.length > FEW_SHARE * most) return;
    for (const { date, row } of group) {
      const gaps = [groups[i - 1]?.at(-1), groups[i + 1]?.[0]].flatMap((other) => (other === undefined ? [] : [Math.abs(daysBetween(other.date, date))]));
      findings.note("shifts.csv", DOUBT.alone(date, Math.min(...gaps)), row);
    }
  });
}
