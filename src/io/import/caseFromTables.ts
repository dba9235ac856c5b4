/** Four tables that a planner exports or types become a Case. */
import { isInputError } from "../../errors.ts";
import type { Case, LabourAgreement, Practice } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import { readCase } from "../../model/readCase.ts";
import type { TravelMode } from "../../model/place.ts";
import { basesOf, readPlaces, requireStaffedTeams } from "./bases.ts";
import { readClients } from "./clients.ts";
import type { TableName } from "./columns.ts";
import { noteDoubts } from "./doubts.ts";
import { Findings, type Note } from "./faults.ts";
import { knownIn } from "./known.ts";
import type { ImportLang } from "./messages.ts";
import { readNeeds } from "./needs.ts";
import { Origins } from "./origins.ts";
import { readShifts, readStaff } from "./people.ts";
import { periodOf } from "./period.ts";
import { readTable } from "./table.ts";
import { DEFAULT_TRAVEL } from "./travel.ts";

/** The content of `clients.csv` and so on, as text or bytes; `places` and `rounds` may be absent, and the latter is read by `roundsFromTable` alone. */
export type Tables = { readonly [T in TableName]?: string | Uint8Array };

export interface ImportOptions {
  /** Name of the Case. Default `Imported`. */
  readonly name?: string;
  /** IANA zone. Default `Europe/Stockholm`. */
  readonly timeZone?: string;
  /** First day and number of days. Default: from the first to the last date of a shift. */
  readonly from?: CivilDate;
  readonly days?: number;
  /** Ways to travel. Default {@link DEFAULT_TRAVEL}: assumed speeds. */
  readonly travel?: readonly TravelMode[];
  readonly agreement?: LabourAgreement;
  readonly practice?: Practice;
  /** Language of faults and notes. Default "en". */
  readonly lang?: ImportLang;
}

export interface Imported {
  readonly case: Case;
  /** What was read otherwise than written, assumed, or is seldom meant. */
  readonly notes: readonly Note[];
}

/** Issues of a Case that is made of the sound rows only and that the rows left out may have caused. */
const CAUSED_BY_GAPS =
  /^(unknown-|skill-nobody-has|delegation-expired|contact-refused|shift-without-base|coordinates-missing|missing-key|wrong-)/;

/**
 * The Case that the tables describe; {@link TABLES} says which columns they have. UTF-8, UTF-16 and Windows-1252, commas, semicolons and tabs
 * are told apart by themselves. Throws one {@link InputError} with every fault: its path is `[file, row, column]`, the row as a
 * spreadsheet shows it, the column as the file calls it. O(size of the tables).
 */
export function caseFromTables(tables: Tables, options: ImportOptions = {}): Imported {
  const { name = "Imported", timeZone = "Europe/Stockholm", travel = DEFAULT_TRAVEL, agreement, practice, lang = "en" } = options;
  const findings = new Findings(lang);
  const origins = new Origins();
  const clientRows = readTable("clients", tables.clients, findings);
  const needRows = readTable("needs", tables.needs, findings);
  const staffRows = readTable("staff", tables.staff, findings);
  const shiftRows = readTable("shifts", tables.shifts, findings);
  const placeRows = readTable("places", tables.places, findings);

  const known = { clients: knownIn(clientRows, "client"), staff: knownIn(staffRows, "staff"), places: knownIn(placeRows, "place") };
  knownIn(needRows, "need");
  knownIn(shiftRows, "shift");
  const places = readPlaces(placeRows, origins);
  const parts = readClients(clientRows, known.staff, known.places, origins);
  const needs = readNeeds(needRows, known.clients, origins);
  const staff = readStaff(staffRows, origins);
  const shifts = readShifts(shiftRows, known.staff, known.places, travel, origins);
  requireStaffedTeams(clientRows, staffRows, shiftRows);
  const period = periodOf(shiftRows, options, findings);

  const names = [...new Set([...parts.clients, ...staff, ...shifts, ...places].flatMap(({ team }) => team ?? []))].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  const bases = basesOf(names, places, parts, staff, shifts, findings);
  const town: Case = {
    version: 1,
    name,
    timeZone,
    period,
    places: [...places.map(({ id, latitude, longitude }) => ({ id, latitude, longitude })), ...parts.homes, ...bases.made],
    travel,
    households: parts.households,
    clients: parts.clients,
    needs,
    staff,
    shifts: bases.shifts,
    ...(bases.teams.length > 0 && { teams: bases.teams }),
    ...(agreement !== undefined && { agreement }),
    ...(practice !== undefined && { practice }),
  };
  judge(town, origins, findings);
  findings.throwIfAny();
  noteDoubts(town, origins, findings);
  return { case: town, notes: findings.notes };
}

/** Lays down what the reader of Cases finds, as faults of rows. */
function judge(town: Case, origins: Origins, findings: Findings): void {
  const isClean = findings.isClean();
  try {
    readCase(town);
  } catch (error) {
    if (!isInputError(error)) throw error;
    for (const issue of error.issues) {
      if (!isClean && CAUSED_BY_GAPS.test(issue.code)) continue;
      findings.caseIssue(origins.translate(issue));
    }
  }
}
