/** Small towns with frames and without. */
import type { Case } from "../../src/model/case.ts";
import { sampleTown } from "../../src/sample/town.ts";

export const TOWNS: readonly (readonly [name: string, town: Case])[] = [
  { seed: 1, clients: 6, days: 3, parameters: { frameShare: 0 } },
  { seed: 2, clients: 7, days: 4, parameters: { frameShare: 1 } },
  { seed: 3, clients: 8, days: 7, parameters: { frameShare: 0.5 } },
  { seed: 4, clients: 10, days: 5, parameters: { frameShare: 1 } },
  { seed: 5, clients: 10, days: 7, parameters: { frameShare: 0 } },
  { seed: 6, clients: 6, days: 7, parameters: { frameShare: 1 } },
].map((options) => [JSON.stringify(options), sampleTown(options)]);
