/** The rounds on a map without streets: homes, bases and a line per round. People are called as on all of the page. */
import { weekdayOf } from "../calendar/civil.ts";
import type { Case } from "../model/case.ts";
import type { Id } from "../units.ts";
import type { Comparison, Locale } from "./arm.ts";
import { formatDate } from "./format.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { peopleOf } from "./people.ts";
import { type FlatMap, flatMap, type MapRound, mapRounds } from "./plots/flatMap.ts";
import { homeDots, lineStyle, mapFigure } from "./plots/mapFigure.ts";
import { LINE_COLOURS } from "./plots/style.ts";
import { PLOT_WORDS } from "./plots/words.ts";
import { cutNote, type View } from "./view.ts";

const SHAPE = { width: 560, margin: 28, heights: [220, 460] } as const;
/** Days drawn at most; longer plans repeat themselves. */
const MOST_DAYS = 7;

export function mapSection(comparison: Comparison, views: readonly View[]): Html {
  const { case: town, arms, locale } = comparison;
  const words = PLOT_WORDS[locale];
  const all = views.map((view) => ({ arm: view.arm, days: mapRounds(view) }));
  const homes = homesOf(town);
  const drawn = new Set([...homes.keys(), ...all.flatMap(({ days }) => days.flat().flatMap(({ places }) => places))]);
  const map = flatMap(town.places, SHAPE, (place) => drawn.has(place));
  if (map === undefined) return html`<h2>${words.map}</h2><p class="note">${words.noCoordinates}</p>`;
  const days = Math.min(MOST_DAYS, views[0]?.drawnDays ?? 0);
  const dates = arms[0]?.demand.days.map(({ date }) => date).slice(0, days) ?? [];
  const first = Math.max(0, dates.findIndex((date) => weekdayOf(date) < 6));
  const sheet = { map, homes, teams: teamsOf(town, all.flatMap(({ days }) => days.flat())), people: peopleOf(town, comparison.names), locale };
  const figures = (day: number, apart: boolean): Html[] => all.map(({ arm, days: rounds }) => mapFigure(sheet, arm.name, rounds[day] ?? [], formatDate(dates[day] ?? "", locale), apart));
  const others = dates.flatMap((date, day) => (day === first ? [] : [html`<h3 class="m-day">${formatDate(date, locale)}</h3><div class="plots">${figures(day, false)}</div>
`]));
  const folded = others.length === 0 ? NOTHING : html`<details class="m-more"><summary>${words.otherDays(others.length)}</summary>${others}</details>`;
  return html`<h2>${words.map}</h2><p class="note">${words.mapNote}</p>${views[0] === undefined ? NOTHING : cutNote({ ...views[0], drawnDays: days })}${leftOut(map, drawn, all.map(({ days }) => days.flat()), locale)}
${legend(comparison, sheet.teams, Math.max(0, ...all.flatMap(({ days: rounds }) => rounds.slice(0, days).map((of) => of.length))))}<svg width="0" height="0" aria-hidden="true" class="m-defs"><defs><g id="map-homes">${homeDots(sheet)}</g></defs></svg>
<h3 class="m-day">${formatDate(dates[first] ?? town.period.from, locale)}</h3><div class="plots">${figures(first, true)}</div>
${folded}`;
}

/** Teams that have rounds, in the order of the Case; empty where there are not several. */
function teamsOf(town: Case, rounds: readonly MapRound[]): readonly Id[] {
  const used = new Set(rounds.map(({ team }) => team));
  const teams = (town.teams ?? []).map(({ id }) => id).filter((id) => used.has(id));
  return teams.length > 1 ? teams : [];
}

/** Place -> ids of the clients who live there, in the order of the Case. */
function homesOf(town: Case): ReadonlyMap<number, readonly Id[]> {
  const places = new Map(town.places.map(({ id }, i) => [id, i]));
  const households = new Map(town.households.map(({ id, place }) => [id, places.get(place)]));
  const homes = new Map<number, Id[]>();
  for (const { id, household } of town.clients) {
    const place = households.get(household);
    if (place !== undefined) homes.set(place, [...(homes.get(place) ?? []), id]);
  }
  return homes;
}

function leftOut({ dots }: FlatMap, drawn: ReadonlySet<number>, rounds: readonly (readonly MapRound[])[], locale: Locale): Html {
  const missing = [...drawn].filter((place) => dots[place] === undefined);
  if (missing.length === 0) return NOTHING;
  const stops = Math.max(...rounds.map((of) => of.flatMap(({ places }) => places).filter((place) => missing.includes(place)).length));
  return html`<p class="note">${PLOT_WORDS[locale].unlocated(missing.length, stops)}</p>`;
}

/** `most`: rounds on one map. */
function legend({ case: town, locale }: Comparison, teams: readonly Id[], most: number): Html {
  const words = PLOT_WORDS[locale];
  const names = new Map((town.teams ?? []).map(({ id, name = id }) => [id, name]));
  const entry = (shape: Html, text: string): Html => html`<li><svg viewBox="0 0 22 14" aria-hidden="true">${shape}</svg>${text}</li>`;
  return html`<ul class="legend" aria-label="${words.legend}">${[
    entry(html`<circle class="m-home" cx="11" cy="7" r="4"/>`, words.home),
    entry(html`<circle class="m-off" cx="11" cy="7" r="2.5"/>`, words.homeIdle),
    entry(html`<rect class="m-base" x="5" y="1" width="12" height="12"/>`, words.base),
    ...(teams.length === 0
      ? [entry(html`<path class="m-round p-line0" d="M0 7H22"/>`, words.roundLine), ...(most > LINE_COLOURS ? [entry(html`<path class="m-round p-line0 m-dash" d="M0 7H22"/>`, words.dashed(LINE_COLOURS + 1))] : [])]
      : teams.map((team, i) => entry(html`<path class="m-round ${lineStyle(i)}" d="M0 7H22"/>`, words.teamLine(names.get(team) ?? team)))),
    entry(html`<path class="m-far p-line0" d="M0 7H22"/>`, words.legLine),
  ]}</ul>`;
}
