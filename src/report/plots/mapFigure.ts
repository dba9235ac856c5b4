/** One day of one plan on a map: all rounds together, and each by itself. */
import type { Id } from "../../units.ts";
import type { Locale } from "../arm.ts";
import { formatNumber } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { People } from "../people.ts";
import { type Dot, type FlatMap, type MapRound, scaleBarKm } from "./flatMap.ts";
import { type RoundLine, roundLines } from "./roundLines.ts";
import { LINE_COLOURS } from "./style.ts";
import { PLOT_WORDS } from "./words.ts";

/** What all maps of a page have in common. */
export interface Sheet {
  readonly map: FlatMap;
  /** Place -> clients who live there. */
  readonly homes: ReadonlyMap<number, readonly Id[]>;
  /** Lines are coloured by these; by round where there are none. */
  readonly teams: readonly Id[];
  readonly people: People;
  readonly locale: Locale;
}

/** Pixels that the scale bar may take. */
const SCALE_BAR = 130;

/** `apart`: each round is drawn by itself too, else they are listed. The page must hold {@link homeDots} as `map-homes`. */
export function mapFigure(sheet: Sheet, arm: string, rounds: readonly MapRound[], day: string, apart: boolean): Html {
  const { map, homes, locale } = sheet;
  const visited = [...new Set(rounds.flatMap((round) => round.homes))];
  const bases = [...new Set(rounds.flatMap(({ places }) => [places[0] ?? -1, places.at(-1) ?? -1]))].filter((place) => !homes.has(place));
  const styles = rounds.map(({ team }, i) => lineStyle(sheet.teams.length === 0 ? i : sheet.teams.indexOf(team ?? "")));
  const lines = roundLines(map, rounds).map((line, i) => pathsOf(line, styles[i] ?? ""));
  const squares = byDot(map, bases).map(({ dot: [x, y] }) => html`<rect x="${(x - 6).toFixed(1)}" y="${(y - 6).toFixed(1)}" width="12" height="12"/>`);
  const dots = stopsPath(map, visited);
  const label = PLOT_WORDS[locale].mapLabel(arm, day, rounds.length, visited.length);
  return html`<figure><figcaption><b>${arm}</b></figcaption>
<svg class="map" viewBox="0 0 ${map.width} ${map.height}" role="img" aria-label="${label}"><use href="#map-homes" class="m-off"/>${lines}<path class="m-rim" d="${dots}"/><path class="m-home" d="${dots}"/><g class="m-base">${squares}</g>${numbersOf(map, rounds)}${scaleBar(map, locale)}</svg>
${apart ? roundsApart(sheet, rounds, styles) : roundList(sheet, rounds, styles)}</figure>
`;
}

const pathsOf = ({ between, outAndBack }: RoundLine, style: string): Html => html`<path class="m-far ${style}" d="${outAndBack}"/><path class="m-round ${style}" d="${between}"/>`;

/** The k-th colour; after the last they come again dashed. */
export const lineStyle = (k: number): string => `p-line${Math.max(0, k) % LINE_COLOURS}${Math.floor(k / LINE_COLOURS) % 2 === 1 ? " m-dash" : ""}`;

/** The homes of all clients: the same under every map. */
export const homeDots = ({ map, homes, people }: Pick<Sheet, "map" | "homes" | "people">): Html[] => byDot(map, [...homes.keys()]).map(({ dot: [x, y], places }) => html`<circle cx="${x}" cy="${y}" r="2.5"><title>${places.flatMap((place) => homes.get(place) ?? []).map(people.client).join(", ")}</title></circle>`);

/** A dot, drawn by the round ends of a line without length, at each of the places. */
const stopsPath = (map: FlatMap, places: readonly number[]): string => byDot(map, places).map(({ dot: [x, y] }) => `M${x} ${y}h0`).join("");

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

/** Where a text may stand beside its dot: by halves of its width, and by pixels. The first that is free is taken. */
const BESIDE = [[0, 0, -8], [0, 0, 19], [1, 8, 4], [-1, -8, 4], [1, 4, -14], [-1, -4, -14], [1, 4, 24], [-1, -4, 24], [0, 0, -24], [0, 0, 35]] as const;

/** By the first home of each round, those of one spot in a row, none on top of another as long as there is room. O(spots²). */
function numbersOf({ dots, width, height }: FlatMap, rounds: readonly MapRound[]): Html[] {
  const spots = new Map<string, { readonly dot: Dot; readonly numbers: number[] }>();
  rounds.forEach(({ homes }, i) => {
    const dot = dots[homes[0] ?? -1];
    if (dot === undefined) return;
    const spot = spots.get(String(dot)) ?? { dot, numbers: [] };
    spots.set(String(dot), spot);
    spot.numbers.push(i + 1);
  });
  const placed: { readonly at: Dot; readonly half: number }[] = [];
  return [...spots.values()].map(({ dot: [x, y], numbers }) => {
    const text = numbers.join(" ");
    const half = 4 * text.length;
    const places = BESIDE.map(([halves, right, down]): Dot => [Math.min(Math.max(x + halves * half + right, half), width - half), Math.min(Math.max(y + down, 12), height - 4)]);
    const isFree = ([left, top]: Dot): boolean => placed.every(({ at, half: other }) => Math.abs(at[0] - left) >= half + other || Math.abs(at[1] - top) >= 13);
    const at = places.find(isFree) ?? (places[0] as Dot);
    placed.push({ at, half });
    return html`<text class="m-name" x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}">${text}</text>`;
  });
}

function scaleBar({ height, pixelsPerKm }: FlatMap, locale: Locale): Html {
  const km = scaleBarKm(pixelsPerKm, SCALE_BAR);
  const length = km * pixelsPerKm;
  const text = km < 1 ? `${formatNumber(1000 * km, 0, locale)} m` : `${formatNumber(km, 0, locale)} km`;
  return html`<path class="m-scale" d="M12 ${height - 17}v5h${length.toFixed(1)}v-5"/><text class="m-text" x="${(18 + length).toFixed(1)}" y="${height - 10}">${text}</text>`;
}

/** Who and how much: "1 Karin E." and "9 visits, 4.2 km". */
function namesOf({ people, locale }: Sheet, { worker, stops, km }: MapRound, i: number): readonly [who: string, what: string] {
  return [`${i + 1} ${people.staff(worker)}`, PLOT_WORDS[locale].round(stops, km === null ? null : formatNumber(km, 1, locale))];
}

function roundList(sheet: Sheet, rounds: readonly MapRound[], styles: readonly string[]): Html {
  const items = rounds.map((round, i) => {
    const [who, what] = namesOf(sheet, round, i);
    return html`<li><svg viewBox="0 0 22 8" aria-hidden="true"><path class="m-round ${styles[i] ?? ""}" d="M0 4H22"/></svg>${`${who}: ${what}`}</li>`;
  });
  return html`<ul class="m-key">${items}</ul>`;
}

function roundsApart(sheet: Sheet, rounds: readonly MapRound[], styles: readonly string[]): Html {
  const { width, height } = sheet.map;
  const items = rounds.map((round, i) => {
    const [who, what] = namesOf(sheet, round, i);
    const line = roundLines(sheet.map, [round]).map((one) => pathsOf(one, styles[i] ?? ""));
    return html`<li><svg class="map" viewBox="0 0 ${width} ${height}" aria-hidden="true"><use href="#map-homes" class="m-off"/>${line}<path class="m-stops" d="${stopsPath(sheet.map, round.homes)}"/></svg><b>${who}</b> ${what}</li>`;
  });
  return html`<ul class="m-apart">${items}</ul>`;
}
