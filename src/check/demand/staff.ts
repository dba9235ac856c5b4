/** Are the workers the staff, with the skills, days, traits and rest that they have? */
import { tickAt } from "../../calendar/calendar.ts";
import { daysBetween } from "../../calendar/civil.ts";
import { clockSeconds } from "../../calendar/clock.ts";
import type { Staff } from "../../model/staff.ts";
import type { Worker } from "../../model/demand.ts";
import { canonicalJson } from "../../model/hash.ts";
import type { Report } from "./codes.ts";
import type { Facts } from "./facts.ts";

export function checkStaff(facts: Facts, report: Report): void {
  const { of, demand } = facts;
  for (const staff of of.staff) {
    const at = demand.workers.findIndex(({ id }) => id === staff.id);
    const worker = demand.workers[at];
    if (worker === undefined) report("lost-worker", ["workers"], `${staff.id} is missing.`, "Add the worker.");
    else {
      const wrong = differences(facts, staff, worker);
      if (wrong.length > 0)
        report(
          "wrong-worker",
          ["workers", at, wrong[0] as string],
          `${staff.id} has other ${wrong.join(", ")} than in the case.`,
          "Take them from the case.",
        );
    }
  }
  demand.workers.forEach(({ id }, at) => {
    if (!of.staff.some((staff) => staff.id === id))
      report("extra-worker", ["workers", at], `${id} is not of the staff.`, "Leave the worker out.");
  });
  checkClients(facts, report);
}

function differences({ of, calendar }: Facts, staff: Staff, worker: Worker): string[] {
  const wrong: string[] = [];
  for (let day = 0; day < of.period.days; day++) {
    const holds = staff.skills.filter(
      ({ from, to }) =>
        (from === undefined || daysBetween(of.period.from, from) <= day) && (to === undefined || daysBetween(of.period.from, to) >= day),
    );
    const held = worker.skills.filter(({ days }) => (days?.[0] ?? 0) <= day && day <= (days?.[1] ?? day));
    if (names(holds) !== names(held)) wrong.push("skills");
    if (wrong.length > 0) break;
  }
  const known = [
    ...of.staff.flatMap(({ traits = [] }) => traits),
    ...of.clients.flatMap(({ requiredTraits = [] }) => requiredTraits.map(({ trait }) => trait)),
  ];
  if (known.some((trait) => worker.traits.includes(trait) !== (staff.traits ?? []).includes(trait))) wrong.push("traits");
  const { dailyRestHours = 11, weeklyRestHours = 36 } = of.agreement ?? {};
  const due = rests([
    [24, dailyRestHours],
    [168, weeklyRestHours],
  ]);
  if (rests(worker.rest.map(({ window, atLeast }) => [window / 3600, atLeast / 3600])) !== due) wrong.push("rest");
  if (canonicalJson(staff.pace ?? {}) !== canonicalJson(worker.pace ?? {})) wrong.push("pace");
  const [date, clock] = staff.workedUntil?.split("T") ?? [];
  const busyUntil = date === undefined || clock === undefined ? undefined : tickAt(calendar, date, clockSeconds(clock.slice(0, 5)));
  if (busyUntil !== worker.busyUntil) wrong.push("busyUntil");
  return wrong;
}

/** Rests of no hours ask for nothing. */
const rests = (hours: readonly (readonly [window: number, atLeast: number])[]): string =>
  hours
    .filter(([, atLeast]) => atLeast > 0)
    .map(([window, atLeast]) => `${atLeast} of ${window}`)
    .sort()
    .join();

const names = (skills: readonly { readonly id: string; readonly level?: number }[]): string =>
  skills
    .map(({ id, level = 0 }) => `${id} ${level}`)
    .sort()
    .join();

function checkClients({ of, demand, calendar }: Facts, report: Report): void {
  for (const client of of.clients) {
    const at = demand.clients.findIndex(({ id }) => id === client.id);
    const found = demand.clients[at];
    if (found === undefined || found.contact !== client.careContact || found.team !== client.team) {
      report(
        "lost-client",
        ["clients", Math.max(0, at)],
        `${client.id} is missing, or has another contact or team.`,
        "Take the client from the case.",
      );
    }
    for (const { staff, visits, last } of client.history ?? []) {
      const met = demand.memory.filter((meeting) => meeting.client === client.id && meeting.worker === staff);
      const isSame = met.some(
        ({ times, at: tick }) => times === visits && tick < 0 && tick >= tickAt(calendar, last, 0) && tick <= tickAt(calendar, last, 86400),
      );
      if (!isSame)
        report(
          "wrong-memory",
          ["memory"],
          `${staff} met ${client.id} ${visits} times, last on ${last}.`,
          "Take the meetings from the case.",
        );
    }
  }
  demand.memory.forEach(({ client, worker }, at) => {
    const history = of.clients.find(({ id }) => id === client)?.history ?? [];
    if (!history.some(({ staff }) => staff === worker))
      report("wrong-memory", ["memory", at], `The case knows of no visit of ${worker} to ${client}.`, "Leave it out.");
  });
}
