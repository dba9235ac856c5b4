/** Where readers collect what is wrong. */
import { InputError, type Issue, MAX_LISTED_ISSUES } from "../errors.ts";
import type { IssueCode } from "./issueCodes.ts";
import { shorten } from "./show.ts";

/** Keys and indices from the root. */
export type Path = readonly (string | number)[];

/** What is wrong, with the value, and what to do now. */
type Wording = readonly [message: string, fix: string];

/** Lists the first {@link MAX_LISTED_ISSUES} issues and counts the others, so that a million cost little. */
export class IssueList {
  private readonly listed: Issue[] = [];
  private readonly counts = new Map<IssueCode, number>();

  /** `wording` is only asked for while issues are listed. */
  add(code: IssueCode, path: Path, wording: () => Wording): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    if (this.listed.length >= MAX_LISTED_ISSUES) return;
    const [message, fix] = wording();
    this.listed.push({ code, path: path.map((key) => (typeof key === "string" ? shorten(key) : key)), message, fix });
  }

  isEmpty(): boolean {
    return this.counts.size === 0;
  }

  /** Are all issues of these codes? */
  only(...codes: readonly IssueCode[]): boolean {
    return [...this.counts.keys()].every((code) => codes.includes(code));
  }

  /** Throws the one {@link InputError} that tells everything, if there is anything to tell. */
  throwIfAny(): void {
    if (this.listed.length > 0) throw new InputError(this.listed, Object.fromEntries(this.counts));
  }
}
