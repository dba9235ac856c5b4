/** The properties of the Demand as its schema has them: what the table of rules must name. */
import type { TSchema } from "@sinclair/typebox";
import { demandSchema } from "../../src/model/schema/demandSchema.ts";

/** One property that holds no further ones, with the words it may be, if it is one of some words. */
export interface Property {
  /** `tasks[].slots[].start`; of one kind of relation `relations[gap].clock`. */
  readonly path: string;
  readonly words: readonly string[];
}

/** Every property of a Demand, curves and spans taken as one. */
export function demandProperties(): readonly Property[] {
  const found = new Map<string, Property>();
  for (const { path, words } of walk(demandSchema() as TSchema, "")) {
    const bare = path.replace(/\[\]$/, ""); // a list of plain values is one property
    found.set(bare, { path: bare, words });
  }
  return [...found.values()];
}

/** Properties that all relations have stand under `relations[]`. */
const OF_ALL = new Set(["id", "tasks", "soft", "kind"]);

function* walk(schema: TSchema, path: string): Generator<Property> {
  const parts: readonly TSchema[] | undefined = schema["anyOf"];
  const properties: Readonly<Record<string, TSchema>> | undefined = schema["properties"];
  if (properties !== undefined && !("points" in properties && "below" in properties)) {
    for (const [name, inner] of Object.entries(properties))
      yield* walk(inner, path === "" ? name : `${nameOf(path, schema, name)}.${name}`);
  } else if (schema["type"] === "array" && !Array.isArray(schema["items"])) yield* walk(schema["items"], `${path}[]`);
  else if (parts?.some((part) => part["properties"] !== undefined)) {
    const objects = parts.filter((part) => part["properties"] !== undefined);
    if (objects.length < parts.length) yield { path, words: wordsOf(parts) };
    for (const part of objects) yield* walk(part, path);
  } else if (path !== "relations[].kind") yield { path, words: wordsOf(parts ?? []) };
}

/** The kind of relation instead of the empty brackets, where only that kind has the property. */
function nameOf(path: string, schema: TSchema, name: string): string {
  const kind: unknown = schema["properties"]["kind"]?.const;
  return path === "relations[]" && typeof kind === "string" && !OF_ALL.has(name) ? `relations[${kind}]` : path;
}

const wordsOf = (parts: readonly TSchema[]): readonly string[] =>
  parts.map((part) => part["const"]).filter((word) => typeof word === "string");
