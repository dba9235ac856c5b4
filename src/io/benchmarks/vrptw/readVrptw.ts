/** Instances of the vehicle routing problem with time windows (Solomon; Gehring and Homberger). */
import type { Demand, Shift, Task } from "../../../model/demand.ts";
import { Issues, shown } from "../issues.ts";

/** The DIMACS convention: distances and times in tenths, truncated. */
export const TICKS_PER_UNIT = 10;

interface Row {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/**
 * Reads the text format: a name, a `VEHICLE` block with number and capacity, then rows `customer x y demand ready due
 * service`, row 0 the depot. One tick is a tenth of a distance unit; every customer is a required task named by its
 * number; each vehicle is a shift `v1`, `v2`, …; the only term is the travel. O(text).
 * @throws InputError with every issue.
 */
export function readVrptw(text: string): Demand {
  const issues = new Issues();
  const { name, vehicles, capacity, rows } = parse(text, issues);
  issues.throwIfAny();
  const depot = rows[0] as Row;
  const tenths = (value: number) => Math.trunc(TICKS_PER_UNIT * value);
  const shift = (_: unknown, v: number): Shift => ({
    id: `v${v + 1}`,
    worker: `v${v + 1}`,
    begins: [tenths(depot.ready), tenths(depot.due)],
    ends: [null, tenths(depot.due)],
    idleIfUnused: false,
    fixedDeparture: false,
    capacity: { goods: capacity },
    options: [{ mode: "vehicle", from: 0, to: 0 }],
  });
  const task = (row: Row, i: number): Task => ({
    id: String(i + 1),
    kind: "care",
    class: "customer",
    place: i + 1,
    slots: [{ start: [tenths(row.ready), tenths(row.due)] }],
    duration: { min: tenths(row.service), max: tenths(row.service) },
    who: {},
    load: { goods: row.demand },
    required: true,
    priority: 1,
    unservedCost: 1,
  });
  return {
    version: 1,
    model: `VRPTW ${name}`,
    origin: "2000-01-01T00:00:00Z",
    ticksPerMinute: TICKS_PER_UNIT,
    days: [{ date: "2000-01-01", begins: 0 }],
    travel: [
      {
        mode: "vehicle",
        placeCount: rows.length,
        points: rows.map((row) => [row.x, row.y] as const),
        ticksPerUnit: TICKS_PER_UNIT,
        rounding: "truncate",
      },
    ],
    workers: Array.from({ length: vehicles }, (_, v) => ({ id: `v${v + 1}`, traits: [], skills: [], rest: [] })),
    shifts: Array.from({ length: vehicles }, shift),
    pools: [],
    tasks: rows.slice(1).map(task),
    relations: [],
    budgets: [],
    clients: [],
    pins: [],
    memory: [],
    terms: [
      { name: "distance", level: 1, measure: "travel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } },
    ],
  };
}

const MOST_VEHICLES = 100_000;

function parse(text: string, issues: Issues): { name: string; vehicles: number; capacity: number; rows: Row[] } {
  const none = { name: "", vehicles: 0, capacity: 0, rows: [] };
  const wrong = (code: string, line: number | null, message: string, fix: string) =>
    issues.add(code, () => (line === null ? [] : ["line", line]), message, fix);
  if (!/^\s*VEHICLE/im.test(text.slice(0, 2000))) {
    const what = text.trim() === "" ? "The file is empty." : "The file has no VEHICLE block at its beginning.";
    wrong("not-vrptw", null, what, "Give a VRPTW instance in Solomon's text format.");
    return none;
  }
  const lines = text.split("\n");
  const rows: Row[] = [];
  let fleet: readonly [number, number] | undefined;
  for (let i = 0; i < lines.length; i++) {
    const words = (lines[i] as string).trim().split(/\s+/);
    if (!/^[-+.\d]/.test(words[0] as string)) continue;
    const numbers = words.map(Number);
    if (!numbers.every((n) => Number.isFinite(n) && Math.abs(n) <= 1e9)) {
      wrong("wrong-type", i + 1, `${shown(lines[i])} is not a row of numbers.`, "Give numbers parted by spaces.");
    } else if (fleet === undefined && numbers.length === 2) fleet = [numbers[0] as number, numbers[1] as number];
    else if (numbers.length === 7) addRow(rows, numbers, i + 1, wrong);
    else if (fleet !== undefined || i > 0) {
      wrong("wrong-length", i + 1, `${numbers.length} numbers stand here.`, "Give customer, x, y, demand, ready, due and service.");
    }
  }
  if (fleet === undefined) wrong("missing", null, "The VEHICLE block has no number and capacity.", "Give both on one line.");
  const [vehicles, capacity] = fleet ?? [0, 0];
  if (fleet !== undefined && !(Number.isInteger(vehicles) && vehicles >= 1 && vehicles <= MOST_VEHICLES && capacity >= 0)) {
    wrong("out-of-range", null, `${vehicles} vehicles of capacity ${capacity}.`, `Give 1 to ${MOST_VEHICLES} vehicles.`);
  }
  if (rows.length < 2)
    wrong("missing", null, `${rows.length} of at least 2 rows.`, "Give the depot and at least one customer; the file may be cut off.");
  return { name: (lines[0] as string).trim().slice(0, 80), vehicles, capacity, rows };
}

function addRow(rows: Row[], numbers: readonly number[], line: number, wrong: (c: string, l: number, m: string, f: string) => void): void {
  const [customer, x, y, demand, ready, due, service] = numbers as [number, number, number, number, number, number, number];
  if (customer !== rows.length)
    wrong("wrong-order", line, `Customer ${customer} stands where ${rows.length} is due.`, "Number the rows 0, 1, 2, …");
  if (demand < 0 || service < 0) wrong("out-of-range", line, `Demand ${demand}, service ${service}.`, "Give at least 0.");
  if (due < ready) wrong("bad-window", line, `The window closes at ${due}, before it opens at ${ready}.`, "Let due be at least ready.");
  rows.push({ x, y, demand, ready, due, service });
}
