import type { Tariff } from "../case.ts";
import { requireKnown } from "../references.ts";
import type { CaseRule } from "./caseIndex.ts";

/** What a lump sum leaves nothing to do for. */
const PRICES = ["amountByClass", "amountByArea", "nightAmount", "declinedShares", "unplannedAbsence"] as const satisfies readonly (keyof Tariff)[];

/** Tariffs name areas that exist, and have no rule that another one makes idle. */
export const tariffs: CaseRule = (town, { areas }, issues) => {
  town.tariffs?.forEach((tariff, i) => {
    const idle = (rule: keyof Tariff, why: string): void =>
      issues.add("tariff-rule-idle", ["tariffs", i, rule], () => [`The rule never applies: ${why}.`, "Leave it out, or change the other."]);
    for (const area of Object.keys(tariff.amountByArea ?? {})) requireKnown(area, areas, "unknown-area", ["tariffs", i, "amountByArea", area], issues);
    if (tariff.basis === "lumpSum") for (const rule of PRICES) if (tariff[rule] !== undefined) idle(rule, "the basis is a lump sum");
    if (tariff.basis === "grantedHour" && tariff.declinedShares !== undefined) idle("declinedShares", "granted hours are paid, declined or not");
    if (tariff.nightHours !== undefined && tariff.nightAmount === undefined) idle("nightHours", "there is no nightAmount");
    if (tariff.overtimeFactor !== undefined && tariff.costPerWorkedHour === undefined) idle("overtimeFactor", "there is no costPerWorkedHour");
  });
};
