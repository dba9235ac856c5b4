/** Does a frame pay only for what draws on it? */
import { isCounted, policyOf } from "./borne.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, firstTask } from "./facts.ts";

export function checkCharged(facts: Facts, report: Report): void {
  const { demand, of } = facts;
  const duesOf = new Map(demand.tasks.map((task) => [task.id, (task.serves ?? []).flatMap((id) => facts.due.get(id) ?? [])]));
  const secondOf = new Map(
    [...facts.due.values()].flatMap((due) =>
      (facts.serving.get(due.id) ?? []).map(({ task }) => [task.id, firstTask(facts, due) !== task] as const),
    ),
  );
  demand.budgets.forEach((budget, at) => {
    if (budget.of !== "task" || budget.quantity !== "serviceTicks") return;
    const wrong = budget.members.find((id) =>
      (duesOf.get(id) ?? []).some(
        (due, _, { length }) =>
          length === 1 && isFramed(due) && (!isCounted(of, due) || (secondOf.get(id) === true && policyOf(of, due.client)?.doubleCounts !== 2)),
      ),
    );
    if (wrong === undefined) return;
    report(
      "frame-too-narrow",
      ["budgets", at, "members"],
      `Account ${budget.id} counts ${wrong}, which the frame does not pay for.`,
      "Leave it out of the account.",
    );
  });
}

const isFramed = ({ client }: Due): boolean => client.decision.grants.kind === "frame";
