/** What each code of an {@link InputError} means. Codes never change their meaning. */

const FILE = {
  "empty-file": "The file or text holds nothing.",
  "too-large": "The file has more bytes than one text can hold.",
  "wrong-encoding": "The bytes are not UTF-8 text.",
  "not-a-document": "The text is not one JSON object.",
  "not-json": "The text is not JSON, or it was cut off.",
  "too-deep": "The text nests deeper than any document does.",
} as const;

const SHAPE = {
  "wrong-type": "A value of another kind belongs here.",
  "wrong-length": "The list has too few or too many elements.",
  "missing-key": "A key that must be there is not.",
  "unknown-key": "The key has no meaning here.",
  "not-in-list": "The value is none of those possible.",
  "not-finite": "NaN and infinity are no amounts.",
  "not-whole": "The number must be whole.",
  "not-safe": "The whole number is too large to be exact.",
  "out-of-range": "The number is too small or too large.",
  "bad-id": "The name is empty or built into JavaScript.",
  "bad-date": "The date does not exist or is not YYYY-MM-DD.",
  "bad-clock-time": "The clock time does not exist or is not HH:MM.",
  "bad-date-time": "The date and time do not exist or are written in another way.",
  "bad-time-zone": "The time zone is not known.",
} as const;

/** Code -> what it means, for all codes that the readers of this library report. */
export const ISSUE_CODES = { ...FILE, ...SHAPE } as const;

export type IssueCode = keyof typeof ISSUE_CODES;
