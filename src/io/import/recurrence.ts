/** How often and on which days, as planners write it. */
import type { Recurrence } from "../../model/case.ts";
import type { Weekday } from "../../model/civil.ts";
import { fold } from "./fold.ts";
import { CELL } from "./messages.ts";
import { type Reading, refuse } from "./scalars.ts";

const DAILY = /^(dagligen|daily|varje dag|every day|alla dagar)$/;
const WEEKLY = /^(varje vecka|weekly|every week|veckovis)$/;
const EVERY_SECOND = /^(?:(\d+) (?:(?:ggr|ganger|gang|times|x|st) )?)?(varannan vecka|every second week|every other week|fortnightly)$/;
/** `every 3 weeks`, `var 3 e vecka`, `var tredje vecka`. */
const EVERY_NTH = /^(?:every (\d+) weeks|var (\d+) ?(?:e|a|de)? ?vecka|var (tredje|fjarde) vecka)$/;
/** `2/day`, `2 ggr per dag`, `1 gång i veckan`, `1/2 weeks`, `3x/vecka`. */
const TIMES =
  /^(\d+) ?(?:x|ggr|gang|ganger|times|time|st)? ?(?:per|i|om|a|gang)? ?(\d+)? ?(day|days|dag|dagen|d|week|weeks|vecka|veckan|veckor|v|w)$/;

const ORDINALS: Readonly<Record<string, number>> = { tredje: 3, fjarde: 4 };

/** A recurrence without `weekdays`, unless the text says no more than days: `vardagar`, `torsdagar`, `varannan onsdag`. */
export function readFrequency(text: string): Reading<Recurrence> {
  const words = fold(text);
  if (DAILY.test(words)) return { value: { times: 1, per: "day" } };
  if (WEEKLY.test(words)) return { value: { times: 1, per: "week" } };
  const second = EVERY_SECOND.exec(words);
  if (second !== null) return { value: weekly(Number(second[1] ?? 1), 2) };
  const nth = EVERY_NTH.exec(words);
  if (nth !== null) return { value: weekly(1, Number(nth[1] ?? nth[2] ?? ORDINALS[nth[3] ?? ""])) };
  const times = TIMES.exec(words);
  if (times !== null && Number(times[1]) > 0) {
    const [count, step] = [Number(times[1]), Number(times[2] ?? 1)];
    if (!/^d/.test(times[3] ?? "")) return { value: weekly(count, step) };
    if (step === 1) return { value: { times: count, per: "day" } };
  }
  if (/\b(manad|manaden|month|monthly|manadsvis)\b/.test(words)) return refuse("bad-frequency", CELL.monthly(text));
  return onDays(text) ?? refuse("bad-frequency", CELL.noFrequency(text));
}

/** Once on each of the days named; bare numbers name none. */
function onDays(text: string): Reading<Recurrence> | undefined {
  const [, second, every, named = ""] = /^\s*(?:(varannan|var annan|every (?:second|other))|(varje|every))?\s*(.*)$/i.exec(text) ?? [];
  const days = readWeekdays(named);
  if (!("value" in days) || days.value.length === 0 || !/\p{L}/u.test(named)) return undefined;
  const weekdays = days.value;
  if (second !== undefined) return { value: { ...weekly(weekdays.length, 2), weekdays } };
  return { value: every !== undefined && weekdays.length === 7 ? { times: 1, per: "day" } : { times: 1, per: "day", weekdays } };
}

const weekly = (times: number, everyWeeks: number): Recurrence => ({
  times,
  per: "week",
  ...(everyWeeks > 1 && { everyWeeks }),
});

/** Weekday by folded beginning of its name, English and Swedish. */
const DAYS: readonly (readonly [Weekday, RegExp])[] = [
  [1, /^(1|ma|man|mandag(ar|en)?|mon|monday|mo)$/],
  [2, /^(2|ti|tis|tisdag(ar|en)?|tue|tues|tuesday|tu)$/],
  [3, /^(3|on|ons|onsdag(ar|en)?|wed|wednesday|we)$/],
  [4, /^(4|to|tor|tors|torsdag(ar|en)?|thu|thur|thurs|thursday|th)$/],
  [5, /^(5|fr|fre|fredag(ar|en)?|fri|friday)$/],
  [6, /^(6|lo|lor|lordag(ar|en)?|sat|saturday|sa)$/],
  [7, /^(7|so|son|sondag(ar|en)?|sun|sunday|su)$/],
];
const GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  vardagar: [1, 2, 3, 4, 5],
  vardag: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  helg: [6, 7],
  helger: [6, 7],
  weekend: [6, 7],
  weekends: [6, 7],
  alla: [1, 2, 3, 4, 5, 6, 7],
  all: [1, 2, 3, 4, 5, 6, 7],
  dagligen: [1, 2, 3, 4, 5, 6, 7],
};

/** The weekdays named, in order of the week. Ranges may pass Sunday: `fre-mån`. */
export function readWeekdays(text: string): Reading<readonly Weekday[]> {
  const days = new Set<Weekday>();
  for (const part of text
    .replace(/\s*[-–—]\s*/g, "-")
    .split(/[\s,;/+&]+|\boch\b|\band\b/)
    .filter((one) => !["", "o", "O"].includes(one))) {
    const [from, to] = part.split("-").map(dayOf);
    const group = GROUPS[fold(part)] ?? (part.includes("-") ? rangeOf(from, to) : from === undefined ? undefined : [from]);
    if (group === undefined || part.split("-").length > 2) {
      return refuse("bad-weekday", CELL.noWeekday(part));
    }
    for (const day of group) days.add(day);
  }
  return { value: [...days].sort((a, b) => a - b) };
}

const dayOf = (word: string): Weekday | undefined => DAYS.find(([, name]) => name.test(fold(word)))?.[0];

function rangeOf(from: Weekday | undefined, to: Weekday | undefined): readonly Weekday[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (((from - 1 + i) % 7) + 1) as Weekday);
}
