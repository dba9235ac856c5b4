/** What each code of a fault in a table means, beside the codes that all readers share. Codes never change their meaning. */
import type { ISSUE_CODES } from "../../model/issueCodes.ts";

export const IMPORT_ISSUE_CODES = {
  "missing-file": "A table is not there.",
  "not-a-table": "The file is no text, but a workbook or something else.",
  "missing-column": "A column that must be there is not.",
  "garbled-letters": "Letters were read as other signs by a program before.",
  "totals-row": "The row adds up the others.",
  "unknown-column": "The column has no meaning here, but looks like one that has.",
  "repeated-column": "Two columns mean the same.",
  "unbalanced-quotes": "A quotation mark opens a text that does not end.",
  "wrong-cell-count": "A row has more cells than the header.",
  "file-cut-off": "The last row breaks off.",
  "missing-cell": "A cell that must be filled in is empty.",
  "spreadsheet-error": "The cell holds the error of a formula.",
  "bad-number": "The cell is not a number, or could be two different ones.",
  "bad-frequency": "The cell does not say how often.",
  "bad-weekday": "The cell names no weekday.",
  "swapped-coordinates": "Latitude and longitude stand in each other's column.",
  "two-homes": "The rows of one household say two different places.",
  "far-apart": "A date lies far from all others.",
  "no-shift": "Nobody's shift is named, or the person named has none then.",
  "not-due": "The client has no such need, or it is not due then, or not as often.",
  "unclear-need": "Several needs could be meant.",
} as const;

/** Every code that an import may report. */
export type ImportCode = keyof typeof IMPORT_ISSUE_CODES | keyof typeof ISSUE_CODES;
