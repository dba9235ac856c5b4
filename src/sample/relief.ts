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

/** Jobs handed on in a row, so that the last of them finds somebody who is free. */
const DEPTH = 2;

/** Others take all jobs of a person; false, and nothing changed, where they cannot. */
function isRelieved(person: Person, others: readonly Person[]): boolean {
  const undo: (() => void)[] = [];
  for (const job of [...person.jobs]) {
    person.giveUp(job);
    undo.push(() => person.take(job));
    if (isTaken(job, others, DEPTH, undo)) continue;
    for (const back of undo.reverse()) back();
    return false;
  }
  return true;
}

/** By somebody who may take it, or who may once one of that person's own jobs is taken by another; nothing is changed where there is nobody. */
function isTaken(job: Job, people: readonly Person[], depth: number, undo: (() => void)[]): boolean {
  const next = cheapest(job, people);
  if (next !== undefined) {
    next.take(job);
    undo.push(() => next.giveUp(job));
    return true;
  }
  for (const person of depth === 0 ? [] : people.filter((one) => one.isFor(job))) {
    const others = people.filter((one) => one !== person);
    for (const own of person.inFortnightOf(job)) {
      person.giveUp(own);
      if (person.costOf(job) === undefined) {
        person.take(own);
        continue;
      }
      person.take(job);
      undo.push(() => {
        person.giveUp(job);
        person.take(own);
      });
      if (isTaken(own, others, depth - 1, undo)) return true;
      undo.pop()?.();
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
