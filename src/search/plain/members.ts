/** Good states that children are made of. */
import type { Random } from "../../random.ts";

export interface Member {
  readonly cost: number;
  /** As `Rounds` copies it. */
  readonly copy: Int32Array;
}

export class Members {
  private readonly all: Member[] = [];

  get count(): number {
    return this.all.length;
  }

  member(row: number): Member {
    return this.all[row]!;
  }

  add(member: Member): void {
    this.all.push(member);
  }

  /**
   * Takes one in, in the place of a worse one, unless there is one that costs as much. A child takes the place of its parent alone: if it took that of
   * the worst, all would soon be alike.
   */
  admit(member: Member, place: number): void {
    if (member.cost < this.all[place]!.cost && !this.has(member.cost)) this.all[place] = member;
  }

  /** Lets the worst go until there are `count`; rows may change. */
  keepBest(count: number): void {
    while (this.all.length > count) this.all.splice(this.worst, 1);
  }

  /** Is there one that costs `cost`? */
  has(cost: number): boolean {
    return this.all.some((member) => member.cost === cost);
  }

  /** Row of the worst. */
  get worst(): number {
    return this.all.reduce((row, { cost }, k) => (cost > this.all[row]!.cost ? k : row), 0);
  }

  /** Rows of two different ones; there are at least two. */
  couple(random: Random): readonly [number, number] {
    const one = random.below(this.count);
    return [one, (one + 1 + random.below(this.count - 1)) % this.count];
  }
}
