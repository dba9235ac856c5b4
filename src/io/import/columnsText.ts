/** The tables' columns as text, for help. */
import { columnsOf, fileOf, FORMATS, TABLE_NAMES, TABLES } from "./columns.ts";

/** Lines per table: name, other names, what it is, how it is written. */
export const columnsText = (): readonly string[] =>
  TABLE_NAMES.flatMap((table) => [
    `${fileOf(table)}: ${TABLES[table].about}`,
    ...columnsOf(table).map(({ name, isRequired, format, about, synonyms }) => `  ${`${name}${isRequired ? " *" : ""}`.padEnd(18)} ${about === "" ? "" : `${about} `}${capital(FORMATS[format])}. Also: ${synonyms.join(", ")}.`),
    "",
  ]);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
