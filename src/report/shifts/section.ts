/** Every shift of every plan as its owner sees it: a table to choose from, and one sheet each, of which one is shown. */
import type { Shift } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import { formatClock, formatShortDate } from "../format.ts";
import { type Html, html, NOTHING } from "../html.ts";
import { cutNote, hasSheet, shiftAnchor, type View } from "../view.ts";
import { type Links, shiftSheet } from "./sheet.ts";
import { homesOf, togetherIn } from "./takeAlong.ts";
import { STRINGS } from "../strings.ts";
import { SHIFT_WORDS } from "./words.ts";

/**
 * The sheet that a link leads to is shown alone, on screen and on paper, by style alone; before any is chosen, an example. `foot` stands below on paper. O(tasks of all
 * plans + shifts²).
 */
export function shiftSection(views: readonly View[], foot: Html = NOTHING): Html {
  const first = views[0];
  if (first === undefined) return NOTHING;
  const words = SHIFT_WORDS[first.locale];
  const homes = homesOf(first);
  const example = exampleOf(first);
  const sheets = views.flatMap((view) =>
    [...view.rounds.values()].filter(({ shift }) => hasSheet(view, shift.id)).map((round) => shiftSheet(view, round, homes, linksFrom(views, view, round.shift), view === first && round.shift.id === example ? " first" : "")),
  );
  return html`<h2>${words.title}</h2><p class="note">${words.note}</p>${cutNote(first, views.length > 1)}
${views.map((view) => html`<details class="picker"${view === first ? html` open` : NOTHING}><summary>${words.pick(view.arm.name)}</summary>${picker(view)}</details>`)}
<div class="sheets"><p class="note example">${STRINGS[first.locale].example(sheets.length, "shifts")}</p>${sheets}${foot}</div>`;
}

/** The first round with a visit by two and a rest, else the first one. */
function exampleOf(view: View): Id | undefined {
  const all = [...view.rounds.values()].filter(({ shift }) => hasSheet(view, shift.id));
  return (all.find((round) => togetherIn(view, round).length > 0 && round.pieces.some(({ activity }) => activity === "rast")) ?? all[0])?.shift.id;
}

const dayOf = ({ demand, rounds }: View, shift: Shift): number => dayIndexAt(demand.days, shift.begins[0] ?? rounds.get(shift.id)?.planned.begin ?? 0);

/** Staff down, days across; who has no shift at all is left out. */
function picker(view: View): Html {
  const { demand, people, locale } = view;
  const own = new Map<Id, Shift[]>();
  for (const shift of demand.shifts) own.set(shift.worker, [...(own.get(shift.worker) ?? []), shift]);
  const days = demand.days.slice(0, view.drawnDays);
  const heads = days.map(({ date }, i) => {
    const [weekday, day, month] = formatShortDate(date, locale).split(" ");
    return html`<th scope="col">${weekday ?? ""}<br>${day ?? ""}${i === 0 || day === "1" ? ` ${month ?? ""}` : ""}</th>`;
  });
  const rows = demand.workers.filter(({ id }) => own.has(id)).map(({ id }) => {
    const cells = days.map((_, day) => html`<td>${(own.get(id) ?? []).filter((shift) => dayOf(view, shift) === day).map((shift) => cell(view, shift))}</td>`);
    return html`<tr><th scope="row">${people.staff(id)}</th>${cells}</tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${SHIFT_WORDS[locale].pick(view.arm.name)}"><table class="pick"><thead><tr><th scope="col">${SHIFT_WORDS[locale].staff}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A shift without a round is not to be chosen. */
function cell(view: View, shift: Shift): Html {
  const round = view.rounds.get(shift.id);
  if (round === undefined) return html`<span>–</span>`;
  const clock = (tick: number): string => formatClock(view.demand, tick);
  return html`<a href=#${shiftAnchor(view, shift.id)}>${clock(shift.begins[0] ?? round.planned.begin)}<br>${clock(shift.paidTo ?? round.planned.end)}</a>`;
}

function linksFrom(views: readonly View[], view: View, shift: Shift): Links {
  const { demand, locale } = view;
  const own = demand.shifts.filter(({ worker, id }) => worker === shift.worker && hasSheet(view, id));
  own.sort((a, b) => (a.begins[0] ?? 0) - (b.begins[0] ?? 0));
  const at = own.findIndex(({ id }) => id === shift.id);
  const link = (to: Shift | undefined, arrow: string): Html =>
    to === undefined ? NOTHING : html`<a href=#${shiftAnchor(view, to.id)}>${arrow} ${formatShortDate(demand.days[dayOf(view, to)]?.date ?? "", locale)}</a>`;
  const others = views.filter((other) => other !== view && hasSheet(other, shift.id));
  return {
    before: link(own[at - 1], "←"),
    after: link(own[at + 1], "→"),
    others: html`${others.map((other) => html`<a href=#${shiftAnchor(other, shift.id)}>${SHIFT_WORDS[locale].same(other.arm.name)}</a>`)}`,
  };
}
