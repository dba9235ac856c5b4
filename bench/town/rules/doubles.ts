/** Two people at one door. */
import type { Relation } from "../../../src/model/relation.ts";
import { addRelations, MINUTE, type Rule } from "../town.ts";

/** Room for a helper who need not come to the minute. */
const ROOM = 5 * MINUTE;

/** Helpers start with the visit or, where they help with a part of it, up to five minutes after that part begins; without the visit no helper, and the other way round. */
export const doubles: Rule = (town) => {
  const required = new Set(town.demand.tasks.filter((task) => task.required === true).map(({ id }) => id));
  return addRelations(
    town,
    town.doubles.flatMap(({ main, helper, lag }): Relation[] => [
      {
        id: `${main} double`,
        kind: "gap",
        tasks: [main, helper],
        from: "start",
        to: "start",
        span: [lag, lag === 0 ? 0 : lag + ROOM],
        clock: "elapsed",
        over: "next",
      },
      ...(required.has(main) && required.has(helper)
        ? []
        : [{ id: `${main} both`, kind: "presence", tasks: [main, helper], count: [2, 2], zeroAllowed: true } as const]),
    ]),
  );
};
