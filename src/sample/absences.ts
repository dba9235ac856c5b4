/** Who is away or new, as far as everybody else can still be helped in time by the rounds laid. */
import { addDays } from "../calendar/civil.ts";
import type { Client, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Id } from "../units.ts";
import { type Piece, walked } from "./planted/round.ts";
import type { WorkedRound } from "./roster.ts";

/**
 * Clients whose absence would make somebody late are at home after all: where a rest lies between two visits, leaving one out may make the way
 * longer on the wrong side of it. Nor is anybody away where the named contact would go nowhere else and has work at the base then. Household by household, since those of one are away together.
 */
export function withPossibleAbsences(clients: readonly Client[], needs: readonly Need[], rounds: readonly WorkedRound[]): Client[] {
  const clientOf = new Map(needs.map(({ id, client }) => [id, client]));
  const roundsOf = new Map<Id, Set<WorkedRound>>();
  for (const round of rounds) {
    for (const { id } of round.round.pieces) {
      const client = clientOf.get(id);
      if (client !== undefined) roundsOf.set(client, (roundsOf.get(client) ?? new Set()).add(round));
    }
  }
  const absent = new Map<Id, Client>();
  const isLeftOut = (piece: Piece, date: CivilDate): boolean => {
    const client = absent.get(clientOf.get(piece.id) ?? "");
    return client !== undefined && isAbsent(client, piece.isNextDay === true ? addDays(date, 1) : date);
  };
  const isPossible = ({ frame, round: { pieces }, date }: WorkedRound): boolean => {
    const left = pieces.filter((piece) => !isLeftOut(piece, date));
    return walked(frame, left) !== undefined && (left.some(isVisit) || !left.some(({ kind }) => kind === "contact"));
  };
  const households = new Map<Id, Client[]>();
  for (const client of clients.filter(({ away, decision }) => away !== undefined || decision.from !== undefined)) {
    households.set(client.household, [...(households.get(client.household) ?? []), client]);
  }
  for (const own of households.values()) {
    for (const client of own) absent.set(client.id, client);
    if (!own.every(({ id }) => [...(roundsOf.get(id) ?? [])].every(isPossible))) for (const { id } of own) absent.delete(id);
  }
  return clients.map((client) => (absent.has(client.id) ? client : atHome(client)));
}

const isVisit = ({ kind }: Piece): boolean => kind === "visit" || kind === "second";

const isAbsent = ({ away = [], decision: { from } }: Client, date: CivilDate): boolean =>
  (from !== undefined && date < from) || away.some((stay) => stay.from <= date && date <= stay.to);

function atHome({ away: _away, decision: { from: _from, ...decision }, ...client }: Client): Client {
  return { ...client, decision };
}
