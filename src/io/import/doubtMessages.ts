/** What is said of things that tables may say, but seldom mean. */
import type { FramePeriod } from "../../model/case.ts";
import { show } from "../../model/show.ts";
import type { Remark } from "./messages.ts";

const PER = {
  en: { week: "week", fourWeeks: "four weeks", calendarMonth: "month" },
  sv: { week: "vecka", fourWeeks: "4 veckor", calendarMonth: "månad" },
} as const satisfies Record<string, Readonly<Record<FramePeriod, string>>>;

const comma = (value: number): string => String(value).replace(".", ",");

/** The end of one shift and the beginning of the next. */
interface Night {
  readonly date: string;
  readonly to: string;
  readonly next: string;
  readonly from: string;
}

export const DOUBT = {
  notADose: (work: string, basis: string): Remark => ({
    en: `${show(work)} is delegated work, but has the basis ${basis}: it does not count as a dose where nobody comes. Write HSL in the column basis.`,
    sv: `${show(work)} kräver delegering men har lagrum ${basis}; räknas inte som dos när ingen kommer. Skriv HSL i kolumnen Lagrum.`,
  }),
  long: (minutes: number): Remark => ({
    en: `${minutes} minutes are over 8 hours; is that meant?`,
    sv: `${comma(minutes)} minuter är över 8 timmar; är det meningen?`,
  }),
  oneWindow: (times: number, from: string, to: string): Remark => ({
    en: `${times} times a day between ${from} and ${to}: the span is cut into ${times} equal parts, so one may come right after another. Write a row for each, with hours of its own.`,
    sv: `${times} gånger om dagen mellan ${from} och ${to}: spannet delas i ${times} lika delar, så den ena kan komma direkt efter den andra. Skriv en rad för varje gång, med egna tider.`,
  }),
  overlapping: (work: string, row: number | undefined, client: string): Remark => ({
    en: `${show(work)} of ${show(client)} stands in row ${row ?? "–"} too and may come at the same hours, so one right after the other. Move the hours apart.`,
    sv: `${show(work)} för ${show(client)} står också på rad ${row ?? "–"} och får komma på samma tider, den ena direkt efter den andra. Flytta isär tiderna.`,
  }),
  /** `asHours`: minutes that the number would be as hours, where that would fit. */
  overFrame: (due: number, minutes: number, per: FramePeriod, asHours: number | undefined): Remark => ({
    en: `needs of ${due} minutes per ${PER.en[per]}, but a frame of ${minutes} minutes.${asHours === undefined ? "" : ` If the frame is in hours, write ${minutes} h (${asHours} minutes).`}`,
    sv: `behov ${due} minuter per ${PER.sv[per]}, men ram ${comma(minutes)} minuter.${asHours === undefined ? "" : ` Är ramen i timmar, skriv ${comma(minutes)} tim (${comma(asHours)} minuter).`}`,
  }),
  shortRest: (person: string, nights: number, rest: number, hours: number, { date, to, next, from }: Night): Remark => ({
    en: `${show(person)} has less than ${rest} h of daily rest between shifts ${nights === 1 ? "once" : `${nights} times`}${nights === 1 ? ":" : ", first"} ${hours} h from ${date} ${to} to ${next} ${from}.`,
    sv: `${show(person)} har mindre än ${comma(rest)} timmars dygnsvila mellan pass ${nights} ${nights === 1 ? "gång:" : "gånger, först"} ${comma(hours)} timmar från ${date} ${to} till ${next} ${from}.`,
  }),
  alone: (date: string, days: number): Remark => ({
    en: `${date} lies ${days} days from the nearest other shift, and the period stretches to it; is the month right?`,
    sv: `${date} ligger ${days} dagar från närmaste andra pass, och perioden sträcker sig dit; stämmer månaden?`,
  }),
};
