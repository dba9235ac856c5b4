/** Numbers, clock times and dates as people write them, without the machine's own locale. */
import type { KpiUnit } from "../kpi/kpi.ts";
import type { Demand } from "../model/demand.ts";
import { timeOfDayAt } from "../model/time.ts";
import type { Tick } from "../units.ts";
import type { Locale } from "./arm.ts";

/** `1 234,5` in Swedish, `1,234.5` in English; a real minus sign. */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "sv" ? "\u00a0" : ",");
  const sign = value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? "−" : "";
  return sign + grouped + (fraction === undefined ? "" : (locale === "sv" ? "," : ".") + fraction);
}

/** How the values of one row are written: all in the same unit and with the same decimals. */
export interface RowFormat {
  readonly unit: KpiUnit | "h";
  readonly divideBy: number;
  readonly decimals: number;
}

const MANY_MINUTES = 600;

export function rowFormat(unit: KpiUnit, values: readonly (number | null)[]): RowFormat {
  const largest = Math.max(0, ...values.map((v) => Math.abs(v ?? 0)));
  if (unit === "min" && largest >= MANY_MINUTES) return { unit: "h", divideBy: 60, decimals: 1 };
  const whole = unit === "visits" || unit === "count" || unit === "SEK" || unit === "SEK/h" || ((unit === "staff" || unit === "min") && values.every((v) => Number.isInteger(v ?? 0)));
  return { unit, divideBy: 1, decimals: whole ? 0 : 1 };
}

/** A value, or a dash where there is none; `signed` puts a plus before what is above zero. */
export function formatValue(value: number | null, format: RowFormat, locale: Locale, signed = false): string {
  if (value === null) return "–";
  const text = formatNumber(value / format.divideBy, format.decimals, locale);
  return signed && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** `07:30` by the clock on the wall. */
export function formatClock(demand: Demand, tick: Tick): string {
  const minute = Math.floor(timeOfDayAt(demand.days, tick) / demand.ticksPerMinute);
  const pad = (value: number, cycle: number): string => String(((value % cycle) + cycle) % cycle).padStart(2, "0");
  return `${pad(Math.floor(minute / 60), 24)}:${pad(minute, 60)}`;
}

const WEEKDAYS = {
  sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;
const MONTHS = {
  sv: ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
} as const;

const SHORT_MONTHS = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"] as const;

/** `måndag 2 mars`, `Monday 2 March`, from `2026-03-02`. */
export function formatDate(date: string, locale: Locale): string {
  const weekday = WEEKDAYS[locale][(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "";
  return `${weekday} ${Number(date.slice(8, 10))} ${MONTHS[locale][Number(date.slice(5, 7)) - 1] ?? ""}`;
}

/** `måndag 2 mars 2026`. */
export const formatLongDate = (date: string, locale: Locale): string => `${formatDate(date, locale)} ${date.slice(0, 4)}`;

/** `mån 2 mars`, `Mon 2 Mar`; of what is no date nothing. */
export function formatShortDate(date: string, locale: Locale): string {
  const [weekday = "", day = "", month = ""] = formatDate(date, locale).split(" ");
  return weekday === "" ? "" : `${weekday.slice(0, 3)} ${day} ${locale === "en" ? month.slice(0, 3) : SHORT_MONTHS[Number(date.slice(5, 7)) - 1]}`;
}
