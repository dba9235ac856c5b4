/** The rounds day by day: a drawing per plan. */
import { className } from "./classes.ts";
import { formatDate } from "./format.ts";
import { gantt, hoursOf, rowsByDay } from "./gantt.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { STRINGS } from "./strings.ts";
import { cutNote, type View } from "./view.ts";

/** The same days of all plans one below the other, to the same hours. */
export function daySections(views: readonly View[], colours: ReadonlyMap<string, number>): Html {
  const first = views[0];
  if (first === undefined) return NOTHING;
  const { locale } = first;
  const words = STRINGS[locale];
  const rows = views.map(rowsByDay);
  const dates = [...new Set(views.flatMap(({ demand, drawnDays }) => demand.days.slice(0, drawnDays).map((d) => d.date)))].sort();
  const sections = dates.map((date) => {
    const shown = views.flatMap((view, i) => {
      const day = view.demand.days.findIndex((d) => d.date === date);
      return day < 0 ? [] : [{ view, day, rows: rows[i]?.[day] ?? [] }];
    });
    const ends = shown.map((s) => hoursOf(s.view.demand, s.day, s.rows));
    const hours = [Math.min(...ends.map((e) => e[0])), Math.max(...ends.map((e) => e[1]))] as const;
    const figures = shown.map(({ view, day, rows: own }) => {
      const used = own.filter((r) => r.round !== undefined);
      const stops = used.reduce((s, r) => s + (r.round?.stops ?? 0), 0);
      const label = words.ganttLabel(view.arm.name, formatDate(date, locale), used.length);
      return html`<figure><figcaption><b>${view.arm.name}</b> ${words.stops(stops)}</figcaption>
${gantt(view, own, { day, hours, colours, label })}</figure>
`;
    });
    return html`<div class="day"><h3>${formatDate(date, locale)}</h3>${figures}</div>
`;
  });
  return html`<h2>${words.rounds}</h2><p class="note">${words.roundsNote}</p>${cutNote(first, views.length > 1)}${legend(first, colours)}<div class="days of${views.length}">${sections}</div>`;
}

function legend({ locale }: View, colours: ReadonlyMap<string, number>): Html {
  const { activities, legend: title } = STRINGS[locale];
  const box = (style: string, name: string): Html => html`<li><svg viewBox="0 0 22 14" aria-hidden="true"><rect class="${style}" x="1" y="1" width="20" height="12"/></svg>${name}</li>`;
  const classes = [...colours].map(([id, colour]) => box(`client c${colour}`, className(id, locale)));
  const line = html`<li><svg viewBox="0 0 22 14" aria-hidden="true"><path class="travel" d="M1 7H21"/></svg>${activities.travel}</li>`;
  const others = (["waiting", "rast", "pause", "documentation", "duty"] as const).map((a) => box(a, activities[a]));
  return html`<ul class="legend" aria-label="${title}">${classes}${line}${others}${box("rail", activities.shift)}</ul>`;
}
