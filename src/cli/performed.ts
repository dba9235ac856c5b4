/** A file of what is known of the days afterwards. */
import { InputError, type Issue } from "../errors.ts";
import type { Performed } from "../kpi/performed.ts";
import { show } from "../model/show.ts";
import { didYouMean } from "../model/suggest.ts";
import { bytesOf } from "./input.ts";

const isIds = (value: unknown): boolean => Array.isArray(value) && value.every((id) => typeof id === "string");

const isMinutes = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((minutes) => typeof minutes === "number" && minutes >= 0 && minutes < Infinity);

/** Key -> is this a value of it, and what one looks like. */
const KEYS: { readonly [K in keyof Required<Performed>]: readonly [isValue: (value: unknown) => boolean, example: string] } = {
  declined: [isIds, 'a list of occasions, for example ["K1-hygiene@2026-03-11#1"]'],
  minutes: [isMinutes, 'an object from occasions to minutes, for example { "K1-hygiene@2026-03-11#1": 25 }'],
};

/** Throws InputError with everything that is wrong with the file. */
export function performedFrom(path: string): Performed {
  const document = parsed(new TextDecoder().decode(bytesOf(path)));
  const issues = Object.entries(document).flatMap(([key, value]): Issue[] => {
    const rule = Object.hasOwn(KEYS, key) ? KEYS[key as keyof Performed] : undefined;
    if (rule === undefined) return [{ code: "unknown-key", path: [key], message: `${show(key)} has no meaning here.`, fix: didYouMean(key, Object.keys(KEYS), `Use ${Object.keys(KEYS).join(", ")}.`) }];
    return rule[0](value) ? [] : [{ code: "wrong-type", path: [key], message: `This is ${show(value)}.`, fix: `Write ${rule[1]}.` }];
  });
  if (issues.length > 0) throw new InputError(issues);
  return document as Performed;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw new InputError([{ code: "not-a-document", path: [], message: "The file of what was performed is not one JSON object.", fix: `Write { "declined": [], "minutes": {} }.` }]);
}
