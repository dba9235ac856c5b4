import { expect, test } from "vitest";
import type { Static, TSchema } from "@sinclair/typebox";
import type { Case } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { caseSchema } from "../../src/model/schema/caseSchema.ts";
import { demandSchema } from "../../src/model/schema/demandSchema.ts";
import { planSchema } from "../../src/model/schema/planSchema.ts";
import { scoreSchema } from "../../src/model/schema/scoreSchema.ts";
import type { Score } from "../../src/model/score.ts";

/** The same type with nothing named or intersected any more, and readonly all the way down. */
type DeepReadonly<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: DeepReadonly<T[K]> };
type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Same<A, S extends () => TSchema> = Equals<DeepReadonly<A>, DeepReadonly<Static<ReturnType<S>>>>;

const same = {
  case: true satisfies Same<Case, typeof caseSchema>,
  demand: true satisfies Same<Demand, typeof demandSchema>,
  plan: true satisfies Same<Plan, typeof planSchema>,
  score: true satisfies Same<Score, typeof scoreSchema>,
};
// The proof would be worth nothing if it let these through.
const different = {
  aKeyMore: false satisfies Same<Plan & { readonly extra: number }, typeof planSchema>,
  optional: false satisfies Equals<{ readonly a?: number }, { readonly a: number }>,
  optionalUndefined: false satisfies Equals<{ readonly a?: number }, { readonly a?: number | undefined }>,
};

test("the compiler finds the schemas equal to the hand-written types, and would notice a difference", () => {
  expect(Object.values(same)).toEqual([true, true, true, true]);
  expect(Object.values(different)).toEqual([false, false, false]);
});

test("a schema is built once, on first use", () => {
  for (const schema of [caseSchema, demandSchema, planSchema, scoreSchema]) expect(schema()).toBe(schema());
});
