/** Ids of what has none in the tables. */

/** The name, or with -2, -3, … after it the first that nobody has yet, which from now on is taken. */
export function freeId(name: string, taken: Set<string>): string {
  let id = name;
  for (let i = 2; taken.has(id); i++) id = `${name}-${i}`;
  taken.add(id);
  return id;
}
