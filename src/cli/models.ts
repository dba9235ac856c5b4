/** The schedule models that commands know by name. */
import { minute } from "../schedule/minute.ts";
import { pooled } from "../schedule/pooled.ts";
import { ramtid } from "../schedule/ramtid.ts";
import type { ModelSpec } from "../schedule/switches.ts";
import { choiceOf } from "./command.ts";

const MODELS: Readonly<Record<string, () => ModelSpec>> = { minute, ramtid, pooled };

/** All of them, as written. */
export const allModels = (): ModelSpec[] => Object.values(MODELS).map((model) => model());

/** The model that `--model` names. */
export const modelOf = (name: string | undefined): ModelSpec => MODELS[choiceOf("--model", name, Object.keys(MODELS))]!();
