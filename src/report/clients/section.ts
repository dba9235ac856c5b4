/** Every client's days under all plans: a list to choose from, and one sheet each, of which one is shown. */
import { compareText } from "../compareText.ts";
import { type Html, html, NOTHING } from "../html.ts";
import type { View } from "../view.ts";
import { clientAnchor } from "./anchor.ts";
import { fortnightsOf } from "./fortnight.ts";
import { clientSheet, type Side, sideOf } from "./sheet.ts";
import { STRINGS } from "../strings.ts";
import { CLIENT_WORDS } from "./words.ts";

/** As with shifts, the sheet that a link leads to is shown alone; before any is chosen, that of the client with most changes. `foot` stands below on paper. */
export function clientSection(views: readonly View[], foot: Html = NOTHING): Html {
  const first = views[0];
  if (first === undefined) return NOTHING;
  const { town, locale, people } = first;
  const words = CLIENT_WORDS[locale];
  const perView = views.map((view) => ({ view, fortnights: fortnightsOf(view) }));
  const all = town.clients.map((_, i) => perView.flatMap(({ view, fortnights }): Side[] => {
    const fortnight = fortnights[i];
    return fortnight === undefined ? [] : [sideOf(view, fortnight)];
  }));
  const changes = all.map((sides) => sides.reduce((sum, side) => sum + side.changes.length, 0));
  const example = changes.indexOf(Math.max(0, ...changes));
  const byName = [...town.clients].sort((a, b) => compareText(people.client(a.id), people.client(b.id)));
  const links = byName.map(({ id }) => html`<li><a href="#${clientAnchor(town, id)}">${people.client(id)}</a></li>`);
  return html`<h2>${words.title(first.demand.days.length)}</h2><p class="note">${words.note}</p>
<ul class="picker names" aria-label="${words.pick}">${links}</ul>
<div class="sheets"><p class="note example">${STRINGS[locale].example(all.length, "clients")}</p>${all.map((sides, i) => clientSheet(sides, i === example ? " first" : ""))}${foot}</div>`;
}
