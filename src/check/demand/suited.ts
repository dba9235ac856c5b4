/** May each task be done by exactly those whom need, client and household allow? */
import type { Client, Need } from "../../model/case.ts";
import type { Staff } from "../../model/staff.ts";
import type { Who } from "../../model/demand.ts";
import { providerOf } from "../../model/provider.ts";
import type { Id } from "../../units.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import type { Facts, PlacedTask } from "./facts.ts";

export function checkSuited(facts: Facts, { task, at }: PlacedTask, dues: readonly Due[], report: Report): void {
  const needed = [...new Set(dues.flatMap(({ need }) => need.skills ?? []))].sort();
  const asked = [...new Set(task.who.all ?? [])].sort();
  if (needed.join() !== asked.join() || (task.who.level ?? 0) > 0) {
    report(
      "wrong-skill",
      ["tasks", at, "who", "all"],
      `Task ${task.id} asks for [${asked}] at level ${task.who.level ?? 0}; the need asks for [${needed}].`,
      `Write ${JSON.stringify(needed)}, and no level.`,
    );
  }
  const stranger = facts.of.staff.find(
    ({ id }) =>
      isDearer(task.who, id) !==
      dues.some(({ client: { preferredStaff = [] } }) => preferredStaff.length > 0 && !preferredStaff.includes(id)),
  );
  if (stranger !== undefined) {
    report(
      "wrong-preference",
      ["tasks", at, "who", "cost"],
      `Task ${task.id} ${isDearer(task.who, stranger.id) ? "prefers others to" : "does not prefer others to"} ${stranger.id}.`,
      "Let everybody cost something but those preferred, if there are any.",
    );
  }
  const shut = facts.demand.shifts.find(
    ({ id, worker }) => task.who.shifts?.includes(id) === false && task.who.shifts.some((other) => worker === ownerOf(facts, other)),
  );
  if (shut !== undefined) {
    report(
      "suited-shut-out",
      ["tasks", at, "who", "shifts"],
      `Task ${task.id} may not be done in ${shut.id}, though in others of ${shut.worker}.`,
      "Leave the shifts open.",
    );
  }
  const visits = dues.map(({ need, client }) => visitOf(facts, need, client));
  for (const staff of facts.of.staff) {
    const worker = facts.workers.get(staff.id);
    if (worker === undefined) continue;
    const isAllowed = visits.every((visit) => isSuited(facts, staff, visit));
    const mayCome = passes(task.who, worker.id, worker.traits, facts);
    if (mayCome && !isAllowed) {
      report(
        "not-suited-allowed",
        ["tasks", at, "who"],
        `Task ${task.id} may be done by ${staff.id}, whom the case does not allow there.`,
        `Add "${staff.id}" to who.not.`,
      );
    }
    if (!mayCome && isAllowed) {
      report(
        "suited-shut-out",
        ["tasks", at, "who"],
        `Task ${task.id} may not be done by ${staff.id}, whom the case allows.`,
        "Ask for no more than the case does.",
      );
    }
  }
}

const ownerOf = ({ demand }: Facts, shift: string): string | undefined => demand.shifts.find(({ id }) => id === shift)?.worker;

const isDearer = ({ cost = {} }: Who, worker: string): boolean => Object.hasOwn(cost, worker) && (cost[worker] ?? 0) > 0;

/** What one need asks of those who come, by the Case, skills aside. */
interface Visit {
  readonly client: Client;
  readonly provider: Id | undefined;
  readonly traits: readonly string[];
  readonly conditions: readonly string[];
}

function visitOf({ of, households }: Facts, need: Need, client: Client): Visit {
  const home = households.get(client.household);
  return {
    client,
    provider: providerOf(of, client),
    traits: (client.requiredTraits ?? []).flatMap(({ trait, atClasses }) => (atClasses?.includes(need.class) === false ? [] : [trait])),
    conditions: need.kind === "remote" ? [] : (home?.conditions ?? []),
  };
}

function isSuited({ of }: Facts, staff: Staff, { client, provider, traits, conditions }: Visit): boolean {
  if (client.refusedStaff?.includes(staff.id)) return false;
  if (provider !== undefined && providerOf(of, staff) !== provider) return false;
  return traits.every((trait) => staff.traits?.includes(trait)) && !conditions.some((condition) => staff.cannotMeet?.includes(condition));
}

/** By the Demand, skills aside. */
function passes(who: Who, worker: string, traits: readonly string[], { demand }: Facts): boolean {
  if (who.only !== undefined && !who.only.includes(worker)) return false;
  if (who.shifts !== undefined && !demand.shifts.some((shift) => shift.worker === worker && who.shifts?.includes(shift.id))) return false;
  return (
    (who.traits ?? []).every((trait) => traits.includes(trait)) && !(who.not ?? []).some((name) => name === worker || traits.includes(name))
  );
}
