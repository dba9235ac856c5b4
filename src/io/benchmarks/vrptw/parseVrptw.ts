/** The words and numbers of a VRPTW file. */
import { Issues, shown } from "../issues.ts";
import { refuseLongText } from "../text.ts";

/** A VRPTW file as read, in its own units. */
export interface VrptwFile {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  /** By customer number, 0 the depot. */
  readonly rows: readonly Row[];
}

export interface Row {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

const MOST_VEHICLES = 100_000;
/** Seven numbers are far shorter. */
const LONGEST_LINE = 1000;

/** @throws InputError with every issue; paths are line numbers. O(text). */
export function parseVrptw(text: string): VrptwFile {
  refuseLongText(text);
  const issues = new Issues();
  if (!/^\s*VEHICLE/im.test(text.slice(0, 2000))) {
    const what = text.trim() === "" ? "The file is empty." : "The file has no VEHICLE block at its beginning.";
    issues.add("not-vrptw", () => [], what, "Give a VRPTW instance in Solomon's text format.");
    issues.throwIfAny();
  }
  const lines = text.split("\n");
  const rows: Row[] = [];
  let fleet: readonly number[] | undefined;
  for (const [i, line] of lines.entries()) {
    const words = line.slice(0, LONGEST_LINE).trim().split(/\s+/);
    if (!/^[-+.\d]/.test(words[0] as string)) continue;
    const numbers = words.map(Number);
    const path = () => ["line", i + 1];
    if (!numbers.every((n) => Number.isFinite(n) && Math.abs(n) <= 1e9)) {
      issues.add("wrong-type", path, () => `${shown(line)} is not a row of numbers.`, "Give numbers parted by spaces.");
    } else if (fleet === undefined && numbers.length === 2) fleet = numbers;
    else if (numbers.length === 7) rows.push(rowOf(numbers, rows.length, path, issues));
    else if (i > 0) {
      const fix = "Give customer, x, y, demand, ready, due and service.";
      issues.add("wrong-length", path, () => `${numbers.length} numbers stand here.`, fix);
    }
  }
  const [vehicles = 0, capacity = 0] = fleet ?? [];
  if (fleet === undefined) issues.add("missing", () => [], "The VEHICLE block has no number and capacity.", "Give both on one line.");
  else if (!(Number.isInteger(vehicles) && vehicles >= 1 && vehicles <= MOST_VEHICLES && capacity >= 0)) {
    issues.add("out-of-range", () => [], `${vehicles} vehicles of capacity ${capacity}.`, `Give 1 to ${MOST_VEHICLES} vehicles.`);
  }
  if (rows.length < 2) {
    const fix = "Give the depot and at least one customer; the file may be cut off.";
    issues.add("missing", () => [], `${rows.length} of at least 2 rows.`, fix);
  }
  issues.throwIfAny();
  return { name: (lines[0] as string).trim().slice(0, 80), vehicles, capacity, rows };
}

function rowOf(numbers: readonly number[], next: number, path: () => (string | number)[], issues: Issues): Row {
  const [customer, x, y, demand, ready, due, service] = numbers as [number, number, number, number, number, number, number];
  if (customer !== next)
    issues.add("wrong-order", path, () => `Customer ${customer} stands where ${next} is due.`, "Number the rows 0, 1, 2, …");
  if (demand < 0 || service < 0) issues.add("out-of-range", path, () => `Demand ${demand}, service ${service}.`, "Give at least 0.");
  if (due < ready) {
    issues.add("bad-window", path, () => `The window closes at ${due}, before it opens at ${ready}.`, "Let due be at least ready.");
  }
  return { x, y, demand, ready, due, service };
}
