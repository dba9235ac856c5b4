/** Numbers of things. */

/** "1 visit", "2 visits". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What commands say of a plan. */
export const PLAN_WORDS = {
  en: {
    plan: "The plan",
    rounds: (count: number) => counted(count, "round"),
    unstaffed: (count: number) => `${counted(count, "visit")} unstaffed`,
    levels: (levels: string) => `cost by level ${levels}`,
    issues: (count: number) => (count === 0 ? "no issues" : counted(count, "issue")),
    more: (count: number) => `… and ${count} more`,
    frames: (level: number, share: string) => `Other minutes for the visits of these rounds could lower the cost on level ${level} by at most ${share} %`,
  },
  sv: {
    plan: "Planen",
    rounds: (count: number) => counted(count, "tur", "turer"),
    unstaffed: (count: number) => `${counted(count, "besök obemannat", "besök obemannade")}`,
    levels: (levels: string) => `kostnad per nivå ${levels}`,
    issues: (count: number) => (count === 0 ? "inga regler bryts" : counted(count, "regel bryts", "regler bryts")),
    more: (count: number) => `… och ${count} till`,
    frames: (level: number, share: string) => `Andra minuter för besöken i de här turerna kan sänka kostnaden på nivå ${level} med högst ${share.replace(".", ",")} %`,
  },
} as const;
