/** Tables for a terminal. */

/** Columns as wide as their widest cell; a column whose head begins with a space is set to the right. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = head.map((name) => name.trim());
  const right = head.map((name) => name.startsWith(" "));
  const widths = names.map((name, c) => rows.reduce((width, row) => Math.max(width, (row[c] ?? "").length), name.length));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, c) => (right[c] ? (cells[c] ?? "").padStart(width) : (cells[c] ?? "").padEnd(width)))
      .join("  ")
      .trimEnd();
  return [line(names), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

/** At most `decimals`, with trailing zeros; "-" for what is not there. */
export const figure = (value: number | null | undefined, decimals = 2): string =>
  value === null || value === undefined || Number.isNaN(value) ? "-" : value.toFixed(decimals);

/** "+1.23 %". */
export const percent = (value: number | null): string => (value === null ? "-" : `${value < 0 ? "" : "+"}${value.toFixed(2)} %`);
