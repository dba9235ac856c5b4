/** What plots and maps say, in both languages. */
import type { Locale } from "../arm.ts";

export interface PlotWords {
  readonly legend: string;
  readonly asTable: string;
  readonly clock: string;
  readonly people: string;
  readonly supply: string;
  readonly supplyNote: string;
  readonly weekdays: (days: number) => string;
  readonly weekend: (days: number) => string;
  readonly visits: string;
  readonly free: string;
  readonly other: string;
  readonly short: string;
  readonly present: string;
  readonly atWork: string;
  readonly enough: string;
  readonly lack: (clocks: readonly { readonly clock: string; readonly people: string }[], more: number) => string;
  readonly supplyLabel: (arm: string, days: string, verdict: string) => string;
  readonly plots: string;
  readonly parts: string;
  readonly partsNote: string;
  readonly part: string;
  readonly hours: string;
  readonly faces: string;
  readonly facesNote: (clients: string) => string;
  readonly clients: string;
  readonly spread: string;
  readonly spreadNote: string;
  readonly spreadName: string;
  readonly shareOfNeeds: string;
  readonly frameName: string;
  readonly staff: string;
  readonly mean: (byArm: string) => string;
  readonly grants: string;
  readonly grantsNote: string;
  readonly grantsName: string;
  readonly frame: string;
  readonly frameNote: string;
  readonly perDay: string;
  readonly perDayNote: string;
  readonly day: string;
  readonly difference: string;
  readonly under: (limit: number, unit: string) => string;
  readonly between: (from: number, to: number, unit: string) => string;
  readonly atLeast: (limit: number, unit: string) => string;
  readonly barsLabel: (title: string, arms: string) => string;
  readonly weekdayShort: readonly string[];
  readonly map: string;
  readonly mapNote: string;
  readonly mapLabel: (arm: string, day: string, rounds: number, homes: number) => string;
  readonly otherDays: (days: number) => string;
  readonly unlocated: (homes: number, stops: number) => string;
  readonly noCoordinates: string;
  readonly home: string;
  readonly homeIdle: string;
  readonly base: string;
  readonly roundLine: string;
  readonly dashed: (from: number) => string;
  readonly legLine: string;
  readonly round: (stops: number, km: string | null) => string;
  readonly teamLine: (name: string) => string;
  readonly tags: Readonly<Record<"fact" | "assumed" | "computed", string>>;
  readonly tagMeaning: string;
  readonly source: string;
}

const sv: PlotWords = {
  legend: "Teckenförklaring",
  asTable: "Som tabell",
  clock: "Klockan",
  people: "personer",
  supply: "Bemanning mot behov, halvtimme för halvtimme",
  supplyNote:
    "Medel över dagarna. Besök med bestämd tid: deras schablonminuter jämnt fördelade över de tider då de får börja enligt den modell som planen följer (dubbelbesök räknas två gånger). Besök utan bestämd tid, resor, insteg, dokumentation och andra uppgifter räknas där planen har dem; ett obemannat besök utan bestämd tid fördelas som de andra. I tjänst: i betalt pass och inte på rast. Rött visar när fler behövs än som är i tjänst. En plan kan ändå klara besöken genom att välja tid för dem.",
  weekdays: (days) => `måndag till fredag (${days} ${days === 1 ? "dag" : "dagar"})`,
  weekend: (days) => `lördag och söndag (${days} ${days === 1 ? "dag" : "dagar"})`,
  visits: "behövs för besök med bestämd tid",
  free: "besök utan bestämd tid, enligt planen",
  other: "resor och annat arbete, enligt planen",
  short: "behövs men är inte i tjänst",
  present: "i tjänst",
  atWork: "i arbete enligt planen",
  enough: "I medel fler i tjänst än som behövs, hela dagen. Ett medel över dagarna döljer enstaka dagar.",
  lack: (clocks, more) =>
    `I medel saknas folk vid ${clocks.length + more} ${clocks.length + more === 1 ? "halvtimme" : "halvtimmar"}: ${clocks.map(({ clock, people }, i) => `${clock} (${people}${i === 0 ? " personer" : ""})`).join(", ")}${more > 0 ? ` och ${more} till` : ""}. Ett medel över dagarna döljer enstaka dagar.`,
  supplyLabel: (arm, days, verdict) => `${arm}, ${days}: personer i tjänst mot personer som behövs, per halvtimme. ${verdict}`,
  plots: "Planerna i diagram",
  parts: "Den betalda tidens delar",
  partsNote: "Timmar under perioden, alla pass tillsammans. Delarna blir tillsammans den betalda tiden med övertid.",
  part: "Del",
  hours: "timmar",
  faces: "Hur många olika personer varje brukare möter",
  facesNote: (clients) => `Antal brukare efter hur många olika medarbetare de får besök av under perioden. ${clients}`,
  clients: "brukare",
  spread: "Hur lika starttiden är från dag till dag",
  spreadNote: "Andel av behoven som återkommer: minuter mellan tidigaste och senaste planerade start. Längst till vänster kommer man nästan samma tid varje dag. Minuter rundas nedåt.",
  spreadName: "Minuter",
  shareOfNeeds: "% av behoven",
  frameName: "% av ramen",
  staff: "Olika medarbetare",
  mean: (byArm) => `Medel: ${byArm}.`,
  grants: "Hur mycket av den beviljade tiden varje brukare får",
  grantsNote: "Antal brukare efter planerade minuter i procent av periodens schablonminuter. Den mittersta stapeln är ungefär som beviljat, till vänster om den får man mindre. Procent rundas nedåt.",
  grantsName: "% av beviljat",
  frame: "Hur mycket av ramen varje brukare får",
  frameNote: "Antal brukare med ram efter planerade minuter i procent av ramens minuter för dessa dagar. En vecka får ta mer eller mindre än sin del av en längre ram. Procent rundas nedåt.",
  perDay: "Tid med brukare, dag för dag",
  perDayNote: "Timmar hos brukare eller via telefon och kamera; ett dubbelbesök räknas två gånger.",
  day: "Dag",
  difference: "Skillnad",
  under: (limit, unit) => `under ${limit} ${unit}`,
  between: (from, to, unit) => `${from}–${to - 1} ${unit}`,
  atLeast: (limit, unit) => `minst ${limit} ${unit}`,
  barsLabel: (title, arms) => `${title}: ${arms}. Siffrorna står i tabellen under.`,
  weekdayShort: ["må", "ti", "on", "to", "fr", "lö", "sö"],
  map: "Turerna på karta",
  mapNote: "Raka streck mellan besöken, inte gatornas väg. Siffran står där turen har sitt första besök; under kartan ses varje tur för sig.",
  mapLabel: (arm, day, rounds, homes) => `${arm}, ${day}: ${rounds} turer till ${homes} hem. Turerna står under kartan.`,
  otherDays: (days) => `Övriga ${days} ${days === 1 ? "dag" : "dagar"}`,
  unlocated: (homes, stops) => `${homes} ${homes === 1 ? "plats" : "platser"} saknar koordinater och ${stops} besök där är inte ritade.`,
  noCoordinates: "Ingen plats har latitud och longitud, så det finns ingen karta.",
  home: "hem med besök den dagen",
  homeIdle: "hem utan besök den dagen",
  base: "bas",
  roundLine: "tur",
  dashed: (from) => `tur ${from} och senare: samma färger igen, streckade`,
  legLine: "till och från basen",
  round: (stops, km) => `${stops} besök${km === null ? "" : `, ${km} km`}`,
  teamLine: (name) => `tur, ${name}`,
  tags: { fact: "fakta", assumed: "antagande", computed: "beräknat" },
  tagMeaning:
    "Under varje mått, när det är öppnat eller utskrivet, står hur det räknas. Fakta: måttet kommer från en namngiven källa. Antagande: gränser eller val är våra egna. Beräknat: följer av planen och det som lästs in, utan egna gränser.",
  source: "Källa",
};

const en: PlotWords = {
  legend: "Legend",
  asTable: "As a table",
  clock: "Time",
  people: "people",
  supply: "Staff against need, half hour by half hour",
  supplyNote:
    "Means over the days. Visits with an agreed time: their template minutes spread evenly over the times at which they may begin under the model that the plan follows (a double-staffed visit counts twice). Visits without an agreed time, travel, entry, documentation and other duties are counted where the plan has them; an unstaffed visit without an agreed time is spread like the others. On duty: in a paid shift and not on rast. Red shows when more are needed than are on duty. A plan can still manage the visits by choosing their times.",
  weekdays: (days) => `Monday to Friday (${days} ${days === 1 ? "day" : "days"})`,
  weekend: (days) => `Saturday and Sunday (${days} ${days === 1 ? "day" : "days"})`,
  visits: "needed for visits with an agreed time",
  free: "visits without an agreed time, as planned",
  other: "travel and other work, as planned",
  short: "needed but not on duty",
  present: "on duty",
  atWork: "at work as planned",
  enough: "On average more are on duty than needed, all day. A mean over the days hides single days.",
  lack: (clocks, more) =>
    `On average staff are short at ${clocks.length + more} ${clocks.length + more === 1 ? "half hour" : "half hours"}: ${clocks.map(({ clock, people }, i) => `${clock} (${people}${i === 0 ? " people" : ""})`).join(", ")}${more > 0 ? ` and ${more} more` : ""}. A mean over the days hides single days.`,
  supplyLabel: (arm, days, verdict) => `${arm}, ${days}: people on duty against people needed, per half hour. ${verdict}`,
  plots: "The plans in charts",
  parts: "The parts of the paid time",
  partsNote: "Hours in the period, all shifts together. The parts add up to the paid time with overtime.",
  part: "Part",
  hours: "hours",
  faces: "How many different people each client meets",
  facesNote: (clients) => `Clients by how many different staff visit them in the period. ${clients}`,
  clients: "clients",
  spread: "How regular start times are from day to day",
  spreadNote: "Share of the recurring needs: minutes between the earliest and the latest planned start. On the far left somebody comes at nearly the same time every day. Minutes are rounded down.",
  spreadName: "Minutes",
  shareOfNeeds: "% of the needs",
  frameName: "% of the frame",
  staff: "Different staff",
  mean: (byArm) => `Mean: ${byArm}.`,
  grants: "How much of the granted time each client gets",
  grantsNote: "Clients by planned minutes in percent of the template minutes for the period. The bar in the middle is about as granted; left of it one gets less. Percentages are rounded down.",
  grantsName: "% of granted",
  frame: "How much of the frame each client gets",
  frameNote: "Clients with a frame by planned minutes in percent of the frame's minutes for these days. A week may take more or less than its part of a longer frame. Percentages are rounded down.",
  perDay: "Time with clients, day by day",
  perDayNote: "Hours in the homes or by phone and camera; a double-staffed visit counts twice.",
  day: "Day",
  difference: "Difference",
  under: (limit, unit) => `under ${limit} ${unit}`,
  between: (from, to, unit) => `${from}–${to - 1} ${unit}`,
  atLeast: (limit, unit) => `${limit} ${unit} or more`,
  barsLabel: (title, arms) => `${title}: ${arms}. The figures stand in the table below.`,
  weekdayShort: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  map: "The rounds on a map",
  mapNote: "Straight lines between visits, not the way along streets. The number stands at the first stop of the round; below the map each round is seen by itself.",
  mapLabel: (arm, day, rounds, homes) => `${arm}, ${day}: ${rounds} rounds to ${homes} homes. The rounds stand below the map.`,
  otherDays: (days) => `The other ${days === 1 ? "day" : `${days} days`}`,
  unlocated: (homes, stops) => `${homes} ${homes === 1 ? "place has" : "places have"} no coordinates, and ${stops} ${stops === 1 ? "stop" : "stops"} there ${stops === 1 ? "is" : "are"} not drawn.`,
  noCoordinates: "No place has a latitude and longitude, so there is no map.",
  home: "home visited that day",
  homeIdle: "home not visited that day",
  base: "base",
  roundLine: "round",
  dashed: (from) => `round ${from} and later: the same colours again, dashed`,
  legLine: "from and to the base",
  round: (stops, km) => `${stops} ${stops === 1 ? "visit" : "visits"}${km === null ? "" : `, ${km} km`}`,
  teamLine: (name) => `round, ${name}`,
  tags: { fact: "fact", assumed: "assumed", computed: "computed" },
  tagMeaning:
    "Under each measure, opened or printed, stands how it is counted. Fact: the measure comes from a named outside source. Assumed: limits or choices are our own. Computed: follows from the plan and from what was read in, without limits of our own.",
  source: "Source",
};

export const PLOT_WORDS: Readonly<Record<Locale, PlotWords>> = { sv, en };
