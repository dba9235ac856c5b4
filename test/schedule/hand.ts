/** A hand-made household, small enough to work out on paper. */
import type { Case, Client, Need } from "../../src/model/case.ts";
import type { Demand, Task } from "../../src/model/demand.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import type { ModelSpec } from "../../src/schedule/switches.ts";

export const HOUR = 3600;
export const MINUTE = 60;

export const anna: Client = { id: "anna", household: "h", team: "t", decision: { basis: "SoL", grants: { kind: "interventions" } } };

export const meal: Need = {
  id: "meal",
  client: "anna",
  class: "meal",
  minutes: 20,
  often: { times: 1, per: "day" },
  window: ["07:00", "10:00"],
  timing: "agreed",
};

/** Monday 2026-03-09 and on, one base and one home, nobody at work. */
export const caseWith = (parts: Partial<Case>): Case => ({
  version: 1,
  name: "hand",
  period: { from: "2026-03-09", days: 7 },
  places: [{ id: "base" }, { id: "home" }],
  travel: [
    {
      mode: "walk",
      matrix: {
        seconds: [
          [0, 300],
          [300, 0],
        ],
      },
    },
  ],
  households: [{ id: "h", place: "home" }],
  clients: [anna],
  needs: [meal],
  staff: [],
  shifts: [],
  teams: [{ id: "t", base: "base" }],
  ...parts,
});

export const demandOf = (parts: Partial<Case>, model: ModelSpec): Demand => demandFor(caseWith(parts), model);

export function taskOf(demand: Demand, id: string): Task {
  const task = demand.tasks.find((other) => other.id === id);
  if (task === undefined) throw new Error(`no task ${id} among ${demand.tasks.map((other) => other.id).join(" ")}`);
  return task;
}
