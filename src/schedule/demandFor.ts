/** Case and schedule model become a Demand: what must be planned, and how freely. */
import { calendarOf, periodDays, TICKS_PER_MINUTE, tickAt } from "../calendar/calendar.ts";
import { travelFor } from "../travel/travelFor.ts";
import type { Case } from "../model/case.ts";
import type { Demand, Meeting } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import { contractBudgets } from "./contracts.ts";
import { contactTasks } from "./contactTime.ts";
import { dutyTasks } from "./duties.ts";
import { occurrencesOf } from "./expand.ts";
import { frameBudgets } from "./frames.ts";
import { keyRelations } from "./keys.ts";
import { nameOf, switchesOf } from "./models.ts";
import { relationsOf } from "./relations.ts";
import { poolsOf, shiftsOf, workersOf } from "./staff.ts";
import type { ModelSpec } from "./switches.ts";
import { poolBudgets } from "./pools.ts";
import { careTasks, firstTaskId } from "./tasks.ts";
import { HOME_CARE_TERMS } from "./terms.ts";

/**
 * The Demand of a Case under a schedule model, in seconds. Days, workers, shifts, breaks, needs' occurrences, travel and
 * terms are the same for every model; only slots, lengths, ties and accounts follow the switches. The Case is taken to be
 * sound (see `readCase`). Throws {@link UsageError} on an unknown model or switch. O(occurrences + places²).
 */
export function demandFor(of: Case, model: ModelSpec): Demand {
  const switches = switchesOf(model);
  const calendar = calendarOf(of);
  const occurrences = occurrencesOf(of);
  const days = periodDays(of, calendar);
  const care = careTasks(of, switches, occurrences, calendar);
  const visits = new Set(occurrences.map(firstTaskId));
  return {
    version: 1,
    model: nameOf(switches, model.name),
    caseHash: hashOf(of),
    origin: calendar.origin,
    ticksPerMinute: TICKS_PER_MINUTE,
    days,
    travel: travelFor(of.places, of.travel),
    workers: workersOf(of, calendar),
    shifts: shiftsOf(of, calendar),
    pools: poolsOf(of),
    tasks: [...care, ...dutyTasks(of, calendar), ...contactTasks(of, calendar)],
    relations: [
      ...relationsOf(of, switches, occurrences),
      ...keyRelations(
        of,
        care.filter(({ id }) => visits.has(id)),
        days,
      ),
    ],
    budgets: [...frameBudgets(of, switches, occurrences), ...poolBudgets(of, switches, occurrences), ...contractBudgets(of)],
    clients: of.clients.map(({ id, careContact, team }) => ({
      id,
      ...(careContact !== undefined && { contact: careContact }),
      ...(team !== undefined && { team }),
    })),
    pins: [],
    memory: of.clients.flatMap(({ id, history = [] }) =>
      history.map(
        ({ staff, visits, last }): Meeting => ({
          client: id,
          worker: staff,
          at: Math.min(-1, tickAt(calendar, last, 12 * 3600)),
          times: visits,
        }),
      ),
    ),
    terms: HOME_CARE_TERMS,
  };
}
