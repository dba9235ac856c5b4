/** The comparison as text, with what it cannot say before and after. */
import { figure, tableText } from "../table.ts";
import { BASE } from "./arms.ts";
import type { Difference } from "./differences.ts";
import { SHARED_COST, UNSTAFFED } from "./outcomes.ts";
import type { Verdict } from "./statistics.ts";
import { isWorse, type Trial } from "./trial.ts";

export const HEADING =
  "These are plans, not days. A model with more freedom on paper has a best plan that cannot be worse; whether that helps anyone is decided by how needs vary and how people act.";

/** Whatever the numbers are. */
export const NEVER_CLAIMED: readonly string[] = [
  "This comparison cannot say that a model lowers sick leave, raises satisfaction or saves kronor in a named municipality, that it is lawful, or that it was validated.",
  "Names of municipalities stand for rules as far as they are known, put on drawn towns; no town here is theirs.",
  "It says what follows from the listed assumptions in generated towns. The intervals are noise of towns and searches, not our ignorance about behaviour.",
];

/** Two decimals and a sign, unless all that is seen is 0. */
const signed = (value: number): string => {
  if (!Number.isFinite(value)) return "?";
  const size = Math.abs(value).toFixed(2);
  return size === "0.00" ? size : `${value < 0 ? "−" : "+"}${size}`;
};

export interface Told {
  readonly settings: string;
  /** Over all towns. */
  readonly differences: readonly Difference[];
  readonly byProfile: readonly { readonly profile: string; readonly differences: readonly Difference[] }[];
  /** The first plan less the base. */
  readonly search: readonly Difference[];
  readonly trials: readonly Trial[];
}

export function differencesText({ settings, differences, byProfile, search, trials }: Told): string {
  const rows = differences.map(({ arm, outcome, unit, smallest, base, interval, verdict, leftOut }) => [
    arm,
    outcome,
    figure(base),
    interval === undefined ? "-" : signed(interval.mean),
    interval === undefined ? "-" : `${signed(interval.low)} to ${signed(interval.high)}`,
    `±${smallest}`,
    unit,
    String(interval?.towns ?? 0),
    String(leftOut),
    verdict,
  ]);
  const head = ["arm", "outcome", ` ${BASE.name}`, " difference", " 95 % over towns", " matters from", "unit", " towns", " left out", "so"];
  return [HEADING, "", settings, "", tableText(head, rows), "", ...counts(differences), ...profileTable(byProfile), ...searchGains(search), ...searchNotes(trials), "", ...box(NEVER_CLAIMED)].join("\n");
}

/** The shared objective in each kind of town by itself, where there are several. */
function profileTable(byProfile: Told["byProfile"]): string[] {
  if (byProfile.length < 2) return [];
  const rows = byProfile.flatMap(({ profile, differences }) =>
    differences
      .filter(({ outcome }) => outcome === SHARED_COST)
      .map(({ arm, base, interval, verdict }) => [
        profile, arm, figure(base), interval === undefined ? "-" : signed(interval.mean), interval === undefined ? "-" : `${signed(interval.low)} to ${signed(interval.high)}`, verdict,
      ]),
  );
  return ["", `The ${SHARED_COST} by profile:`, "", tableText(["profile", "arm", ` ${BASE.name}`, " difference", " 95 % over towns", "so"], rows)];
}

/** Gains and losses of each arm, in the same breath. */
function counts(differences: readonly Difference[]): string[] {
  const arms = [...new Set(differences.map(({ arm }) => arm))];
  const width = Math.max(...arms.map((arm) => arm.length), 0);
  return arms.map((arm) => {
    const count = (verdict: Verdict): number => differences.filter((one) => one.arm === arm && one.verdict === verdict).length;
    return `${arm.padEnd(width)}  better in ${count("better")}, worse in ${count("worse")}, no difference that matters in ${count("no difference that matters")}, undecided in ${count("undecided")}`;
  });
}

/** What searching gives, apart from the models. */
function searchGains(search: readonly Difference[]): string[] {
  const gains = search.flatMap(({ outcome, base, unit, interval }) =>
    interval !== undefined && [UNSTAFFED, SHARED_COST].includes(outcome)
      ? [`${outcome} ${figure(base)} ${unit}, which is ${signed(-interval.mean)} (${signed(-interval.high)} to ${signed(-interval.low)}) against the first plan`]
      : [],
  );
  return gains.length === 0 ? [] : ["", `Apart from the models, what searching gives under minute planning: ${gains.join("; ")}.`];
}

/** What is the search's doing, not the models'. */
function searchNotes(trials: readonly Trial[]): string[] {
  const notes: string[] = [];
  const broken = trials.filter(({ issues }) => issues > 0).length;
  if (broken > 0) notes.push(`${broken} of ${trials.length} plans break rules and are left out.`);
  const bases = new Map(trials.filter(({ arm }) => arm === BASE.name).map((trial) => [`${trial.profile} ${trial.townSeed} ${trial.planSeed}`, trial]));
  const ramtid = trials.filter(({ arm }) => arm === "ramtid");
  const worse = ramtid.filter((trial) => {
    const base = bases.get(`${trial.profile} ${trial.townSeed} ${trial.planSeed}`);
    return base !== undefined && isWorse(trial, base);
  }).length;
  if (ramtid.length > 0) notes.push(`In ${worse} of ${ramtid.length} pairs the plan found for ramtid is the worse one by the shared objective. It could have been the minute plan: that is the search, which begins from nothing for each.`);
  return notes.length === 0 ? [] : ["", ...notes];
}

function box(lines: readonly string[]): string[] {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = `+${"-".repeat(width + 2)}+`;
  return [edge, ...lines.map((line) => `| ${line.padEnd(width)} |`), edge];
}
