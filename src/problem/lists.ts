/** Ragged lists in two columns: list k is `items[from[k]]` … `items[from[k + 1] - 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

export function flatten(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, k) => {
    from[k + 1] = from[k]! + list.length;
  });
  const items = new Int32Array(from[lists.length]!);
  lists.forEach((list, k) => {
    items.set(list, from[k]!);
  });
  return { from, items };
}

/** The lists the other way round: which lists hold item i? */
export function invert(lists: readonly (readonly number[])[], itemCount: number): Lists {
  const inverse: number[][] = Array.from({ length: itemCount }, () => []);
  lists.forEach((list, k) => {
    for (const item of list) if (inverse[item]!.at(-1) !== k) inverse[item]!.push(k);
  });
  return flatten(inverse);
}

/** Row of each id. */
export const rowsOf = (items: readonly { readonly id: string }[]): ReadonlyMap<string, number> => new Map(items.map((item, i) => [item.id, i]));
