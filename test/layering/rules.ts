/** The rules of `table.ts` as functions from a list of imports to what is wrong with it. */
import { type Import, UNREADABLE } from "./imports.ts";
import { COMMON, LAYERS, NODE_USERS, PACKAGES, SURFACE } from "./table.ts";

const isSourceFile = (target: string): boolean => target.endsWith(".ts") && !target.startsWith("node:");

/** The folder of a file below src/, or the file itself if it lies in src/ directly. */
const placeOf = (file: string): string => file.split("/", 1)[0]!;

/** "@noble/hashes" of "@noble/hashes/sha2.js". */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** One sentence for every import that the table forbids. */
export const layeringViolations = (imports: readonly Import[]): string[] =>
  imports.flatMap((one) => {
    const problem = isSourceFile(one.to) ? problemWithFile(one) : problemWithPackage(one);
    return problem === undefined ? [] : [`${one.from} imports ${one.to}: ${problem}.`];
  });

function problemWithFile({ from, to }: Import): string | undefined {
  const place = placeOf(from);
  const target = placeOf(to);
  if (target === "..") return "it lies outside src/";
  if (SURFACE.includes(place)) return undefined;
  if (COMMON.includes(place)) return COMMON.includes(target) ? undefined : `${place} may import only ${COMMON.join(", ")}`;
  const index = LAYERS.findIndex((layer) => layer.folder === place);
  const layer = LAYERS[index];
  if (layer === undefined) return `${place} is not in the table of layers`;
  if (target === place || COMMON.includes(target) || layer.mayImport === "everything") return undefined;
  const allowed = layer.mayImport === "everything above" ? LAYERS.slice(0, index).map((above) => above.folder) : layer.mayImport;
  return allowed.includes(target) ? undefined : `${place} may import ${allowed.join(", ") || "no other folder"}`;
}

function problemWithPackage({ from, to }: Import): string | undefined {
  const place = placeOf(from);
  if (to === UNREADABLE) return NODE_USERS.includes(place) ? undefined : "nobody can check a computed import";
  if (to.startsWith(".") || !/^[@a-z]/.test(to)) return "it is neither a .ts file nor a package";
  if (to.startsWith("node:")) return NODE_USERS.includes(place) ? undefined : `only ${NODE_USERS.join(", ")} may use Node's modules`;
  const allowed = PACKAGES[packageOf(to)];
  if (allowed === undefined) return "the package is not in the table of packages";
  return allowed.folders.includes(place) ? undefined : `only ${allowed.folders.join(", ")} may import this package`;
}

/** Circles among files, each as "a.ts > b.ts > a.ts". Types in model/ may refer to each other in circles. */
export function circles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const one of imports) {
    const harmless = one.typeOnly && placeOf(one.from) === "model" && placeOf(one.to) === "model";
    if (isSourceFile(one.to) && !harmless) targets.set(one.from, [...(targets.get(one.from) ?? []), one.to]);
  }
  const found: string[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(" > "));
      return;
    }
    if (finished.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) walk(target);
    path.pop();
    finished.add(file);
  };
  for (const file of targets.keys()) walk(file);
  return found;
}

/** The places (folders and root files) that files of `folder` reach directly or through others. */
export function reachedFrom(folder: string, imports: readonly Import[]): Set<string> {
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const one of imports) if (one.from === file && isSourceFile(one.to)) walk(one.to);
  };
  for (const one of imports) if (placeOf(one.from) === folder) walk(one.from);
  return new Set([...seen].map(placeOf));
}
