/** One patient of a home care benchmark file. */
import { shown } from "../issues.ts";
import { complain, elements, field, idIn, isAbsent, isObject, type Node, numberIn } from "../json.ts";
import type { Patient, Window } from "./file.ts";

/** What a patient may refer to. */
export interface Names {
  /** Rows of the matrix. */
  readonly places: number;
  /** Service -> its default minutes. */
  readonly minutesOf: ReadonlyMap<string, number | undefined>;
  readonly caregivers: Set<string>;
}

/** Patient `i` of the list stands in row `i + 1` of the matrix unless the file says otherwise. */
export function readPatient(node: Node, i: number, names: Names): Patient {
  const services = elements(field(node, "required_caregivers", "required_services"))
    .filter(isObject)
    .map((service) => readService(service, names));
  const list = field(node, "required_caregivers", "required_services");
  if (Array.isArray(list.value) && services.length === 0) complain(list, "missing", "No service is required.", "Give at least one.");
  if (new Set(services.map((s) => s.id)).size < services.length)
    complain(list, "duplicate-id", "A service is required twice.", "Name each once.");
  const separation = separationIn(field(node, "synchronization"), services.length);
  const preferred = field(node, "preferred_caregivers");
  const incompatible = field(node, "incompatible_caregivers");
  return {
    id: idIn(field(node, "id")),
    place: placeIn(node, i, names.places),
    services,
    ...(separation === undefined ? {} : { separation }),
    windows: windowsIn(node),
    ...(isAbsent(preferred) ? {} : { preferred: caregiversIn(preferred, names) }),
    incompatible: isAbsent(incompatible) ? [] : caregiversIn(incompatible, names),
    optional: field(node, "optional").value === true,
  };
}

/** `{start, end}` or `[start, end]`. */
export function windowIn(node: Node): Window {
  const [first, second] = Array.isArray(node.value) ? elements(node) : [field(node, "start"), field(node, "end")];
  if (first === undefined || second === undefined) {
    complain(node, "wrong-length", `${shown(node.value)} is not a window.`, "Give start and end.");
    return { start: 0, end: 0 };
  }
  const start = numberIn(first, 0);
  const end = numberIn(second, 0);
  if (end < start)
    complain(node, "bad-window", `The window closes at ${end}, before it opens at ${start}.`, "Let it close after it opens.");
  return { start, end };
}

function readService(node: Node, names: Names): { id: string; minutes: number } {
  const name = field(node, "service");
  const id = idIn(name);
  const duration = field(node, "duration");
  const known = names.minutesOf.get(id);
  if (!names.minutesOf.has(id) && id !== "")
    complain(name, "unknown-reference", `There is no service ${shown(id)}.`, "Name one of services.");
  return { id, minutes: isAbsent(duration) && known !== undefined ? known : numberIn(duration, 0) };
}

function placeIn(node: Node, i: number, places: number): number {
  const index = field(node, "distance_matrix_index");
  const row = isAbsent(index) ? i + 1 : numberIn(index);
  if (!Number.isInteger(row) || row < 0 || row >= places) {
    complain(index, "unknown-reference", `The matrix has no row ${row}.`, "Give a row of distances for every patient.");
  }
  return row;
}

function windowsIn(node: Node): Window[] {
  const one = field(node, "time_window");
  const list = field(node, "time_windows");
  const windows = isAbsent(list) ? [windowIn(one)] : elements(list).map(windowIn);
  if (windows.length === 0) complain(list, "missing", "The patient has no time window.", "Give at least one.");
  windows.sort((a, b) => a.start - b.start);
  if (windows.some((window, i) => window.start === windows[i - 1]?.start)) {
    complain(list, "bad-window", "Two windows open at the same time.", "Give one of them.");
  }
  return windows;
}

function separationIn(node: Node, services: number): Patient["separation"] {
  const type = field(node, "type");
  if (isAbsent(node) || type.value === "independent") return undefined;
  if (services !== 2) complain(node, "wrong-length", `${services} services are to be synchronised.`, "Synchronise exactly two.");
  if (type.value === "simultaneous") return { min: 0, max: 0 };
  if (type.value !== "sequential") {
    complain(type, "unsupported", `${shown(type.value)} is no kind of synchronisation.`, "Give simultaneous, sequential or independent.");
  }
  const distance = field(node, "distance");
  const [min, max] = Array.isArray(distance.value) ? elements(distance) : [field(distance, "min"), field(distance, "max")];
  if (min !== undefined && max !== undefined) {
    const span = { min: numberIn(min), max: numberIn(max) };
    if (span.max < span.min) complain(distance, "bad-window", `At most ${span.max} is less than at least ${span.min}.`, "Exchange them.");
    return span;
  }
  complain(distance, "wrong-length", `${shown(distance.value)} is not a distance.`, "Give smallest and largest.");
  return undefined;
}

function caregiversIn(list: Node, names: Names): string[] {
  return elements(list).map((node) => {
    const id = idIn(node);
    if (id !== "" && !names.caregivers.has(id))
      complain(node, "unknown-reference", `There is no caregiver ${shown(id)}.`, "Name one of caregivers.");
    return id;
  });
}
