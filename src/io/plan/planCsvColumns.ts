/** The columns of a plan as CSV. */

export interface PlanCsvColumn {
  readonly name: string;
  readonly meaning: string;
  /** Left out where `names` is "ids". */
  readonly isName?: true;
}

/**
 * In the order written; the names are the same in every language, so that programs find them. Times are local to the Case's zone.
 * A row of a task that nobody serves has neither shift, staff, times nor travel.
 */
export const PLAN_CSV_COLUMNS = [
  { name: "date", meaning: "Local date on which the task starts; of an unserved one the first on which it could (empty: open)." },
  { name: "shift", meaning: "Shift id." },
  { name: "staff", meaning: "Staff id; empty: nobody." },
  { name: "staffName", meaning: "Name or initials of the staff.", isName: true },
  { name: "nth", meaning: "Place in the round: 1 is the first task." },
  { name: "kind", meaning: "care, remote, break (unpaid rest), base or other." },
  { name: "class", meaning: "Class of work." },
  { name: "client", meaning: "Client id." },
  { name: "clientName", meaning: "Name or initials of the client.", isName: true },
  { name: "start", meaning: "Clock on the wall, HH:MM, begun minutes cut off." },
  { name: "end", meaning: "Likewise." },
  { name: "startIso", meaning: "To the second with the offset: 2026-03-29T07:30:00+02:00." },
  { name: "endIso", meaning: "Likewise." },
  { name: "minutes", meaning: "Length; of an unserved task the shortest allowed. Two decimals." },
  { name: "travelSeconds", meaning: "Travel to the task; 0 where the task before is at the same place." },
  { name: "place", meaning: "Place id." },
  { name: "latitude", meaning: "Degrees, WGS 84, six decimals." },
  { name: "longitude", meaning: "Likewise." },
  { name: "need", meaning: "Need ids, joined by ' + '." },
  { name: "purpose", meaning: "Purposes of these needs, joined by ' + '." },
  { name: "partner", meaning: "Staff ids of those who are there at the same time (double staffing), joined by ' + '." },
  { name: "task", meaning: "Task id, unique in the file." },
] as const satisfies readonly PlanCsvColumn[];

export type PlanCsvColumnName = (typeof PLAN_CSV_COLUMNS)[number]["name"];
