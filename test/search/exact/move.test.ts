import { expect, test } from "vitest";
import { retime } from "../../../src/search/moves/retime.ts";
import { illTimed } from "./illTimed.ts";

test("as a move it changes nothing but times, and undone leaves the levels as they were", () => {
  let tried = 0;
  for (let seed = 0; seed < 40; seed++) {
    const { tools } = illTimed(2000 + seed);
    const { objective, draft, p } = tools;
    if (!retime.supports(p)) continue;
    const { st } = objective;
    const { next, shiftOf, slotOf, option } = st;
    const levels = objective.levels.slice();
    const order = [next, shiftOf, slotOf, option].map((column) => column.slice());
    for (let k = 0; k < 5; k++) {
      if (retime.try(tools)) {
        tried++;
        expect([next, shiftOf, slotOf, option].map((column) => column.slice())).toEqual(order);
      }
      draft.undo();
      objective.sumLevels();
      expect(objective.levels).toEqual(levels);
    }
  }
  expect(tried).toBeGreaterThan(5);
});
