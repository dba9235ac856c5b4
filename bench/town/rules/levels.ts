/** What comes before what. */
import { addTerms, change, priced, type Rule } from "../town.ts";

/** The worst of the day is what counts: latest visit, longest overtime, client with most faces. */
export const worst: Rule = (town) =>
  addTerms(town, [
    priced("late", 5, { name: "latest", reduce: "max" }),
    priced("overtime", 5, { name: "longest overtime", reduce: "max" }),
    priced("waiting", 1, { name: "longest wait", reduce: "max" }),
    priced("workers", 20, { name: "most faces", unit: "person", reduce: "max" }),
  ]);

/** Three levels below the hard one: visits made, people served in time, then what it costs. */
export const three: Rule = (town) => {
  const terms = town.demand.terms.map((term) =>
    term.level === 2 ? { ...term, level: term.measure === "late" || term.measure === "early" || term.measure === "workers" ? 2 : 3 } : term,
  );
  return addTerms(change(town, { terms }), [priced("late", 3, { name: "latest before all", level: 2, reduce: "max" })]);
};
