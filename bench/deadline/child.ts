/** A process of its own for one case: its first run is as cold as a user's. */
import { Random } from "../../src/random.ts";
import { type BudgetCase, demandOf } from "./cases.ts";
import { costOfBreath, type Late, runToAbort, runToDeadline } from "./measure.ts";

export interface Question {
  readonly case: BudgetCase;
  /** Seconds, and how many runs. */
  readonly budgets: readonly { readonly seconds: number; readonly runs: number }[];
  /** Moments of abort are drawn evenly from the logarithms between these seconds. */
  readonly aborts: { readonly runs: number; readonly from: number; readonly to: number };
  readonly cpu: boolean;
}

export interface Answer {
  readonly tasks: number;
  readonly deadlines: readonly Late[];
  readonly aborts: readonly Late[];
  /** CPU microseconds of a breath of the event loop. */
  readonly breath: number;
}

async function answer({ case: one, budgets, aborts, cpu }: Question): Promise<Answer> {
  const demand = demandOf(one);
  const deadlines: Late[] = [];
  for (const { seconds, runs } of budgets) for (let k = 0; k < runs; k++) deadlines.push(await runToDeadline(demand, seconds, cpu, k + 1));
  const random = new Random(1);
  const aborted: Late[] = [];
  for (let k = 0; k < aborts.runs; k++) {
    const after = aborts.from * (aborts.to / aborts.from) ** random.next();
    aborted.push(await runToAbort(demand, after, cpu, k + 1));
  }
  return { tasks: demand.tasks.length, deadlines, aborts: aborted, breath: await costOfBreath() };
}

process.once("message", (question) => {
  answer(question as Question).then(
    (found) => process.send?.({ answer: found }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () => process.exit(1)),
  );
});
