/** A copy of the document with the value at `path` (`tasks.0.id`) replaced; undefined removes it. */
export function putAt(document: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else Object.defineProperty(parent, last, { value, writable: true, enumerable: true, configurable: true });
  return copy;
}
