/** What the sheets of shifts say. */
import type { Locale } from "../arm.ts";

export interface ShiftWords {
  readonly title: string;
  readonly note: string;
  readonly staff: string;
  readonly pick: (arm: string) => string;
  readonly all: string;
  readonly same: (arm: string) => string;
  readonly time: string;
  readonly what: string;
  readonly promised: string;
  readonly notes: string;
  readonly paid: string;
  readonly goes: string;
  readonly mode: string;
  readonly keys: string;
  readonly noKeys: string;
  readonly slack: string;
  readonly slackMeans: (minutes: string) => string;
  readonly double: string;
  readonly doubleWith: (clock: string, partner: string, client: string) => string;
  readonly introduces: string;
  readonly introducedBy: string;
  readonly withPartner: (partner: string, clock: string) => string;
  readonly start: (place: string) => string;
  readonly end: (place: string) => string;
  readonly base: string;
  readonly home: string;
  readonly way: string;
  readonly wait: (minutes: string) => string;
  readonly sameHouse: string;
  readonly shift: string;
  readonly visits: (count: number) => string;
  readonly remote: string;
  readonly access: Readonly<Record<"clientOpens" | "key" | "digital", string>>;
  readonly conditions: Readonly<Record<string, string>>;
  /** Bases of needs that are no names of laws. */
  readonly bases: Readonly<Record<string, string>>;
}

const sv: ShiftWords = {
  title: "Ett pass, som medarbetaren ser det",
  note: "Välj person och dag. Bladet visar överlämning, nycklar, besök i ordning med lovat tidsspann, vägen dit, rast och dubbelbemanning. Väg + insteg är minuterna dit och minuterna för att komma in. Skriv ut så kommer bara det valda bladet.",
  staff: "Medarbetare",
  pick: (arm) => `Alla pass: ${arm}`,
  all: "Alla pass",
  same: (arm) => `Samma pass: ${arm}`,
  time: "Tid",
  what: "Vad",
  promised: "Lovat tidsspann",
  notes: "Att veta",
  paid: "Betalt pass",
  goes: "Turen",
  mode: "Färdsätt",
  keys: "Nycklar att ta med",
  noKeys: "inga",
  slack: "Luft",
  slackMeans: (minutes) => `${minutes} min (så mycket kan det första besöket dra över; avrundat nedåt)`,
  double: "Dubbelbemanning",
  doubleWith: (clock, partner, client) => `${clock} med ${partner} hos ${client}`,
  introduces: "Går bredvid",
  introducedBy: "Lär upp",
  withPartner: (partner, clock) => `med ${partner} ${clock}`,
  start: (place) => `från ${place}`,
  end: (place) => `till ${place}`,
  base: "basen",
  home: "hemmet",
  way: "Väg + insteg",
  sameHouse: "samma hus",
  wait: (minutes) => `väntar\u00a0${minutes}\u00a0min`,
  shift: "Pass",
  visits: (count) => `${count} besök`,
  remote: "på distans",
  access: { clientOpens: "brukaren öppnar", key: "nyckel", digital: "digitalt lås" },
  conditions: { dog: "hund", cat: "katt", smoke: "rökning" },
  bases: { alarm: "larm" },
};

const en: ShiftWords = {
  title: "One shift, as its owner sees it",
  note: "Choose a person and a day. The sheet shows the handover, keys, visits in order with the promised span, the way there, rest and double staffing. Way + entry are the minutes to get there and those to get in. Printing gives only the chosen sheet.",
  staff: "Staff",
  pick: (arm) => `All shifts: ${arm}`,
  all: "All shifts",
  same: (arm) => `The same shift: ${arm}`,
  time: "Time",
  what: "What",
  promised: "Promised span",
  notes: "To know",
  paid: "Paid shift",
  goes: "The round",
  mode: "Travels by",
  keys: "Keys to take along",
  noKeys: "none",
  slack: "Slack",
  slackMeans: (minutes) => `${minutes} min (how much the first visit may overrun; rounded down)`,
  double: "Double staffing",
  doubleWith: (clock, partner, client) => `${clock} with ${partner} at ${client}`,
  introduces: "Follows",
  introducedBy: "Introduces",
  withPartner: (partner, clock) => `with ${partner} ${clock}`,
  start: (place) => `from ${place}`,
  end: (place) => `to ${place}`,
  base: "the base",
  home: "home",
  way: "Way + entry",
  sameHouse: "same house",
  wait: (minutes) => `waits\u00a0${minutes}\u00a0min`,
  shift: "Shift",
  visits: (count) => `${count} ${count === 1 ? "visit" : "visits"}`,
  remote: "by phone or camera",
  access: { clientOpens: "client opens", key: "key", digital: "digital lock" },
  conditions: { dog: "dog", cat: "cat", smoke: "smoke" },
  bases: { alarm: "alarm" },
};

export const SHIFT_WORDS: Readonly<Record<Locale, ShiftWords>> = { sv, en };
