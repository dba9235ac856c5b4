/** The sheet of one client: the days down, the plans side by side. */
import type { Case, Client } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Locale } from "../arm.ts";
import { className } from "../classes.ts";
import { formatClock, formatNumber, formatShortDate } from "../format.ts";
import { type Html, html, NOTHING } from "../html.ts";
import { spanText } from "../promise.ts";
import { hasSheet, shiftAnchor, type View } from "../view.ts";
import { clientAnchor } from "./anchor.ts";
import { type Change, changesOf } from "./changes.ts";
import type { Fortnight, Visit } from "./fortnight.ts";
import { wordOf } from "../strings.ts";
import { SHIFT_WORDS } from "../shifts/words.ts";
import { CLIENT_WORDS } from "./words.ts";

/** What a plan holds for the client. */
export interface Side {
  readonly view: View;
  readonly fortnight: Fortnight;
  readonly changes: readonly Change[];
}

export const sideOf = (view: View, fortnight: Fortnight): Side => ({ view, fortnight, changes: fortnight.visits.flatMap((visit) => changesOf(view, visit, fortnight.frame)) });

/** `sides`: one per plan, at least one. */
export function clientSheet(sides: readonly Side[], style: string): Html {
  const { view: { town, locale, people, demand }, fortnight: { client } } = sides[0] as Side;
  const words = CLIENT_WORDS[locale];
  const minutes = (value: number): string => formatNumber(value, 0, locale);
  const heads = sides.map(({ view }) => html`<th scope=col>${view.arm.name}</th><th scope=col class=number>min</th>`);
  const rows = demand.days.map(({ date }) => dayRow(sides, date, minutes));
  const sums = sides.map(({ fortnight: { planned, granted } }) => html`<td>${Math.round(planned) === Math.round(granted) ? "" : words.against(signed(Math.round(planned) - Math.round(granted), locale))}<td>${minutes(planned)}`);
  const faces = sides.map(({ fortnight, view }) => html`<td colspan=2><b>${fortnight.faces.length}</b> ${fortnight.faces.map(view.people.staff).join(", ")}`);
  const frames = sides.map(({ fortnight: { frame } }) => html`<td colspan=2>${frame === undefined ? "" : frameText(frame, locale)}`);
  const hasFrame = sides.some(({ fortnight }) => fortnight.frame !== undefined);
  const { decision: { grants }, implementationPlan: agreed } = client;
  const byStaff = town.staff.some(({ id }) => id === agreed?.approvedBy) ? words.ofTheStaff(people.staff(agreed?.approvedBy ?? "")) : (agreed?.approvedBy ?? "");
  const approval = agreed?.approvedBy === undefined || agreed.approvedBy === "" ? words.notApproved : words.approved(agreed.approvedBy === "client" || agreed.approvedBy === client.id ? words.theClient : byStaff);
  const followUp = agreed?.followUp === undefined ? [] : [words.followUp(formatShortDate(agreed.followUp, locale))];
  const carePlan = agreed === undefined ? NOTHING : html`<div><dt>${words.carePlan}<dd>${[approval, ...followUp].join(", ")}</div>`;
  const goals = (agreed?.goals ?? []).map(({ text }) => text.replace(/\.$/, ""));
  const area = areaOf(town, client);
  const fact = (name: string, text: string): Html => (text === "" ? NOTHING : html`<div><dt>${name}<dd>${text}</div>`);
  const decision = grants.kind === "frame" ? words.frame(minutes(grants.minutes), words.per[grants.per]) : words.interventions;
  return html`<article class="sheet${style}" id="${clientAnchor(town, client.id)}"><h3>${people.client(client.id)}</h3>
<dl class=facts><div><dt>${words.grants}<dd>${wordOf(SHIFT_WORDS[locale].bases, client.decision.basis)}, ${decision}</div><div><dt>${words.contact}<dd>${client.careContact === undefined ? words.noContact : people.staff(client.careContact)}</div>${carePlan}${fact(words.goals, goals.join("; "))}${fact(words.area, area)}</dl>
<table class=fortnight><thead><tr><th scope=col>${words.day}</th><th scope=col class=number>${words.granted}</th>${heads}<tbody>${rows}
<tfoot><tr><th scope=row>${words.sum}<td>${minutes((sides[0] as Side).fortnight.granted)}${sums}${
  hasFrame ? html`<tr><th scope=row colspan=2>${words.ofFrame}${frames}` : NOTHING}<tr><th scope=row colspan=2>${words.faces}${faces}</table>
${changeList(sides)}<p class=go><a href=#clients>${words.all}</a></p></article>
`;
}

/** `239 of 200 min, 39 min over the frame's share`. */
function frameText({ planned, minutes }: NonNullable<Fortnight["frame"]>, locale: Locale): string {
  const { frameUse, overShare } = CLIENT_WORDS[locale];
  const text = (value: number): string => formatNumber(value, 0, locale);
  const over = Math.round(planned) - Math.round(minutes);
  return [frameUse(text(planned), text(minutes)), ...(over > 0 ? [overShare(text(over))] : [])].join(", ");
}

const signed = (value: number, locale: Locale): string => `${value > 0 ? "+" : ""}${formatNumber(value, 0, locale)}`;

/** Name of the area in which the client lives; empty where the Case tells none. */
function areaOf({ households, places, areas = [] }: Case, client: Client): string {
  const home = households.find(({ id }) => id === client.household);
  const area = places.find(({ id }) => id === home?.place)?.area;
  return areas.find(({ id }) => id === area)?.name ?? area ?? "";
}

function dayRow(sides: readonly Side[], date: CivilDate, minutes: (value: number) => string): Html {
  const { view: { locale }, fortnight: { client, visits } } = sides[0] as Side;
  const absence = client.away?.find(({ from, to }) => from <= date && date <= to);
  const granted = visits.reduce((sum, visit) => sum + (visit.dueDate === date ? visit.granted : 0), 0);
  const cells = sides.map((side) => {
    const own = side.fortnight.visits.filter((visit) => visit.date === date);
    const planned = own.reduce((sum, visit) => sum + visit.planned, 0);
    const gone = side.changes.filter(({ kind, from }) => kind === "day" && from === date);
    const leaves = gone.map(({ visit }) => html`<p><i>${className(visit.tasks[0]?.class ?? "", locale)} → ${formatShortDate(visit.date, locale)}</i>`);
    return html`<td>${own.map((visit) => visitLine(side, visit))}${leaves}<td>${own.length === 0 ? "" : minutes(planned)}`;
  });
  const note = absence === undefined ? NOTHING : html` <small>${[CLIENT_WORDS[locale].away, ...(absence.reason === undefined ? [] : [absence.reason])].join(": ")}</small>`;
  return html`<tr><th scope=row>${formatShortDate(date, locale)}${note}<td>${granted === 0 ? "" : minutes(granted)}${cells}`;
}

/** `08:00 Anna, hygien 30 min` as long as the first of the staff is there, and how long the second, with a mark where it is not as usual. */
function visitLine({ view, changes }: Side, visit: Visit): Html {
  const { demand, locale, people } = view;
  const words = CLIENT_WORDS[locale];
  const first = visit.served[0];
  const what = className(visit.tasks[0]?.class ?? "", locale);
  if (first === undefined) return html`<p class=bad>${what}: ${words.nobody}`;
  const own = changes.filter((change) => change.visit === visit);
  const marks = own.flatMap(({ kind, from, minutes }) => {
    if (kind === "day") return words.mark.day(formatShortDate(from, locale));
    if (kind === "time") return words.mark.time;
    return kind === "unstaffed" ? words.change.unstaffed : words.change[kind](formatNumber(minutes, 0, locale));
  });
  const who = visit.served.map(({ shift }) => people.staff(shift.worker)).join(" + ");
  const lengths = visit.served.map(({ planned }) => formatNumber((planned.end - planned.start) / demand.ticksPerMinute, 0, locale));
  const length = `${lengths[0]}\u00a0min${lengths.length < 2 ? "" : lengths.every((one) => one === lengths[0]) ? words.byTwo : words.partByTwo(lengths[1] ?? "")}`;
  const clock = formatClock(demand, first.planned.start);
  const link = hasSheet(view, first.shift.id) ? html`<a href=#${shiftAnchor(view, first.shift.id)}>${clock}</a>` : html`<b>${clock}</b>`;
  return html`<p>${link} ${who}, ${what} ${length}${marks.map((mark) => html` <i>${mark}</i>`)}`;
}

/** By cause, in the order in which they first occur; below each, alike ones once with their days, lengths alike but for the minutes. */
function changeList(sides: readonly Side[]): Html {
  const words = CLIENT_WORDS[(sides[0] as Side).view.locale];
  const lists = sides.map(({ view, changes }) => {
    if (changes.length === 0) return html`<h4>${view.arm.name}</h4><p class="note">${words.noChanges}</p>`;
    const causes = grouped(changes, ({ reason }) => reason).map((ofCause) => {
      const rows = grouped(ofCause, (change) => `${workOf(view, change)} ${change.kind} ${change.kind === "time" ? changeText(view, [change]) : ""}`);
      return html`<li>${words.reasons[(ofCause[0] as Change).reason]}<ul>${rows.map((alike) => html`<li><span>${workOf(view, alike[0] as Change)}: ${changeText(view, alike)}</span>`)}</ul>`;
    });
    return html`<h4>${view.arm.name}: ${words.changes}</h4><ul class="changes">${causes}</ul>`;
  });
  return html`<div class="sides">${lists.map((list) => html`<div>${list}</div>`)}</div>`;
}

const workOf = ({ locale }: View, { visit }: Change): string => className(visit.tasks[0]?.class ?? "", locale);

/** Those with the same key together, in the order in which keys first occur. */
function grouped(changes: readonly Change[], keyOf: (change: Change) => string): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change));
    if (group === undefined) groups.set(keyOf(change), [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

/** Of changes that are alike but for their minutes and days, with their days. */
function changeText({ locale }: View, changes: readonly Change[]): string {
  const { change } = CLIENT_WORDS[locale];
  const [{ kind, visit }] = changes as [Change, ...Change[]];
  const minutes = changes.map((one) => Math.ceil(one.minutes));
  const ends = [...new Set([Math.min(...minutes), Math.max(...minutes)])].map((one) => formatNumber(one, 0, locale));
  const date = (one: Change): string => formatShortDate(one.visit.date, locale);
  if (kind === "day") return [...new Set(changes.map((one) => change.day(formatShortDate(one.from, locale), date(one))))].join(", ");
  const dates = [...new Set(changes.map(date))].join(", ");
  const text = kind === "time" ? change.time(ends.join("–"), visit.promised === undefined ? "" : spanText(visit.promised)) : kind === "unstaffed" ? change.unstaffed : change[kind](ends.join("–"));
  return `${text}, ${dates}`;
}
