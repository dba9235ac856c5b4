import { requireKnown } from "../references.ts";
import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Who shares a need lives in the same household, and is named once. */
export const sharedNeeds: CaseRule = (town, { clients, households }, issues) => {
  town.needs.forEach(({ client, sharedWith = [] }, i) => {
    const home = clients.get(client)?.household;
    for (const [j, other] of sharedWith.entries()) {
      const path = ["needs", i, "sharedWith", j];
      requireKnown(other, clients, "unknown-client", path, issues);
      const known = clients.get(other);
      if (known === undefined || [home, known.household].some((id) => !households.has(id ?? ""))) continue;
      if (known.household === home && other !== client && sharedWith.indexOf(other) === j) continue;
      issues.add("shared-outside-household", path, () => [
        `${show(other)} ${known.household === home ? "has the need already" : "lives elsewhere"}.`,
        "Name others of the same household, each once.",
      ]);
    }
  });
};
