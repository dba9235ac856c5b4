/** Rows of clients: people, households and where these are. */
import type { Client, Decision, Household } from "../../model/case.ts";
import type { Place } from "../../model/place.ts";
import { freeId } from "./freeId.ts";
import { type Spot, spotOf } from "./homes.ts";
import { type Known, reference } from "./known.ts";
import { ROW } from "./messages.ts";
import type { Origins } from "./origins.ts";
import type { Row } from "./row.ts";
import type { Table } from "./table.ts";
import { BASIS, ENTRY, FRAME_PERIOD } from "./words.ts";

export interface ClientParts {
  readonly clients: readonly Client[];
  readonly households: readonly Household[];
  /** One per household that names no place of its own. */
  readonly homes: readonly (Place & Spot)[];
}

/** Clients with the same `household` share home and entry: its first row with degrees or a place says where it is. */
export function readClients({ rows, isWhole }: Table<"clients">, staff: Known, places: Known, origins: Origins): ClientParts {
  const clients: Client[] = [];
  const households: Household[] = [];
  const homes: (Place & Spot)[] = [];
  const located = new Map<string, Row<"clients">>();
  const keyOf = (row: Row<"clients">): string => row.raw("household") || row.raw("client");
  for (const row of rows) {
    const first = located.get(keyOf(row));
    if (whereOf(row) === "") continue;
    if (first === undefined) located.set(keyOf(row), row);
    else if (whereOf(first) !== whereOf(row))
      row.fault("household", "two-homes", ROW.twoHomes(keyOf(row), first.number));
  }
  const made = new Set<string>();
  const taken = new Set(places.rows.keys());
  for (const row of rows) {
    const id = row.id("client");
    const spot = spotOf(row);
    const place = reference(row, "place", places, "unknown-place");
    const client = clientOf(row, id, staff);
    const entry = row.choice("entry", ENTRY);
    const entryMinutes = row.minutes("entry minutes");
    const home = keyOf(row);
    // The row that says where others of the household live may be one that cannot be read.
    if (!located.has(home) && (isWhole || row.raw("household") === ""))
      row.fault("latitude", "missing-cell", ROW.noHome(home));
    if (client === undefined || row.isBroken) continue;
    origins.add("clients", row);
    clients.push(client);
    if (made.has(home) || located.get(home) !== row) continue;
    made.add(home);
    const address = place ?? freeId(`home-${home}`, taken);
    if (place === undefined && spot !== undefined) {
      origins.add("places", row);
      homes.push({ id: address, ...spot });
    }
    origins.add("households", row);
    const access = { kind: entry ?? "clientOpens", ...(entryMinutes !== undefined && { entryMinutes }) };
    households.push({ id: home, place: address, ...((entry ?? entryMinutes) !== undefined && { access }) });
  }
  return { clients, households, homes };
}

/** Everything that the row says about where its client lives. */
const whereOf = (row: Row<"clients">): string =>
  ["latitude" as const, "longitude" as const, "place" as const]
    .map((column) => row.raw(column))
    .join(" ")
    .trim();

function clientOf(row: Row<"clients">, id: string | undefined, staff: Known): Client | undefined {
  const name = row.text("name");
  const household = row.id("household") ?? id;
  const team = row.id("team");
  const decision: Decision = { basis: row.choice("basis", BASIS) ?? "SoL", grants: grantsOf(row) };
  const careContact = reference(row, "care contact", staff, "unknown-staff");
  if (id === undefined || household === undefined) return undefined;
  return {
    id,
    household,
    decision,
    ...(name !== undefined && { name }),
    ...(team !== undefined && { team }),
    ...(careContact !== undefined && { careContact }),
  };
}

function grantsOf(row: Row<"clients">): Decision["grants"] {
  const minutes = row.positive("frame minutes");
  const per = row.choice("frame period", FRAME_PERIOD);
  if (row.raw("frame minutes") === "") return { kind: "interventions" };
  if (row.raw("frame period") === "")
    row.fault("frame period", "missing-cell", ROW.noFramePeriod());
  return minutes === undefined || per === undefined ? { kind: "interventions" } : { kind: "frame", minutes, per };
}
