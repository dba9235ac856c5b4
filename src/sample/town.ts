/** A town's home care, drawn from a seed: its rounds are laid first, and shifts, promises and agreements follow from them. */
import { calendarOf } from "../calendar/calendar.ts";
import { dateRange } from "../calendar/civil.ts";
import type { Case, Client, Need, Tariff } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { TravelMode } from "../model/place.ts";
import type { Plan } from "../model/plan.ts";
import { Random } from "../random.ts";
import { type FormulaName, travelBy } from "../travel/formulas.ts";
import type { Id } from "../units.ts";
import { withPossibleAbsences } from "./absences.ts";
import { clientOf, goalOf } from "./clients.ts";
import { layContact, officeWeeks } from "./contacts.ts";
import { FRAME_POLICIES } from "./decisions.ts";
import { atShowersOf, conditionsMetBy, facesOf, visitsOf, withAversions, withKeys } from "./meetings.ts";
import { namedClients, namedStaff } from "./names.ts";
import { type TownOptions, type TownWish, wishOf } from "./options.ts";
import type { TownParameters } from "./parameters.ts";
import { layTeams } from "./planted/teams.ts";
import { witnessOf } from "./planted/witness.ts";
import { promised } from "./promises.ts";
import type { WorkedRound } from "./roster.ts";
import { settle, type Settlement } from "./settlement.ts";
import { carsOf, shiftOf, vacantShifts } from "./shifts.ts";
import { inSwedish } from "./swedish.ts";

export { MOST_CLIENTS, MOST_DAYS } from "./options.ts";

/** Draws a town. Throws {@link UsageError} on options that make no sense. O(clients²/teams + clients x days). */
export const sampleTown = (options: TownOptions = {}): Case => build(wishOf(options)).case;

/** A town that is known to be possible, and how. */
export interface PlantedTown {
  readonly case: Case;
  /**
   * The rounds laid, as a plan for a Demand of the Case under any schedule model that keeps to what was promised: it breaks no rule and leaves nothing out.
   */
  readonly witness: (demand: Demand) => Plan;
}

/** The town of `sampleTown({ ...options, planted: true })` with its rounds. */
export function plantedTown(options: Omit<TownOptions, "planted"> = {}): PlantedTown {
  const town = build(wishOf({ ...options, planted: true }));
  return { case: town.case, witness: (demand) => witnessOf(town.case, town.rounds, demand) };
}

function build(wish: TownWish): { readonly case: Case; readonly rounds: readonly WorkedRound[] } {
  const { seed, period, parameters, planted } = wish;
  const town = settle(wish);
  const travel = parameters.pairedTravel.map((name) => travelOf(name, parameters));
  const modes = travel.map(({ mode }) => mode);
  const dates = dateRange(period.from, period.days);
  const { laid, staff, rounds } = layTeams(wish, town, travel[0] as TravelMode, dates, calendarOf({ period }));
  const apart = planted ? 0 : parameters.wishMinutes;
  const needs = laid.map((one) => promised(one, { seed, from: period.from, apart, stepMinutes: parameters.clockStepMinutes })).map((need) => ({ ...need, goal: goalOf(need) }));

  const homes = homesOf(town, needs);
  const visits = visitsOf(rounds);
  const people = withAversions(staff, conditionsMetBy(visits, homes), seed, parameters);
  const clients = withPossibleAbsences(withContacts(clientsOf(wish, town, needs, people, visits), rounds, dates, parameters), needs, rounds);
  const shifts = rounds.map((round) => shiftOf(round, modes, parameters));
  const drawn: Case = {
    version: 1,
    name: `Sample town ${seed}`,
    timeZone: "Europe/Stockholm",
    period,
    places: town.places,
    travel,
    households: withKeys(town.households, visits, homes, seed, parameters),
    clients: namedClients(clients, seed),
    needs,
    staff: namedStaff(people, seed),
    shifts: [...shifts, ...vacantShifts(shifts, seed, parameters)],
    vehicles: carsOf(rounds, (team) => town.teams.find(({ id }) => id === team)?.base as Id, modes, parameters),
    teams: town.teams,
    providers: town.providers,
    areas: town.areas,
    framePolicies: FRAME_POLICIES,
    tariffs: [tariffOf(parameters)],
    agreement: { dailyRestHours: 11, weeklyRestHours: 36, maxStretchMinutes: 300 },
    practice: { documentationMinutesPerShift: parameters.documentationMinutes, toleranceMinutes: parameters.toleranceMinutes },
  };
  return { case: wish.language === "sv" ? inSwedish(drawn) : drawn, rounds };
}

const travelOf = (name: string, { winter, carGramsPerKm }: TownParameters): TravelMode => {
  const mode = travelBy(name as FormulaName, { winter });
  return { ...mode, co2GramsPerKm: mode.mode === "car" ? carGramsPerKm : 0 };
};

function homesOf({ residents, households }: Settlement, needs: readonly Need[]): (need: Id) => Case["households"][number] {
  const byId = new Map(households.map((household) => [household.id, household]));
  const ofClient = new Map(residents.map(({ id, household }) => [id, household]));
  const ofNeed = new Map(needs.map(({ id, client }) => [id, byId.get(ofClient.get(client) ?? "")]));
  return (need) => ofNeed.get(need) as Case["households"][number];
}

function clientsOf({ seed, period, parameters }: TownWish, town: Settlement, needs: readonly Need[], staff: Case["staff"], visits: ReturnType<typeof visitsOf>): Client[] {
  const needsById = new Map(needs.map((need) => [need.id, need]));
  const staffById = new Map(staff.map((person) => [person.id, person]));
  const faces = facesOf(visits, (need) => needsById.get(need)?.client ?? "");
  const serving = servingOf(needs);
  const showers = visits.filter(({ need }) => needsById.get(need)?.class === "shower");
  return town.residents.map(({ id, household, team }) =>
    clientOf(
      {
        seed,
        id,
        household,
        team,
        needs: serving.get(id) ?? [],
        staff,
        faces: faces.get(id) ?? new Map(),
        atShowers: atShowersOf(id, showers, needsById, staffById),
        period,
      },
      parameters,
      Random.keyed(seed, "agreement", id),
    ),
  );
}

/** Needs by whom they serve. */
function servingOf(needs: readonly Need[]): ReadonlyMap<Id, readonly Need[]> {
  const serving = new Map<Id, Need[]>();
  for (const need of needs) for (const id of [need.client, ...(need.sharedWith ?? [])]) serving.set(id, [...(serving.get(id) ?? []), need]);
  return serving;
}

/** The contact's own time, for those whose contact has a quiet moment in every week. */
function withContacts(clients: readonly Client[], rounds: readonly WorkedRound[], dates: readonly string[], { contactMinutes, clockStepMinutes }: TownParameters): Client[] {
  const weeks = officeWeeks(dates);
  const roundsOf = new Map<Id, WorkedRound[]>();
  for (const round of rounds) roundsOf.set(round.person, [...(roundsOf.get(round.person) ?? []), round]);
  return clients.map((client) => {
    const own = roundsOf.get(client.careContact ?? "") ?? [];
    const hasTime = contactMinutes > 0 && layContact(client.id, contactMinutes, own, weeks, clockStepMinutes);
    return hasTime ? { ...client, contactMinutesPerWeek: contactMinutes } : client;
  });
}

const tariffOf = (parameters: TownParameters): Tariff => ({
  id: "tariff",
  basis: "performedHour",
  amount: parameters.carePerHour,
  amountByClass: Object.fromEntries(["cleaning", "laundry", "shopping"].map((service) => [service, parameters.servicePerHour])),
  newClientAmount: parameters.newClientAmount,
  alarmPerMonth: parameters.alarmPerMonth,
  costPerWorkedHour: parameters.costPerWorkedHour,
});
