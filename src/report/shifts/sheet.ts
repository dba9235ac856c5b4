/** The sheet of one shift: what its owner does, minute by minute. A page holds thousands of its rows, so these leave out the end tags that HTML does. */
import type { Round } from "../../kpi/round.ts";
import { needOf } from "../../kpi/lookup.ts";
import type { Household } from "../../model/case.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import type { Locale } from "../arm.ts";
import { className } from "../classes.ts";
import { formatClock, formatDate, formatNumber } from "../format.ts";
import { type Html, html, NOTHING } from "../html.ts";
import { clientAnchor } from "../clients/anchor.ts";
import { promiseOf, spanText } from "../promise.ts";
import { STRINGS, wordOf } from "../strings.ts";
import { shiftAnchor, type View } from "../view.ts";
import { type Doing, linesOf, type Way } from "./lines.ts";
import { slackOf } from "../unsolved/slack.ts";
import { keysFor, placeName, togetherIn } from "./takeAlong.ts";
import { SHIFT_WORDS } from "./words.ts";

/** Where else a reader may go from a sheet: to the day before and after of the same person, to the same shift in other plans. */
export interface Links {
  readonly before: Html;
  readonly after: Html;
  readonly others: Html;
}

export function shiftSheet(view: View, round: Round, homes: ReadonlyMap<Id, Household>, links: Links, style: string): Html {
  const { demand, people, locale, arm } = view;
  const words = SHIFT_WORDS[locale];
  const { shift, planned, option } = round;
  const date = demand.days[dayIndexAt(demand.days, planned.begin)]?.date ?? "";
  const { rows, back } = rowsOf(view, round, homes);
  const place = (at: number | null): string => {
    const name = placeName(view, shift.worker, at);
    return name === undefined ? "" : typeof name === "string" ? words[name] : name.id;
  };
  const edge = (tick: number, way: string, at: number | null, say: (place: string) => string): Html =>
    html`<tr class=edge><td>${formatClock(demand, tick)}<td>${way}<td colspan=3>${place(at) === "" ? words.shift : say(place(at))}`;
  return html`<article class="sheet${style}" id="${shiftAnchor(view, shift.id)}"><h3>${people.staff(shift.worker)} <span>${formatDate(date, locale)}</span> <small>${arm.name}</small></h3>
${facts(view, round, homes)}
<table class=round><thead><tr><th>${words.time}<th>${words.way}<th>${words.what}<th>${words.promised}<th>${words.notes}<tbody>${edge(planned.begin, "", option.from, words.start)}${rows}${edge(planned.end, back, option.to, words.end)}</table>
<p class=go>${links.before}${links.after}${links.others}<a href=#shifts>${words.all}</a></p></article>
`;
}

function facts(view: View, round: Round, homes: ReadonlyMap<Id, Household>): Html {
  const { demand, people, locale, town } = view;
  const words = SHIFT_WORDS[locale];
  const { shift, planned, option } = round;
  const clock = (tick: number): string => formatClock(demand, tick);
  const keys = keysFor(homes, round).map(people.client);
  const doubles = togetherIn(view, round).map(({ client, partner }) => words.doubleWith(clock(partner.planned.start), people.staff(partner.shift.worker), people.client(client)));
  const own = town.shifts.find(({ id }) => id === shift.id);
  const followed = town.shifts.find(({ id }) => id === own?.introducedIn)?.staff;
  const followers = town.shifts.flatMap(({ introducedIn, staff }) => (introducedIn === shift.id && staff !== undefined ? [people.staff(staff)] : []));
  const slack = slackOf(view, round);
  const fact = (name: string, value: string): Html => (value === "" ? NOTHING : html`<div><dt>${name}<dd>${value}</div>`);
  const paid = shift.begins[0] === null || shift.paidTo === undefined ? "" : `${clock(shift.begins[0])}–${clock(shift.paidTo)}`;
  return html`<dl class=facts>${fact(words.paid, paid)}${fact(words.goes, `${clock(planned.begin)}–${clock(planned.end)}, ${words.visits(round.stops)}`)}${
    fact(words.mode, [wordOf(STRINGS[locale].modes, option.mode), ...(option.pool === undefined ? [] : [option.pool])].join(", "))}${fact(words.slack, slack === undefined ? "" : words.slackMeans(formatNumber(Math.floor(slack.ticks / demand.ticksPerMinute), 0, locale)))}${fact(words.keys, keys.length === 0 ? words.noKeys : keys.join(", "))}${
    fact(words.double, doubles.join("; "))}${fact(words.introduces, followed === undefined ? "" : people.staff(followed))}${fact(words.introducedBy, followers.join(", "))}</dl>`;
}

/** A row for each piece of work, with the way to it; and the way back. */
function rowsOf(view: View, round: Round, homes: ReadonlyMap<Id, Household>): { readonly rows: readonly Html[]; readonly back: string } {
  const rows: Html[] = [];
  let way = "";
  for (const line of linesOf(round)) {
    if (line.kind === "way") {
      way = wayText(view, line);
    } else {
      rows.push(doingRow(view, line, way, homes));
      way = "";
    }
  }
  return { rows, back: way };
}

/** `5 + 1 min, 0.9 km`: travelling and getting in; `0 + 1 min` without a way, `2 min, same house` where both homes lie on one spot. */
function wayText({ demand, locale }: View, { travel, metres, waiting, entry }: Way): string {
  const words = SHIFT_WORDS[locale];
  const minutes = (ticks: number): string => formatNumber(Math.round(ticks / demand.ticksPerMinute), 0, locale);
  const km = metres === null || (metres === 0 && travel === 0) ? "" : `, ${distanceText(metres, locale)}`;
  const plus = entry > 0 ? [`+\u00a0${minutes(entry)}`] : [];
  const way = travel > 0 || entry > 0 ? [`${[minutes(travel), ...plus].join("\u00a0")}\u00a0min${km}`] : [];
  return [...way, ...(waiting >= demand.ticksPerMinute / 2 ? [words.wait(minutes(waiting))] : [])].join(", ");
}

/** Nothing is written as 0.0 km. */
function distanceText(metres: number, locale: Locale): string {
  if (metres === 0) return SHIFT_WORDS[locale].sameHouse;
  return metres < 50 ? `${formatNumber(metres, 0, locale)}\u00a0m` : `${formatNumber(metres / 1000, 1, locale)}\u00a0km`;
}

function doingRow(view: View, doing: Doing, way: string, homes: ReadonlyMap<Id, Household>): Html {
  const { demand, locale, people } = view;
  const { task, begin, end, activity } = doing;
  const time = `${formatClock(demand, begin)}–${formatClock(demand, end)}`;
  if (activity !== "client" && activity !== "remote") {
    const name = activity === "rast" || activity === "pause" ? STRINGS[locale].activities[activity] : className(task.class, locale);
    return html`<tr class=${activity}-row><td>${time}<td>${way}<td colspan=3>${name}`;
  }
  const promised = (task.serves ?? []).flatMap((o) => promiseOf(view.look, o) ?? []).filter(({ isPromised }) => isPromised);
  const name = people.client(task.client);
  const who = task.client === undefined || !view.look.clients.has(task.client) ? html`<b>${name}</b>` : html`<a href=#${clientAnchor(view.town, task.client)}>${name}</a>`;
  return html`<tr><td>${time}<td>${way}<td>${who} ${purposeOf(view, task.serves ?? [], task.class)}<td>${[...new Set(promised.map(spanText))].join(", ")}<td>${notesOf(view, doing, homes)}`;
}

/** Class of work, and what the need is for where the Case says so: its purpose, or the goal that it serves. */
function purposeOf({ look, locale }: View, serves: readonly Id[], workClass: Id): string {
  const purposes = serves.flatMap((occurrence) => {
    const need = needOf(look, occurrence);
    const goals = look.clients.get(need?.client ?? "")?.implementationPlan?.goals ?? [];
    return need?.purpose ?? goals.find(({ id }) => id === need?.goal)?.text ?? [];
  });
  return [className(workClass, locale), ...new Set(purposes)].join(": ");
}

/** Partner, skills, how to get in, what one meets there. */
function notesOf(view: View, { task, activity }: Doing, homes: ReadonlyMap<Id, Household>): string {
  const { demand, people, locale, look } = view;
  const words = SHIFT_WORDS[locale];
  const home = activity === "remote" ? undefined : homes.get(task.client ?? "");
  const basis = [...new Set((task.serves ?? []).flatMap((o) => needOf(look, o)?.basis ?? []))].filter((b) => b !== "SoL");
  return [
    ...view.partners(task).map(({ shift, planned }) => words.withPartner(people.staff(shift.worker), formatClock(demand, planned.start))),
    ...(activity === "remote" ? [words.remote] : []),
    ...basis.map((one) => wordOf(words.bases, one)),
    ...(task.who.all ?? []).filter((skill) => skill !== task.class).map((skill) => className(skill, locale)),
    ...(home?.access === undefined ? [] : [words.access[home.access.kind]]),
    ...(home?.conditions ?? []).map((id) => wordOf(words.conditions, id)),
  ].join(", ");
}
