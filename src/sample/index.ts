/** `hemtur/sample`: seeded towns to try things on. */
export { plantedTown, sampleTown } from "./town.ts";
export { TOWN_PARAMETERS } from "./parameters.ts";
export { PROFILES } from "./profiles.ts";
export type { TownOptions } from "./options.ts";
export type { PlantedTown } from "./town.ts";
export type { TownParameters } from "./parameters.ts";
export type { Profile, TownParameter } from "./profiles.ts";
