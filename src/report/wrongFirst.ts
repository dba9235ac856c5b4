/** What is wrong, before anything else: visits without staff, and broken rules. */
import type { Issue } from "../errors.ts";
import { formatPath } from "../errors.ts";
import type { UnstaffedTask } from "../kpi/unstaffed.ts";
import type { Demand } from "../model/demand.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Arm, Comparison } from "./arm.ts";
import { className } from "./classes.ts";
import { formatClock, formatDate, formatNumber } from "./format.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { type People, peopleOf } from "./people.ts";
import { STRINGS } from "./strings.ts";

/** Staff named in one reason; the others are counted. */
const NAMED = 4;
/** Unstaffed visits shown at once; the others are folded away. */
const SHOWN = 12;
/** Broken rules listed. */
const LISTED = 12;

export function wrongFirst(comparison: Comparison): Html {
  const words = STRINGS[comparison.locale];
  const people = peopleOf(comparison.case);
  const parts = comparison.arms.map((arm) => html`<div class="arm"><h3>${arm.name}</h3>${missing(arm, people, comparison)}${breaches(arm, comparison)}</div>`);
  return html`<section><h2>${words.wrongFirst}</h2><div class="arms">${parts}</div></section>`;
}

function missing({ demand, measures }: Arm, people: People, { locale }: Comparison): Html {
  const words = STRINGS[locale];
  if (measures.missing.length === 0) return html`<p class="good">${words.allStaffed}</p>`;
  const { visits, minutes } = measures.unstaffed;
  const rows = perOccurrence(measures.missing).map((m) => html`<tr><td>${whenOf(demand, m, locale)}</td><td>${people.client(m.task.client)}</td><td>${className(m.task.class, locale)}</td><td class="number">${formatNumber(m.minutes, 0, locale)}</td><td>${whyOf(m, people, locale)}</td></tr>`);
  const head = html`<thead><tr><th scope="col">${words.when}</th><th scope="col">${words.client}</th><th scope="col">${words.what}</th><th scope="col" class="number">${words.minutes}</th><th scope="col">${words.why}</th></tr></thead>`;
  const table = (some: readonly Html[]): Html => html`<table class="missing">${head}<tbody>${some}</tbody></table>`;
  const more = rows.length > SHOWN ? html`<details><summary>${words.more(rows.length - SHOWN)}</summary>${table(rows.slice(SHOWN))}</details>` : NOTHING;
  return html`<p class="bad">${words.unstaffed(visits.value ?? 0, formatNumber(minutes.value ?? 0, 0, locale))}</p>${table(rows.slice(0, SHOWN))}${more}`;
}

/** A visit by two that lacks both stands once. */
function perOccurrence(missing: readonly UnstaffedTask[]): UnstaffedTask[] {
  const rows = new Map<string, UnstaffedTask>();
  for (const one of missing) {
    const key = one.task.serves?.join(" ") ?? one.task.id;
    const known = rows.get(key);
    rows.set(key, known === undefined ? one : { ...known, minutes: known.minutes + one.minutes });
  }
  return [...rows.values()];
}

/** The days and hours that its slots leave open. */
export function whenOf(demand: Demand, { task }: Pick<UnstaffedTask, "task">, locale: Comparison["locale"]): string {
  const words = STRINGS[locale];
  return task.slots.map(({ start: [from, to] }) => {
    const day = demand.days[dayIndexAt(demand.days, from ?? to ?? 0)]?.date ?? "";
    const first = formatClock(demand, from ?? to ?? 0);
    const last = formatClock(demand, to ?? from ?? 0);
    return `${formatDate(day, locale)} ${first === last ? first : words.between(first, last)}`;
  }).slice(0, 3).join("; ") + (task.slots.length > 3 ? "; …" : "");
}

export function whyOf({ reason, candidates }: UnstaffedTask, people: People, locale: Comparison["locale"]): string {
  const { and, reason: words } = STRINGS[locale];
  const names = candidates.slice(0, NAMED).map(people.staff);
  const rest = candidates.length - names.length;
  return words[reason](rest > 0 ? `${names.join(", ")} ${and} ${rest} ${locale === "sv" ? "till" : "more"}` : names.join(", "));
}

/** Unstaffed visits stand above already. */
function breaches({ issues = [], measures, plan }: Arm, { locale }: Comparison): Html {
  const unstaffed = new Set(measures.missing.map((m) => m.task.id));
  const others = issues.filter((issue) => !(issue.code === "required-unserved" && unstaffed.has(plan.unserved[Number(issue.path[1])] ?? "")));
  if (others.length === 0) return NOTHING;
  const rows = others.slice(0, LISTED).map((i: Issue) => html`<li><code>${i.code}</code> ${formatPath(i.path)}: ${i.message}</li>`);
  return html`<p class="bad">${STRINGS[locale].otherBreaches(others.length)}</p><ul>${rows}${others.length > LISTED ? html`<li>…</li>` : NOTHING}</ul>`;
}
