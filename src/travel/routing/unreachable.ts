/** Places that no way joins. */
import { InputError, type Issue, MAX_LISTED_ISSUES } from "../../errors.ts";
import type { Place } from "../../model/place.ts";
import { show } from "../../model/show.ts";
import type { Mode } from "./provider.ts";

/** Lists the first {@link MAX_LISTED_ISSUES} pairs and counts the others: one place on an island is missing from all. */
export class UnreachablePairs {
  private readonly places: readonly Place[];
  private readonly listed: Issue[] = [];
  private count = 0;

  constructor(places: readonly Place[]) {
    this.places = places;
  }

  add(mode: Mode, from: number, to: number): void {
    this.count++;
    if (this.listed.length >= MAX_LISTED_ISSUES) return;
    this.listed.push({
      code: "unreachable-pair",
      path: ["places", from],
      message: `No way leads by ${mode} from ${show(this.places[from]?.id)} to ${show(this.places[to]?.id)}.`,
      fix: `Move the coordinates of one of them to a road on the mainland, or leave ${show(mode)} to its formula.`,
    });
  }

  /** Throws one InputError with every pair, if there is any. */
  throwIfAny(): void {
    if (this.count > 0) throw new InputError(this.listed, { "unreachable-pair": this.count });
  }
}
