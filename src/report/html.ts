/** HTML that cannot be broken by what users write: everything put into a template is escaped unless it is {@link Html} already. */

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[];

/** Tagged template: escapes strings, joins lists. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, i) => (i === 0 ? part : asText(values[i - 1] as Value) + part)).join(""));
}

function asText(value: Value): string {
  if (value instanceof Html) return value.text;
  return typeof value === "object" ? value.map((v) => v.text).join("") : escapeText(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Controls that no HTML may hold are dropped; tab and line breaks stay. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]/gu;

/** Safe in text and in quoted attributes. */
export const escapeText = (text: string): string => text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (c) => ENTITIES[c] as string);

export const NOTHING = new Html("");
