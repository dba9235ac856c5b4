/** What the owner of a shift must know before setting out: keys, double visits, where the round begins and ends. */
import type { Served } from "../../kpi/lookup.ts";
import type { Round } from "../../kpi/round.ts";
import type { Household } from "../../model/case.ts";
import type { Id } from "../../units.ts";
import type { View } from "../view.ts";

/** Clients' homes by client id. */
export function homesOf({ town }: Pick<View, "town">): ReadonlyMap<Id, Household> {
  const households = new Map(town.households.map((home) => [home.id, home]));
  return new Map(town.clients.flatMap(({ id, household }) => {
    const home = households.get(household);
    return home === undefined ? [] : [[id, home] as const];
  }));
}

/** Clients for whose homes a key is needed, once per home, in the order of the visits. */
export function keysFor(homes: ReadonlyMap<Id, Household>, { pieces }: Pick<Round, "pieces">): Id[] {
  const seen = new Set<Id>();
  return pieces.flatMap(({ activity, task }) => {
    const home = homes.get(task?.client ?? "");
    if (activity !== "client" || home?.access?.kind !== "key" || seen.has(home.id)) return [];
    seen.add(home.id);
    return [task?.client ?? ""];
  });
}

/** A visit that somebody else comes to too. */
export interface Together {
  readonly client: Id | undefined;
  readonly partner: Served;
}

/** In the order of the round. */
export const togetherIn = ({ partners }: Pick<View, "partners">, { pieces }: Pick<Round, "pieces">): Together[] =>
  pieces.flatMap(({ activity, task }) => {
    if (task === undefined || activity === "entry") return [];
    return partners(task).map((partner) => ({ client: task.client, partner }));
  });

/** "base" where a team or the shift has its base, "home" where the person lives, else the place's id; undefined: nowhere in particular. */
export function placeName({ town }: Pick<View, "town">, worker: Id, place: number | null): "base" | "home" | { readonly id: Id } | undefined {
  const id = place === null ? undefined : town.places[place]?.id;
  if (id === undefined) return undefined;
  if ((town.teams ?? []).some(({ base }) => base === id) || town.shifts.some(({ base }) => base === id)) return "base";
  return town.staff.find((person) => person.id === worker)?.home === id ? "home" : { id };
}
