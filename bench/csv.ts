/** Tables of best known values. */

/** Rows of comma-separated text by the names in its first line; a quoted field may hold commas and doubled quotes. */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  const [head, ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(fieldsOf);
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, i) => [name, row[i] ?? ""])));
}

function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  const pattern = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/y;
  do {
    const match = pattern.exec(line);
    if (match === null) break;
    const field = match[1] as string;
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (!match[0].endsWith(",")) break;
  } while (pattern.lastIndex <= line.length);
  return fields;
}
