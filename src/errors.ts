/** Errors that tell a person what to do. */

/** One thing wrong in an input or in a plan; parsers, importers and judges share this shape. */
export interface Issue {
  /** Stable and documented, for example `unknown-key`. */
  readonly code: string;
  /** Where: keys and indices from the root, for example `["staff", 3, "shifts", 0, "to"]`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, with the value. */
  readonly message: string;
  /** What to do now. */
  readonly fix: string;
}

/** Issues listed in full; beyond this an {@link InputError} only counts per code. */
export const MAX_LISTED_ISSUES = 1000;

/** Survives several copies of this package in one program, where `instanceof` would not. */
const BRAND = "hemtur.InputError";

/** The input cannot be used. Carries every issue found (up to {@link MAX_LISTED_ISSUES}), not only the first. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly brand = BRAND;
  /** The issues, in the order found; at most {@link MAX_LISTED_ISSUES}. */
  readonly issues: readonly Issue[];
  /** How many issues there are of each code, the unlisted ones included. */
  readonly counts: Readonly<Record<string, number>>;

  /** `counts`: default those of `issues`. `format`: one line of the message, default {@link formatIssue}. */
  constructor(issues: readonly Issue[], counts?: Readonly<Record<string, number>>, format: (issue: Issue) => string = formatIssue) {
    const listed = issues.slice(0, MAX_LISTED_ISSUES);
    const total = counts ?? countByCode(issues);
    const sum = Object.values(total).reduce((a, b) => a + b, 0);
    const lines = listed.slice(0, 20).map(format);
    const more = sum - Math.min(20, listed.length);
    super(
      [
        `${sum} ${sum === 1 ? "issue" : "issues"} in the input:`,
        ...lines,
        ...(more > 0 ? [`… and ${more} more; in all ${formatCounts(total)}.`] : []),
      ].join("\n"),
    );
    this.issues = listed;
    this.counts = total;
  }
}

/** True for an {@link InputError} of this or any other copy of the package. */
export const isInputError = (error: unknown): error is InputError =>
  typeof error === "object" && error !== null && (error as { brand?: unknown }).brand === BRAND;

/** One line for a person: `code at path: message fix`. */
export const formatIssue = (issue: Issue): string =>
  `${issue.code} at ${formatPath(issue.path)}: ${issue.message} ${issue.fix}`;

/** `staff[3].shifts[0].to`; the root is `(root)`. */
export const formatPath = (path: readonly (string | number)[]): string =>
  path.length === 0
    ? "(root)"
    : path.map((key, i) => (typeof key === "number" ? `[${key}]` : i === 0 ? key : `.${key}`)).join("");

/** `3 unknown-key, 1 wrong-type`. */
const formatCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${count} ${code}`)
    .join(", ");

function countByCode(issues: readonly Issue[]): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const issue of issues) counts[issue.code] = (counts[issue.code] ?? 0) + 1;
  return { ...counts };
}

/** The caller broke the contract of a function: thrown at once, naming the value. */
export class UsageError extends TypeError {
  override readonly name = "UsageError";
}
