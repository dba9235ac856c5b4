/** The numbers behind a drawing, folded away beneath it. */
import { type Html, html } from "../html.ts";

export interface DataTable {
  readonly summary: string;
  readonly head: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[];
}

export function foldedTable({ summary, head, rows }: DataTable): Html {
  const heads = head.map((text, i) => (i === 0 ? html`<th scope="col">${text}</th>` : html`<th scope="col" class="number">${text}</th>`));
  const body = rows.map(([name = "", ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`);
  return html`<details class="data"><summary>${summary}</summary><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></details>`;
}

/** A key to the drawing: the mark of each entry is a box or line of that class. */
export function keyList(title: string, entries: readonly { readonly mark: "box" | "line"; readonly style: string; readonly text: string }[]): Html {
  const items = entries.map(({ mark, style, text }) => {
    const shape = mark === "box" ? html`<rect class="${style}" x="1" y="1" width="20" height="12"/>` : html`<path class="${style}" d="M0 7H22"/>`;
    return html`<li><svg viewBox="0 0 22 14" aria-hidden="true">${shape}</svg>${text}</li>`;
  });
  return html`<ul class="legend" aria-label="${title}">${items}</ul>`;
}
