/** The named models, and what their names stand for. A further model is a file with its setting and one line here. */
import { UsageError } from "../errors.ts";
import { MINUTE } from "./minute.ts";
import { POOLED } from "./pooled.ts";
import { RAMTID } from "./ramtid.ts";
import { type ModelSpec, SWITCH_VALUES, type Switches } from "./switches.ts";

export const MODELS: Readonly<Record<string, Switches>> = { minute: MINUTE, ramtid: RAMTID, pooled: POOLED };

/** The setting a spec stands for; one that sets every switch may have any name. Throws {@link UsageError} on an unknown model, switch or value. */
export function switchesOf({ name, parameters }: ModelSpec): Switches {
  const setting = Object.hasOwn(MODELS, name) ? MODELS[name] : undefined;
  if (setting === undefined && !Object.keys(SWITCH_VALUES).every((key) => Object.hasOwn(parameters, key))) {
    throw new UsageError(`No schedule model is named ${JSON.stringify(name)}. Use one of ${Object.keys(MODELS).join(", ")}.`);
  }
  for (const [key, value] of Object.entries(parameters)) {
    if (!Object.hasOwn(SWITCH_VALUES, key)) {
      throw new UsageError(`Schedule models have no switch ${JSON.stringify(key)}. Use one of ${Object.keys(SWITCH_VALUES).join(", ")}.`);
    }
    const values: readonly unknown[] = SWITCH_VALUES[key as keyof Switches];
    if (!values.includes(value)) throw new UsageError(`Switch ${key} cannot be ${JSON.stringify(value)}. Use one of ${values.join(", ")}.`);
  }
  return { ...(setting ?? (parameters as unknown as Switches)), ...(parameters as Partial<Switches>) };
}

/**
 * What to call a setting: a name of one's own, else the model that is exactly it, else every switch (`clock=window day=fixed …`). Names of
 * {@link MODELS} are nobody's own, so ramtid with every switch set as minute is minute, by name too.
 */
export function nameOf(switches: Switches, own?: string): string {
  if (own !== undefined && !Object.hasOwn(MODELS, own)) return own;
  const keys = Object.keys(SWITCH_VALUES) as (keyof Switches)[];
  const named = Object.entries(MODELS).find(([, setting]) => keys.every((key) => setting[key] === switches[key]));
  return named?.[0] ?? keys.map((key) => `${key}=${switches[key]}`).join(" ");
}
