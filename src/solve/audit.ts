/** Debug mode: is the search's running score what the judge says of the same plan? */
import { checkPlan } from "../check/plan/checkPlan.ts";
import { decode } from "../problem/decode.ts";
import type { Problem } from "../problem/problem.ts";
import type { Lane } from "../search/lane.ts";
import { PlainLane } from "../search/plain/plainLane.ts";

/** The running score differs from recomputation: a bug in the search, never in the input. */
export class AuditError extends Error {
  override readonly name = "AuditError";
}

/** Relative difference that rounding may make. */
const TOLERANCE = 1e-6;

/** Makes `lane` compare after every accepted move; throws {@link AuditError} naming the first term that differs. */
export function auditLane(p: Problem, lane: Lane | PlainLane): void {
  if (lane instanceof PlainLane) auditPlainLane(p, lane);
  else auditGeneralLane(p, lane);
}

function auditPlainLane(p: Problem, lane: PlainLane): void {
  lane.onAccept = (move) => {
    const plan = decode(p, lane.now(), { tool: "audit" });
    const { issues, score } = checkPlan(p.demand, plan);
    const missed = lane.levels[0]! > 0;
    const broken = issues.find(({ code }) => !(missed && code === "required-unserved"));
    if (broken !== undefined) throw new AuditError(`After an accepted ${move}: ${broken.code} ${broken.message}\n${JSON.stringify(plan)}`);
    score.levels.forEach((cost, level) => {
      const running = lane.levels[level]!;
      if (missed || level === 0 || Math.abs(running - cost) <= TOLERANCE * Math.max(1, Math.abs(cost))) return;
      throw new AuditError(`Level ${level} after an accepted ${move}: the search says ${running}, the judge ${cost}.\n${JSON.stringify(plan)}`);
    });
  };
}

function auditGeneralLane(p: Problem, lane: Lane): void {
  let audited = 0;
  lane.onAccept = (move) => {
    audited++;
    const plan = decode(p, lane.now(), { tool: "audit" });
    const { issues, score } = checkPlan(p.demand, plan);
    const { objective } = lane.tools;
    const where = `after accepted move ${audited} (${move})`;
    score.terms.forEach((term, k) => {
      const running = objective.ledgers.find((ledger) => ledger.term.row === k)?.cost() ?? 0;
      if (Math.abs(running - term.cost) > TOLERANCE * Math.max(1, Math.abs(term.cost))) {
        throw new AuditError(`Term ${term.name} ${where}: the search says ${running}, the judge ${term.cost}.\n${JSON.stringify(plan)}`);
      }
    });
    score.levels.forEach((cost, level) => {
      const running = objective.levels[level]!;
      if (level > 0 && Math.abs(running - cost) > TOLERANCE * Math.max(1, Math.abs(cost))) {
        throw new AuditError(`Level ${level} ${where}: the search says ${running}, the judge ${cost}.\n${JSON.stringify(plan)}`);
      }
    });
    const broken = issues.filter((issue) => issue.code !== "hard-term");
    if ((broken.length === 0) !== (objective.violations() === 0)) {
      const said = broken.map((i) => `${i.code} ${i.message}`).join("; ");
      throw new AuditError(`Hard rules ${where}: the search counts ${objective.violations()}, the judge says: ${said || "nothing"}.\n${JSON.stringify(plan)}`);
    }
    if ((issues.length === 0) !== (objective.levels[0] === 0)) {
      throw new AuditError(`Level 0 ${where}: the search says ${objective.levels[0]}, the judge names ${issues.length} broken rules.\n${JSON.stringify(plan)}`);
    }
  };
}
