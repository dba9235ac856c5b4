/** `hemtur/sample`: seeded towns to try things on. */
export { sampleTown } from "./town.ts";
export type { TownOptions } from "./town.ts";
