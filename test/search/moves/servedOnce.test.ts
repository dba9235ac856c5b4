import { expect, test } from "vitest";
import { NONE } from "../../../src/problem/problem.ts";
import { randomDemand } from "../../generate/demands.ts";
import { laneOf } from "../lanes.ts";

const FURNISHED = { tasks: [10, 14], shifts: [3, 5], features: { unserved: 1, conditional: 1 } } as const;

test("no move puts a task in that is served, though shifts that come into use get their breaks back by themselves", () => {
  for (let seed = 0; seed < 10; seed++) {
    const demand = randomDemand(seed, FURNISHED);
    for (let lane = 1; lane <= 3; lane++) {
      const { tools, run } = withGuard(laneOf(demand, lane));
      run();
      expect(tools.objective.st.size.reduce((a, b) => a + b, 0) + tools.unserved.length + tools.unservedConditional.length).toBe(demand.tasks.length);
    }
  }
});

/** Throws where a served task is linked once more: its round would never end. */
function withGuard(lane: ReturnType<typeof laneOf>) {
  const { tools } = lane;
  const { st } = tools.objective;
  const link = st.link.bind(st);
  st.link = (task, ...where) => {
    if (st.shiftOf[task]! !== NONE) throw new Error(`task ${task} is put in twice`);
    link(task, ...where);
  };
  return { tools, run: () => lane.run(400) };
}
