/** Schedule models of one's own: a name for a setting of the switches. */
import { UsageError } from "../errors.ts";
import { MODELS, switchesOf } from "./models.ts";
import type { ModelSpec } from "./switches.ts";

/**
 * A model with a name of its own, set like `setting`: `ownModel("week frame", ramtid({ save: "none" }))`. It is data like the others and goes
 * wherever they go. Throws {@link UsageError} where the name is empty or that of another model, and on an unknown switch or value.
 */
export function ownModel(name: string, setting: ModelSpec): ModelSpec {
  if (name.trim() === "" || Object.hasOwn(MODELS, name)) throw new UsageError(`A model of your own cannot be named ${JSON.stringify(name)}. Give it another name.`);
  return { name, parameters: { ...switchesOf(setting) } };
}
