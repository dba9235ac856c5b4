/** The models by name, and models of one's own of every setting. */
import fc from "fast-check";
import { minute } from "../../src/schedule/minute.ts";
import { ownModel } from "../../src/schedule/ownModel.ts";
import { pooled } from "../../src/schedule/pooled.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { type ModelSpec, SWITCH_VALUES, type Switches } from "../../src/schedule/switches.ts";

const settings = fc.record(Object.fromEntries(Object.entries(SWITCH_VALUES).map(([name, values]) => [name, fc.constantFrom(...values)]))) as unknown as fc.Arbitrary<Switches>;

export const models: fc.Arbitrary<ModelSpec> = fc.oneof(
  fc.constantFrom(minute(), ramtid(), pooled()),
  settings.map((switches) => ownModel("of one's own", ramtid(switches))),
);
