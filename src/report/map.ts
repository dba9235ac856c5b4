/** The rounds on a map without streets: homes, bases and a line per round. Clients are shown by id alone. */
import { weekdayOf } from "../calendar/civil.ts";
import type { Case } from "../model/case.ts";
import type { Id } from "../units.ts";
import type { Arm, Comparison } from "./arm.ts";
import { formatDate, formatNumber } from "./format.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { initials, peopleOf } from "./people.ts";
import { type Dot, type FlatMap, flatMap, type MapRound, mapRounds, scaleBarKm } from "./plots/flatMap.ts";
import { roundLines } from "./plots/roundLines.ts";
import { LINE_COLOURS } from "./plots/style.ts";
import { PLOT_WORDS } from "./plots/words.ts";

const SHAPE = { width: 560, margin: 28, heights: [220, 460] } as const;
/** Pixels that the scale bar may take. */
const SCALE_BAR = 130;
/** Days drawn at most; longer plans repeat themselves. */
const MOST_DAYS = 14;

export function mapSection(comparison: Comparison): Html {
  const { case: town, arms, locale } = comparison;
  const words = PLOT_WORDS[locale];
  const all = arms.map((arm) => ({ arm, days: mapRounds(town, arm) }));
  const homes = homesOf(town);
  const drawn = new Set([...homes.keys(), ...all.flatMap(({ days }) => days.flat().flatMap(({ places }) => places))]);
  const map = flatMap(town.places, SHAPE, (place) => drawn.has(place));
  if (map === undefined) return html`<section id="map"><h2>${words.map}</h2><p class="note">${words.noCoordinates}</p></section>`;
  const dates = arms[0]?.demand.days.map(({ date }) => date).slice(0, MOST_DAYS) ?? [];
  const first = Math.max(0, dates.findIndex((date) => weekdayOf(date) < 6));
  const figures = (day: number): Html[] => all.map(({ arm, days }) => figure({ comparison, map, homes }, arm, days[day] ?? [], dates[day] ?? ""));
  const others = dates.flatMap((date, day) => (day === first ? [] : [html`<h3>${formatDate(date, locale)}</h3><div class="plots">${figures(day)}</div>
`]));
  const folded = others.length === 0 ? NOTHING : html`<details><summary>${words.otherDays(others.length)}</summary>${others}</details>`;
  return html`<section id="map"><h2>${words.map}</h2><p class="note">${words.mapNote}</p>${leftOut(comparison, map, drawn)}
${legend(comparison)}<svg width="0" height="0" aria-hidden="true" class="m-defs"><defs><g id="map-homes">${allHomes(map, homes)}</g></defs></svg>
<h3>${formatDate(dates[first] ?? town.period.from, locale)}</h3><div class="plots">${figures(first)}</div>
${folded}</section>`;
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

/** The homes of all clients: the same under every map, so drawn once and used. */
const allHomes = (map: FlatMap, homes: ReadonlyMap<number, unknown>): Html[] =>
  byDot(map, [...homes.keys()]).map(({ dot: [x, y] }) => html`<circle cx="${x}" cy="${y}" r="2.5"/>`);

interface Sheet {
  readonly comparison: Comparison;
  readonly map: FlatMap;
  readonly homes: ReadonlyMap<number, readonly Id[]>;
}

function figure(sheet: Sheet, arm: Arm, rounds: readonly MapRound[], date: string): Html {
  const { comparison: { case: town, locale }, map, homes } = sheet;
  const words = PLOT_WORDS[locale];
  const visited = [...new Set(rounds.flatMap((round) => round.homes))];
  const bases = [...new Set(rounds.flatMap(({ places }) => [places[0] ?? -1, places.at(-1) ?? -1]))].filter((place) => !homes.has(place));
  const styles = lineStyles(rounds);
  const lines = roundLines(map, rounds).map(({ between, outAndBack }, i) => html`<path class="m-far ${styles[i] ?? ""}" d="${outAndBack}"/><path class="m-round ${styles[i] ?? ""}" d="${between}"/>`);
  const squares = byDot(map, bases).map(({ dot: [x, y] }) => html`<rect x="${(x - 6).toFixed(1)}" y="${(y - 6).toFixed(1)}" width="12" height="12"/>`);
  const circles = byDot(map, visited).map(({ dot: [x, y], places }) => html`<circle cx="${x}" cy="${y}" r="4"><title>${places.flatMap((place) => homes.get(place) ?? []).join(", ")}</title></circle>`);
  const label = words.mapLabel(arm.name, formatDate(date, locale), rounds.length, visited.length);
  const people = peopleOf(town);
  const items = rounds.map(({ worker, stops, km }, i) => {
    const text = words.round(i + 1, initials(people.staff(worker)), stops, km === null ? null : formatNumber(km, 1, locale));
    return html`<li><svg viewBox="0 0 22 8" aria-hidden="true"><path class="m-round ${styles[i] ?? ""}" d="M0 4H22"/></svg>${text}</li>`;
  });
  return html`<figure><figcaption><b>${arm.name}</b></figcaption>
<svg class="map" viewBox="0 0 ${map.width} ${map.height}" role="img" aria-label="${label}"><use href="#map-homes" class="m-off"/>${lines}<g class="m-home">${circles}</g><g class="m-base">${squares}</g>${numbersOf(map, rounds)}${scaleBar(map, locale)}</svg>
<ul class="m-key">${items}</ul></figure>
`;
}

/** Homes in one house lie on the same spot. */
function byDot({ dots }: FlatMap, places: readonly number[]): { readonly dot: Dot; readonly places: number[] }[] {
  const spots = new Map<string, { readonly dot: Dot; readonly places: number[] }>();
  for (const place of places) {
    const dot = dots[place];
    if (dot === undefined) continue;
    const spot = spots.get(String(dot)) ?? { dot, places: [] };
    spots.set(String(dot), spot);
    spot.places.push(place);
  }
  return [...spots.values()];
}

/** By team where there are several, else by round; after the last colour they come again dashed. */
function lineStyles(rounds: readonly MapRound[]): string[] {
  const teams = [...new Set(rounds.map(({ team }) => team))];
  return rounds.map(({ team }, i) => {
    const k = teams.length > 1 ? teams.indexOf(team) : i;
    return `p-line${k % LINE_COLOURS}${Math.floor(k / LINE_COLOURS) % 2 === 1 ? " m-dash" : ""}`;
  });
}

/** Above the first home of each round, those of one spot in a row. */
function numbersOf({ dots, width }: FlatMap, rounds: readonly MapRound[]): Html[] {
  const spots = new Map<string, { readonly dot: Dot; readonly numbers: number[] }>();
  rounds.forEach(({ homes }, i) => {
    const dot = dots[homes[0] ?? -1];
    if (dot === undefined) return;
    const spot = spots.get(String(dot)) ?? { dot, numbers: [] };
    spots.set(String(dot), spot);
    spot.numbers.push(i + 1);
  });
  return [...spots.values()].map(({ dot: [x, y], numbers }) => {
    const half = 8 * numbers.length;
    return html`<text class="m-name" x="${Math.min(Math.max(x, half), width - half)}" y="${(y - 8).toFixed(1)}">${numbers.join(" ")}</text>`;
  });
}

function scaleBar({ height, pixelsPerKm }: FlatMap, locale: Comparison["locale"]): Html {
  const km = scaleBarKm(pixelsPerKm, SCALE_BAR);
  const length = km * pixelsPerKm;
  const text = km < 1 ? `${formatNumber(1000 * km, 0, locale)} m` : `${formatNumber(km, 0, locale)} km`;
  return html`<path class="m-scale" d="M12 ${height - 17}v5h${length.toFixed(1)}v-5"/><text class="m-text" x="${(18 + length).toFixed(1)}" y="${height - 10}">${text}</text>`;
}

function leftOut({ case: town, arms, locale }: Comparison, { dots }: FlatMap, drawn: ReadonlySet<number>): Html {
  const missing = [...drawn].filter((place) => dots[place] === undefined);
  if (missing.length === 0) return NOTHING;
  const stops = Math.max(...arms.map((arm) => mapRounds(town, arm).flat().flatMap(({ places }) => places).filter((place) => missing.includes(place)).length));
  return html`<p class="note">${PLOT_WORDS[locale].unlocated(missing.length, stops)}</p>`;
}

function legend({ locale }: Comparison): Html {
  const words = PLOT_WORDS[locale];
  const entry = (shape: Html, text: string): Html => html`<li><svg viewBox="0 0 22 14" aria-hidden="true">${shape}</svg>${text}</li>`;
  return html`<ul class="legend" aria-label="${words.legend}">${[
    entry(html`<circle class="m-home" cx="11" cy="7" r="4"/>`, words.home),
    entry(html`<circle class="m-off" cx="11" cy="7" r="2.5"/>`, words.homeIdle),
    entry(html`<rect class="m-base" x="5" y="1" width="12" height="12"/>`, words.base),
    entry(html`<path class="m-round p-line0" d="M0 7H22"/>`, words.roundLine),
    entry(html`<path class="m-far p-line0" d="M0 7H22"/>`, words.legLine),
  ]}</ul>`;
}
