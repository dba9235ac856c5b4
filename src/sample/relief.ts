/** Fewer hourly staff with more shifts each: who has few hands them over to the others. */
import type { Job, Person } from "./person.ts";

/** Hourly staff who can be done without, those with the fewest shifts first; the others of `people` do their work. At most `most`. */
export function relieved(people: readonly Person[], most: number): ReadonlySet<Person> {
  const gone = new Set<Person>();
  const hourly = people.filter(({ contract }) => contract === "hourly").sort((a, b) => a.jobs.size - b.jobs.size);
  for (const person of hourly) {
    if (gone.size >= most) break;
    if (isRelieved(person, people.filter((other) => other !== person && !gone.has(other)))) gone.add(person);
  }
  return gone;
}

interface Move {
  readonly job: Job;
  readonly from: Person;
  readonly to: Person;
}

/** Others take all jobs of a person; false, and nothing changed, where they cannot. */
function isRelieved(person: Person, others: readonly Person[]): boolean {
  const moves: Move[] = [];
  const move = (job: Job, from: Person, to: Person): void => {
    from.giveUp(job);
    to.take(job);
    moves.push({ job, from, to });
  };
  if ([...person.jobs].every((job) => isHandedOver(job, person, others, move))) return true;
  for (const { job, from, to } of moves.reverse()) {
    to.giveUp(job);
    from.take(job);
  }
  return false;
}

/** To somebody who may take it, or to somebody who may once one of that person's own jobs is handed on. */
function isHandedOver(job: Job, from: Person, others: readonly Person[], move: (job: Job, from: Person, to: Person) => void): boolean {
  const next = cheapest(job, others);
  if (next !== undefined) {
    move(job, from, next);
    return true;
  }
  for (const person of others.filter((other) => other.isFor(job))) {
    for (const own of person.inFortnightOf(job)) {
      person.giveUp(own);
      const third = person.costOf(job) === undefined ? undefined : cheapest(own, others.filter((other) => other !== person));
      person.take(own);
      if (third === undefined) continue;
      move(own, person, third);
      move(job, from, person);
      return true;
    }
  }
  return false;
}

/** Who has most of the contract left, among those who may. */
export function cheapest(job: Job, people: readonly Person[]): Person | undefined {
  let best: Person | undefined;
  let least = Infinity;
  for (const person of people) {
    const cost = person.costOf(job);
    if (cost === undefined || cost >= least) continue;
    best = person;
    least = cost;
  }
  return best;
}
