/** Tiny readers of what is written, sharing nothing with the writers. */

/** Cells of RFC 4180 text; a byte order mark is not taken off. */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let i = 0;
  while (i < text.length) {
    let cell = "";
    if (text[i] === '"') {
      for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
        if (text[i] === '"') i++;
        if (i >= text.length) throw new Error("a quote is never closed");
        cell += text[i];
      }
      i++;
    } else {
      while (i < text.length && text[i] !== separator && text[i] !== "\r" && text[i] !== "\n") {
        if (text[i] === '"') throw new Error(`a bare quote after ${cell}`);
        cell += text[i++];
      }
    }
    row.push(cell);
    if (text[i] === separator) i++;
    else if (text.startsWith("\r\n", i)) {
      rows.push(row);
      row = [];
      i += 2;
    } else throw new Error(`neither separator nor end of line after ${cell}`);
  }
  return rows;
}

/** Rows by heading. */
export function csvRecords(text: string, separator = ","): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text, separator);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? "missing"])));
}

export type Event = ReadonlyMap<string, readonly string[]>;

/** Events of a calendar: property -> its values, unescaped. Throws on what RFC 5545 forbids of lines. */
export function readCalendar(text: string): { events: Event[]; head: Event } {
  if (!text.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(text)) throw new Error("lines do not end by CRLF");
  const long = text.split("\r\n").find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`a line is too long: ${long}`);
  const head = new Map<string, string[]>();
  const events: Map<string, string[]>[] = [];
  let now = head;
  for (const line of text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1)) {
    const [, name = "", value = ""] = /^([A-Z-]+):(.*)$/u.exec(line) ?? [];
    if (name === "") throw new Error(`not a property: ${line}`);
    if (line === "BEGIN:VEVENT") {
      now = new Map();
      events.push(now);
    } else if (line === "END:VEVENT") now = head;
    else now.set(name, [...(now.get(name) ?? []), value.replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c))]);
  }
  return { events, head };
}
