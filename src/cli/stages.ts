/** What is going on, where it may take longer than two seconds and cannot be interrupted to say how far it is. */
import type { Case } from "../model/case.ts";

/** Needs x days from which on judging, measuring and drawing take their time. */
const LARGE = 2000;

/** Says on standard error what begins now, for Cases of some size. */
export const stagesOf = ({ needs, period }: Pick<Case, "needs" | "period">): ((stage: string) => void) =>
  needs.length * period.days < LARGE ? () => {} : (stage) => void process.stderr.write(`${stage} …\n`);
