/** The tables' columns as text, for help and documentation. */
import { columnsOf, fileOf, FORMATS, TABLE_NAMES, TABLES } from "./columns.ts";

/** For a terminal: two lines per column, what it is and its other names. A star marks columns that must be there. */
export const columnsText = (): readonly string[] =>
  TABLE_NAMES.flatMap((table) => [
    `${fileOf(table)}: ${TABLES[table].about}`,
    ...columnsOf(table).flatMap(({ name, isRequired, format, about, synonyms }) => [
      `  ${`${name}${isRequired ? " *" : ""}`.padEnd(17)} ${sentences(about, FORMATS[format])}`,
      `  ${"".padEnd(17)} also: ${synonyms.join(", ")}`,
    ]),
    "",
  ]);

/** For a page: one Markdown table per file. */
export const columnsMarkdown = (): string =>
  TABLE_NAMES.map((table) => {
    const rows = columnsOf(table).map(
      ({ name, isRequired, format, example, about, synonyms }) =>
        `| ${name} | ${isRequired ? "yes" : ""} | ${sentences(about, FORMATS[format])} | \`${example}\` | ${synonyms.join(", ")} |`,
    );
    return [
      `## ${fileOf(table)}`,
      "",
      TABLES[table].about,
      "",
      "| column | required | what | example | other names |",
      "|---|---|---|---|---|",
      ...rows,
      "",
    ].join("\n");
  }).join("\n");

const sentences = (about: string, format: string): string =>
  `${about === "" ? "" : `${about} `}${format.charAt(0).toUpperCase()}${format.slice(1)}.`;
