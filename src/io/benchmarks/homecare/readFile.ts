/** From JSON of unknown quality to a {@link HomeCareFile}; the older names of HHCRSP and the newer ones of UHHC both. */
import { shown } from "../issues.ts";
import { complain, elements, field, idIn, isAbsent, isObject, type Node, numberIn, rootOf } from "../json.ts";
import type { Caregiver, HomeCareFile } from "./file.ts";
import { type Names, readPatient, windowIn } from "./readPatient.ts";

/** @throws InputError with every issue. O(file). */
export function readHomeCareFile(input: unknown): HomeCareFile {
  const root = rootOf(input);
  if (!isObject(root)) root.issues.throwIfAny();
  const distances = matrixIn(field(root, "distances"));
  const names: Names = {
    places: distances.length,
    minutesOf: new Map(objectsIn(field(root, "services")).map((s) => [idIn(field(s, "id")), optionalNumber(field(s, "default_duration"))])),
    caregivers: new Set(),
  };
  const points = terminalsIn(root, names.places);
  const caregivers = objectsIn(field(root, "caregivers")).map((node) => readCaregiver(node, points));
  distinct(
    field(root, "caregivers"),
    caregivers.map((c) => c.id),
  );
  for (const { id } of caregivers) names.caregivers.add(id);
  const patients = objectsIn(field(root, "patients")).map((node, i) => readPatient(node, i, names));
  distinct(
    field(root, "patients"),
    patients.map((p) => p.id),
  );
  const lunch = lunchIn(field(root, "lunch_breaks"), caregivers);
  const metadata = field(root, "metadata");
  const origin = field(metadata, "origin").value;
  const file: HomeCareFile = {
    distances,
    caregivers,
    patients,
    ...(lunch === undefined ? {} : { lunch }),
    weights: weightsIn(field(metadata, "cost_components")),
    windowMetAtEnd: field(metadata, "time_window_met").value === "at_service_end",
    leaveAtShiftStart: origin === "bazirha" || origin === "bazirha-caie",
  };
  root.issues.throwIfAny();
  return file;
}

const objectsIn = (list: Node): Node[] => elements(list).filter(isObject);
const optionalNumber = (node: Node): number | undefined => (isAbsent(node) ? undefined : numberIn(node, 0));

function matrixIn(node: Node): number[][] {
  const rows = elements(node);
  return rows.map((row) => {
    const cells = elements(row);
    if (Array.isArray(row.value) && cells.length !== rows.length) {
      complain(row, "not-square", () => `A row of ${cells.length} in a matrix of ${rows.length} rows.`, "Give a square matrix.");
    }
    return cells.map((cell) => numberIn(cell, 0));
  });
}

/** Terminal points by id. Files with a central office have row 0 for it, whatever name is asked for. */
function terminalsIn(root: Node, places: number): ReadonlyMap<string, number> | null {
  const node = field(root, "terminal_points");
  if (isAbsent(node)) return null;
  return new Map(
    objectsIn(node).map((point) => {
      const index = field(point, "distance_matrix_index");
      return [idIn(field(point, "id")), isAbsent(index) ? 0 : rowIn(index, places)];
    }),
  );
}

function readCaregiver(node: Node, points: ReadonlyMap<string, number> | null): Caregiver {
  const shift = field(node, "working_shift");
  const departing = field(node, "departing_point");
  const arrival = field(node, "arrival_point");
  const rowOf = (point: Node): number => {
    if (points === null) return 0;
    const row = points.get(idIn(point));
    if (row === undefined)
      complain(point, "unknown-reference", `There is no terminal point ${shown(point.value)}.`, "Name one of terminal_points.");
    return row ?? 0;
  };
  const onlyPoint = points?.size === 1 ? [...points.values()][0] : undefined;
  const from = isAbsent(departing) && onlyPoint !== undefined ? onlyPoint : rowOf(departing);
  return {
    id: idIn(field(node, "id")),
    abilities: elements(field(node, "abilities")).map(idIn),
    from,
    to: isAbsent(arrival) ? from : rowOf(arrival),
    ...(isAbsent(shift) ? {} : { shift: windowIn(shift) }),
    hasLunch: field(node, "lunch_break").value === true,
  };
}

function lunchIn(node: Node, caregivers: readonly Caregiver[]): HomeCareFile["lunch"] {
  if (!isAbsent(node)) {
    const { start, end } = windowIn(node);
    return { start, end, minutes: numberIn(field(node, "min_duration"), 0) };
  }
  const hungry = caregivers.find((c) => c.hasLunch);
  if (hungry !== undefined)
    complain(node, "missing", `${hungry.id} has a lunch break, but when is not said.`, "Give start, end and min_duration.");
  return undefined;
}

function weightsIn(node: Node): ReadonlyMap<string, number | "HARD"> {
  if (isAbsent(node) || !isObject(node)) return new Map();
  return new Map(
    Object.keys(node.value as object).map((name) => {
      const weight = field(node, name);
      return [name, weight.value === "HARD" ? "HARD" : isAbsent(weight) ? 0 : numberIn(weight, 0)];
    }),
  );
}

/** A row of the matrix. */
export function rowIn(node: Node, places: number): number {
  const row = numberIn(node);
  if (Number.isInteger(row) && row >= 0 && row < places) return row;
  complain(node, "unknown-reference", `The matrix has no row ${shown(node.value)}.`, `Give 0 to ${places - 1}.`);
  return 0;
}

function distinct(list: Node, ids: readonly string[]): void {
  if (ids.length === 0 && Array.isArray(list.value)) complain(list, "missing", "The list is empty.", "Give at least one.");
  const seen = new Set<string>();
  for (const id of ids) {
    if (id !== "" && seen.has(id)) complain(list, "duplicate-id", `${shown(id)} stands there twice.`, "Give every one its own id.");
    seen.add(id);
  }
}
