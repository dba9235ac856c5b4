/** The rounds day by day: a drawing per plan, and the same as text. */
import type { Arm, Comparison } from "./arm.ts";
import { className } from "./classes.ts";
import { formatClock, formatDate } from "./format.ts";
import { gantt, hoursOf, type Row, rowsByDay } from "./gantt.ts";
import { type Html, html } from "./html.ts";
import { type People, peopleOf } from "./people.ts";
import { STRINGS } from "./strings.ts";

export function daySections(comparison: Comparison, colours: ReadonlyMap<string, number>): Html {
  const { arms, locale } = comparison;
  const people = peopleOf(comparison.case);
  const words = STRINGS[locale];
  const rows = arms.map(rowsByDay);
  const dates = [...new Set(arms.flatMap((a) => a.demand.days.map((d) => d.date)))].sort();
  const sections = dates.map((date) => {
    const shown = arms.flatMap((arm, i) => {
      const day = arm.demand.days.findIndex((d) => d.date === date);
      return day < 0 ? [] : [{ arm, day, rows: rows[i]?.[day] ?? [] }];
    });
    const ends = shown.map((s) => hoursOf(s.arm.demand, s.day, s.rows));
    const hours = [Math.min(...ends.map((e) => e[0])), Math.max(...ends.map((e) => e[1]))] as const;
    const figures = shown.map(({ arm, day, rows: own }) => {
      const used = own.filter((r) => r.round !== undefined);
      const stops = used.reduce((s, r) => s + (r.round?.stops ?? 0), 0);
      const label = words.ganttLabel(arm.name, formatDate(date, locale), used.length);
      return html`<figure><figcaption><b>${arm.name}</b> ${words.stops(stops)}</figcaption>
${gantt(arm.demand, own, { day, hours, colours, people, locale, label })}
<details><summary>${words.asText}: ${arm.name}</summary>${asText(arm, own, people, comparison.locale)}</details></figure>
`;
    });
    return html`<section class="day"><h3>${formatDate(date, locale)}</h3>${figures}</section>
`;
  });
  return html`<section><h2>${words.rounds}</h2><p class="note">${words.roundsNote}</p>${legend(comparison, colours)}${sections}</section>`;
}

function legend({ locale }: Comparison, colours: ReadonlyMap<string, number>): Html {
  const { activities, legend: title } = STRINGS[locale];
  const box = (style: string, name: string): Html => html`<li><svg viewBox="0 0 22 14" aria-hidden="true"><rect class="${style}" x="1" y="1" width="20" height="12"/></svg>${name}</li>`;
  const classes = [...colours].map(([id, colour]) => box(`client c${colour}`, className(id, locale)));
  const line = html`<li><svg viewBox="0 0 22 14" aria-hidden="true"><g class="travel"><path d="M1 7H21"/></g></svg>${activities.travel}</li>`;
  const others = (["entry", "waiting", "rast", "pause", "documentation", "duty"] as const).map((a) => box(a, activities[a]));
  return html`<ul class="legend" aria-label="${title}">${classes}${line}${others}${box("rail", activities.shift)}</ul>`;
}

function asText(arm: Arm, rows: readonly Row[], people: People, locale: Comparison["locale"]): Html {
  const words = STRINGS[locale];
  const items = rows.map(({ shift, round }) => {
    const tasks = (round?.pieces ?? []).filter((p) => p.task !== undefined && p.activity !== "entry").map((p) => {
      const minutes = Math.round((p.end - p.begin) / arm.demand.ticksPerMinute);
      const who = p.task?.client === undefined ? "" : `${people.client(p.task.client)}, `;
      const what = p.activity === "rast" ? words.activities.rast : className(p.task?.class ?? "", locale);
      return html`<li>${`${formatClock(arm.demand, p.begin)} ${who}${what} ${minutes} min`}</li>`;
    });
    return html`<dt>${people.staff(shift.worker)}</dt><dd>${tasks.length === 0 ? words.unusedShift : html`<ol>${tasks}</ol>`}</dd>`;
  });
  return html`<dl>${items}</dl>`;
}
