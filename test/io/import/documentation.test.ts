import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { columnsOf, TABLE_NAMES } from "../../../src/io/import/columns.ts";
import { columnsMarkdown } from "../../../src/io/import/columnsText.ts";
import { fold } from "../../../src/io/import/fold.ts";

test("docs/tables.md says what the table of columns says", () => {
  const page = readFileSync(new URL("../../../docs/tables.md", import.meta.url), "utf8");
  expect(page.slice(page.indexOf("## "))).toBe(columnsMarkdown());
});

test.each(TABLE_NAMES)("no two columns of %s share a name", (table) => {
  const names = columnsOf(table).flatMap(({ name, synonyms }) => [...new Set([name, ...synonyms].map(fold))]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
