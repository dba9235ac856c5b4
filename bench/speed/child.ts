/** A process of its own for one case: builds and warms up, then repeats or tries moves as often as it is asked to. */
import { type MoveSpeed, Measured, type Sample } from "./measure.ts";
import { calibrate } from "./calibrate.ts";
import { type Case, demandOf } from "./shapes.ts";

/** What the parent may ask for, in this order: `case` once, then `steps` any number of times, `moves` once. */
export type Question = { readonly case: Case; readonly warmUp: number } | { readonly steps: number } | "moves";

export type Answer =
  | { readonly tasks: number; readonly building: number }
  | { readonly sample: Sample }
  | { readonly moves: readonly MoveSpeed[]; readonly loop: number; readonly bytesPerStep: number }
  | { readonly error: string };

let measured: Measured | undefined;

async function answer(question: Question): Promise<Answer> {
  if (question !== "moves" && "case" in question) {
    measured = new Measured(demandOf(question.case), question.warmUp);
    return { tasks: measured.tasks, building: measured.building };
  }
  if (measured === undefined) throw new RangeError("A case comes first.");
  if (question === "moves") {
    const bytesPerStep = measured.bytesPerStep();
    const before = calibrate();
    const moves = measured.moveSpeeds();
    return { moves, loop: (before + calibrate()) / 2, bytesPerStep };
  }
  return { sample: await measured.steps(question.steps) };
}

process.on("message", (question) => {
  answer(question as Question).then(
    (told) => process.send?.(told),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
