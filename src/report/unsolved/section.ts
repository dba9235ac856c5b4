/** What is unsolved and why, in all plans together: first what a phone call can solve, last what is to be watched on the day. */
import { formatPath } from "../../errors.ts";
import type { Comparison } from "../arm.ts";
import { compareText } from "../compareText.ts";
import { formatClock, formatNumber, formatShortDate } from "../format.ts";
import { type Html, html, NOTHING } from "../html.ts";
import { STRINGS } from "../strings.ts";
import type { View } from "../view.ts";
import { atOnceItems } from "./atOnce.ts";
import { type CallPlan, callPlanOf, callsOf } from "./calls.ts";
import { type Item, nameOf } from "./item.ts";
import { lostBreaks, lostItems } from "./lost.ts";
import { paperItems } from "./papers.ts";
import { spanned, withoutNumbers } from "./spanned.ts";
import { tightItems } from "./tight.ts";
import { vacantItems } from "./vacant.ts";
import { unstaffedItems } from "./visits.ts";
import { type UnsolvedKind, UNSOLVED_WORDS } from "./words.ts";

const KINDS: readonly UnsolvedKind[] = ["vacant", "visit", "rest", "atOnce", "slack", "delegation", "plan"];
/** Of one kind shown at once; the others are folded away. */
const SHOWN = 8;
/** Of one kind told at all: who has more begins with these. */
const MOST = 120;
/** Broken rules listed. */
const LISTED = 12;

/** An item with the plans it holds of. */
export interface SharedItem extends Item {
  /** Places among the arms, in order. */
  readonly arms: readonly number[];
}

/** A plan with whom to call for it. */
export interface Called {
  readonly view: View;
  readonly calls: CallPlan;
}

export const withCalls = (views: readonly View[]): Called[] => views.map((view) => ({ view, calls: callPlanOf(view) }));

/**
 * Of all arms, what they have alike once, delegations also where only the number of visits differs; callable first, then by kind, order
 * within it, and plan. O(size of Case, Demands and Plans).
 */
export function unsolvedItems(all: readonly Called[]): SharedItem[] {
  const items = new Map<string, SharedItem>();
  const facts = new Map<string, string[]>();
  for (const { view, calls } of all) {
    const told = new Map<string, number>();
    for (const item of [...unstaffedItems(view, calls), ...vacantItems(view, calls), ...lostItems(view), ...atOnceItems(view), ...tightItems(view), ...paperItems(view)]) {
      const text = JSON.stringify([item.kind, item.who, item.when, item.kind === "delegation" ? withoutNumbers(item.fact) : item.fact, item.action]);
      // Two visits of one plan may read alike: they stay two.
      const nth = (told.get(text) ?? 0) + 1;
      told.set(text, nth);
      const key = `${nth} ${text}`;
      const known = items.get(key);
      facts.set(key, [...(facts.get(key) ?? []), item.fact]);
      items.set(key, { ...item, fact: spanned(facts.get(key) ?? []), arms: [...(known?.arms ?? []), view.nth] });
    }
  }
  const rank = (item: Item): number => (item.isCallable ? 0 : KINDS.length) + KINDS.indexOf(item.kind);
  const sorted = [...items.values()].map((item, i) => ({ item, i }));
  sorted.sort((a, b) => rank(a.item) - rank(b.item) || compareText(a.item.order, b.item.order) || a.i - b.i);
  return sorted.map(({ item }) => item);
}

export function unsolvedSection(comparison: Comparison, views: readonly View[]): Html {
  const words = UNSOLVED_WORDS[comparison.locale];
  const all = withCalls(views);
  const items = unsolvedItems(all);
  const part = (title: string, chosen: readonly Item[]): Html =>
    chosen.length === 0 ? NOTHING : html`<h3>${title}</h3>${KINDS.map((kind) => table(comparison, kind, items.filter((i) => i.kind === kind && chosen.includes(i))))}`;
  const isWell = items.every(({ kind }) => kind !== "visit" && kind !== "rest" && kind !== "atOnce");
  return html`<h2>${words.title}</h2><p class="note">${words.note}</p>
${isWell ? html`<p class="good">${words.nothing}</p>` : NOTHING}<div class="first">${summary(comparison, items)}${callLines(all)}</div>
${part(words.call, items.filter((i) => i.isCallable))}${items.some((i) => i.kind === "visit" && i.isCallable) ? html`<p class="note">${words.leave}</p>` : NOTHING}
${part(words.more, items.filter((i) => !i.isCallable && i.kind !== "slack"))}${part(words.tight, items.filter(({ kind }) => kind === "slack"))}${views.map((view) => breaches(view))}`;
}

/** Days of calls shown at once. */
const CALL_DAYS = 5;

/** A line for each day on which somebody is to be called in, plan beside plan. */
function callLines(all: readonly Called[]): Html {
  const words = UNSOLVED_WORDS[all[0]?.view.locale ?? "en"];
  const lists = all.flatMap(({ view, calls: plan }) => {
    const calls = callsOf(plan);
    const { demand, people, locale, town, arm } = view;
    const days = [...new Set(calls.map(({ day }) => day))];
    const lines = days.map((day) => {
      const own = calls.filter((call) => call.day === day).sort((a, b) => a.begin - b.begin);
      const texts = own.map(({ staff, visits, isShift, begin, end }) =>
        (isShift && visits > 0 ? words.vacant.takes : words.takes)(nameOf(town, staff, people.staff(staff), words), visits, formatClock(demand, begin), formatClock(demand, end)));
      return html`<li><b>${formatShortDate(demand.days[day]?.date ?? "", locale)}</b> ${texts.map((text, i) => html`<span>${text}${i < texts.length - 1 ? ";" : ""}</span> `)}</li>`;
    });
    const name = all.length > 1 ? html`<h4>${arm.name}</h4>` : NOTHING;
    const more = lines.length > CALL_DAYS ? html`<details><summary>${words.moreDays(lines.length - CALL_DAYS)}</summary><ul>${lines.slice(CALL_DAYS)}</ul></details>` : NOTHING;
    return lines.length === 0 ? [] : [html`<div>${name}<ul>${lines.slice(0, CALL_DAYS)}</ul>${more}</div>`];
  });
  return lists.length === 0 ? NOTHING : html`<div class="calls"><h3>${words.callList}</h3><p class="note">${words.callNote}</p><div class="sides">${lists}</div></div>`;
}

/** How many of each kind, plan by plan. */
function summary({ arms, locale }: Comparison, items: readonly SharedItem[]): Html {
  const words = UNSOLVED_WORDS[locale];
  const count = (chosen: readonly SharedItem[], arm: number): number => chosen.reduce((sum, i) => sum + (i.arms.includes(arm) ? (i.count ?? 1) : 0), 0);
  const row = (label: string, chosen: readonly SharedItem[], style: string): Html =>
    html`<tr class="${style}"><th scope="row">${label}</th>${arms.map((_, arm) => html`<td class="number">${formatNumber(count(chosen, arm), 0, locale)}</td>`)}</tr>`;
  const rows = KINDS.map((kind) => row(words.kinds[kind], items.filter((i) => i.kind === kind), "kind"));
  const heads = arms.map(({ name }) => html`<th scope="col" class="number">${name}</th>`);
  return html`<table class="summary"><thead><tr><th scope="col">${words.what}</th>${heads}</tr></thead><tbody>${rows}${row(words.sum, items, "sum")}${row(words.ofWhich, items.filter((i) => i.isCallable), "sum")}</tbody></table>`;
}

function table({ arms, locale }: Comparison, kind: UnsolvedKind, items: readonly SharedItem[]): Html {
  if (items.length === 0) return NOTHING;
  const words = UNSOLVED_WORDS[locale];
  const several = arms.length > 1;
  const planOf = (item: SharedItem): string => (item.arms.length === arms.length ? words.every(arms.length) : item.arms.map((i) => arms[i]?.name ?? "").join(", "));
  const rows = items.slice(0, MOST).map((item) => html`<tr><th scope="row">${item.anchor === undefined ? item.who : html`<a href="#${item.anchor}">${item.who}</a>`}${item.when === "" ? NOTHING : html`<small>${item.when}</small>`}</th><td>${item.fact}</td><td class="do">${item.action}</td>${several ? html`<td>${planOf(item)}</td>` : NOTHING}</tr>
`);
  const head = html`<thead><tr><th scope="col">${words.whose}</th><th scope="col">${words.fact}</th><th scope="col">${words.action}</th>${several ? html`<th scope="col">${words.plan}</th>` : NOTHING}</tr></thead>`;
  const tableOf = (some: readonly Html[]): Html => html`<table class="unsolved"><colgroup><col><col><col>${several ? html`<col>` : NOTHING}</colgroup>${head}<tbody>${some}</tbody></table>`;
  const more = rows.length > SHOWN ? html`<details class="more more-${kind}"><summary>${STRINGS[locale].more(items.length - SHOWN)}</summary>${tableOf(rows.slice(SHOWN))}${items.length > MOST ? html`<p class="note">${words.untold(items.length - MOST)}</p>` : NOTHING}</details>` : NOTHING;
  return html`<h4>${words.kinds[kind]} <small>${kind === "slack" ? `${words.kindNotes[kind]} ${words.slackLimit}` : words.kindNotes[kind]}</small></h4>${tableOf(rows.slice(0, SHOWN))}${more}`;
}

/** Broken rules, apart from what stands above already. What the judge says is English. */
function breaches(view: View): Html {
  const { arm: { issues = [], measures, plan, name }, locale } = view;
  const above = new Set([...measures.missing.map(({ task }) => task.id), ...lostBreaks(view).map(({ id }) => id)]);
  const others = issues.filter(({ code, path }) => code !== "rest-too-short" && !(code === "required-unserved" && above.has(plan.unserved[Number(path[1])] ?? "")));
  if (others.length === 0) return NOTHING;
  const rows = others.slice(0, LISTED).map((i) => html`<li lang="en"><code>${i.code}</code> ${formatPath(i.path)}: ${i.message}</li>`);
  return html`<h4 class="bad">${name}: ${STRINGS[locale].otherBreaches(others.length)}</h4><ul>${rows}${others.length > LISTED ? html`<li>…</li>` : NOTHING}</ul>`;
}
