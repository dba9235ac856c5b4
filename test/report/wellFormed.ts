/**
 * A strict reading of HTML: every element is closed in order (rows, cells, paragraphs and terms may be by what follows), every attribute is a quoted or plain
 * value and named once, every id used once, every link has its target.
 */

const VOID: readonly string[] = ["meta", "br", "col", "link", "img", "hr", "input"];
/** What the beginning or end of another element ends by itself. */
const ROW: readonly string[] = ["p", "td", "th", "tr"];
const PART: readonly string[] = [...ROW, "thead", "tbody", "tfoot"];
const ENDS: Readonly<Record<string, readonly string[]>> = {
  p: ["p"], li: ["li"], "/ul": ["li"], "/div": ["p", "dt", "dd"], dd: ["dt"], td: ["p", "td", "th"], th: ["p", "td", "th"], tr: ROW, "/tbody": ROW, "/thead": ROW, "/tfoot": ROW, tbody: PART, tfoot: PART, "/table": PART,
};
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:=(?:"[^"<]*"|[\w#-]+))?)*)\s*(\/?)>/y;

/** What is wrong with it, in order; empty: nothing. */
export function faultsOf(page: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const links: string[] = [];
  let at = page.startsWith("<!doctype html>") ? 15 : 0;
  while (true) {
    const next = page.indexOf("<", at);
    const text = page.slice(at, next < 0 ? undefined : next);
    if (text.includes(">") && open.at(-1) !== "style") faults.push(`stray > in ${text.slice(0, 60)}`);
    if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text) && open.at(-1) !== "style") faults.push(`bare & in ${text.slice(0, 60)}`);
    if (next < 0) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(page);
    if (tag === null) return [...faults, `no tag: ${page.slice(next, next + 80)}`];
    const [all, closes, name = "", attributes = "", closed] = tag;
    const names = attributes.replace(/=(?:"[^"]*"|[\w#-]+)/g, "").trim().split(/\s+/).filter((x) => x !== "");
    if (new Set(names).size !== names.length) faults.push(`attribute twice: ${all}`);
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && ids.size === ids.add(id).size) faults.push(`id twice: ${id}`);
    const link = /\shref="?#([\w-]*)/.exec(attributes)?.[1];
    if (link !== undefined) links.push(link);
    while ((ENDS[closes + name] ?? []).includes(open.at(-1) ?? "")) open.pop();
    if (closes === "/") {
      const last = open.pop();
      if (last !== name) return [...faults, `</${name}> closes <${last}> at ${page.slice(Math.max(0, next - 80), next)}`];
    } else if (closed !== "/" && !VOID.includes(name)) open.push(name);
    at = next + all.length;
  }
  return [...faults, ...open.map((name) => `<${name}> is never closed`), ...links.filter((l) => !ids.has(l)).map((l) => `#${l} leads nowhere`)];
}
