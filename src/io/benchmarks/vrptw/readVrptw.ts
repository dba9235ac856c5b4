/** Instances of the vehicle routing problem with time windows (Solomon; Gehring and Homberger). */
import type { Demand, Shift, Task } from "../../../model/demand.ts";
import { parseVrptw, type Row } from "./parseVrptw.ts";

/** The DIMACS convention: distances and times in tenths, truncated. */
export const TICKS_PER_UNIT = 10;

/**
 * Reads the text format: a name, a `VEHICLE` block with number and capacity, then rows `customer x y demand ready due
 * service`, row 0 the depot. One tick is a tenth of a distance unit; every customer is a required task named by its
 * number; each vehicle is a shift `v1`, `v2`, …; the only term is the travel. O(text).
 * @throws InputError with every issue.
 */
export function readVrptw(text: string): Demand {
  const { name, vehicles, capacity, rows } = parseVrptw(text);
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
