/** Rows of staff and of shifts. */
import type { TravelMode } from "../../model/place.ts";
import type { CaseShift, Staff } from "../../model/staff.ts";
import { freeId } from "./freeId.ts";
import { type Known, reference } from "./known.ts";
import { ROW } from "./messages.ts";
import type { Origins } from "./origins.ts";
import type { Row } from "./row.ts";
import { requireForward } from "./spans.ts";
import type { Table } from "./table.ts";
import { EMPLOYMENT, MODE } from "./words.ts";

const MINUTES_PER_HOUR = 60;
/** Nobody's contract says more. */
const MOST_HOURS = 60;

export function readStaff({ rows }: Table<"staff">, origins: Origins): readonly Staff[] {
  return rows.flatMap((row) => {
    const id = row.id("staff");
    const name = row.text("name");
    const team = row.id("team");
    const skills = (row.ids("skills") ?? []).map((skill) => ({ id: skill }));
    const employment = row.choice("employment", EMPLOYMENT);
    const hours = row.hours("contract hours");
    if (hours !== undefined && hours > MOST_HOURS)
      row.fault("contract hours", "out-of-range", ROW.tooManyHours(hours));
    if (row.isBroken || id === undefined) return [];
    origins.add("staff", row);
    const contract = hours === undefined ? {} : { contract: { minutesPerWeek: Math.round(hours * MINUTES_PER_HOUR) } };
    return [
      {
        id,
        ...(name !== undefined && { name }),
        ...(team !== undefined && { team }),
        skills,
        ...(employment !== undefined && { employment }),
        ...contract,
      },
    ];
  });
}

/** `travel`: the ways to travel that are known. */
export function readShifts(
  { rows }: Table<"shifts">,
  staff: Known,
  places: Known,
  travel: readonly TravelMode[],
  origins: Origins,
): readonly CaseShift[] {
  const taken = new Set(rows.map((row) => row.raw("shift")));
  return rows.flatMap((row) => {
    const shift = shiftOf(row, staff, places, taken);
    for (const mode of shift?.modes ?? []) requireTravel(row, mode, travel);
    if (shift === undefined || row.isBroken) return [];
    origins.add("shifts", row);
    return [shift];
  });
}

const wordsFor = (modes: readonly TravelMode["mode"][]): string[] => modes.map((mode) => MODE.find(([value]) => value === mode)?.[2] ?? mode);

function requireTravel(row: Row<"shifts">, mode: TravelMode["mode"], travel: readonly TravelMode[]): void {
  const modes = travel.map((one) => one.mode);
  if (!modes.includes(mode)) row.fault("modes", "unknown-mode", ROW.noTravel(mode, modes, wordsFor(modes)));
}

function shiftOf(row: Row<"shifts">, staff: Known, places: Known, taken: Set<string>): CaseShift | undefined {
  const person = reference(row, "staff", staff, "unknown-staff");
  const date = row.date("date");
  const from = row.time("from");
  const to = row.time("to");
  requireForward(row, "from", "to", from, to);
  const modes = row.choices("modes", MODE);
  const minutes = row.minutes("break minutes");
  const window = [row.time("break from") ?? from, row.time("break to") ?? to] as const;
  const team = row.id("team");
  const base = reference(row, "base", places, "unknown-place");
  const written = row.id("shift");
  if (row.isBroken || date === undefined || from === undefined || to === undefined || modes === undefined) return undefined;
  const [begin, end] = window;
  return {
    id: written ?? freeId(`${person ?? "vacant"}@${date}`, taken),
    ...(person !== undefined && { staff: person }),
    ...(team !== undefined && { team }),
    date,
    from,
    to,
    modes,
    ...(base !== undefined && { base }),
    ...(minutes !== undefined &&
      minutes > 0 &&
      begin !== undefined &&
      end !== undefined && { breaks: [{ minutes, window: [begin, end] as const }] }),
  };
}
