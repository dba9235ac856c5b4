/** Every code that `checkDemand` may report, with what is unfair about the Demand. Codes are stable; new rules get new codes. */
export const DEMAND_ISSUE_CODES = {
  "wrong-case": "The demand was made from another case: `caseHash` is not the hash of this one.",
  "wrong-calendar": "Ticks are not seconds, or origin and days are not those of the case's period and zone.",
  "wrong-travel": "A mode of travel is missing, or takes other times or ways between the places than matrix or formula say.",
  "lost-occurrence": "A need is due and no task serves it.",
  "extra-occurrence": "A task serves something that is not due.",
  "lost-person": "Fewer tasks serve an occurrence than people are needed at once.",
  "extra-person": "More tasks serve an occurrence than people are needed at once.",
  "extra-task": "A task serves no need and is no break, duty or documentation of a shift.",
  "wrong-client": "A task names another client than the one whose need it serves.",
  "wrong-work": "A task is of another kind, class or priority than the need it serves.",
  "wrong-place": "A task is not where the client lives, or remote work is.",
  "entry-too-short": "A task allows less time to get in than the household takes.",
  "entry-too-long": "A task allows more time to get in than the household takes.",
  "longer-than-useful": "A task may last longer than is useful.",
  "shorter-than-useful": "A task may be shorter than is useful.",
  "template-impossible": "A task cannot have the template minutes granted.",
  "wrong-worth": "A length of a task costs something else than the need says.",
  "free-to-leave-out": "A task may be left out, and nothing counts it.",
  "outside-promise": "A task may start outside the span promised to the client.",
  "promise-too-narrow": "A task may not start at a time that its planned time and tolerance, or without one its promised span, leave open.",
  "day-not-agreed": "A task may start on a day that is not agreed, or on which the need is not in force or the client away.",
  "wrong-skill": "A task asks for other skills than the need, or for a level.",
  "not-suited-allowed": "A task may be done by someone whom the client refuses or who cannot or may not come.",
  "suited-shut-out": "A task may not be done by someone whom the case allows.",
  "wrong-preference": "Staff whom the client prefers cost something, or others do not.",
  "both-or-none-missing": "Nothing says that both people come or none.",
  "two-people-missing": "Nothing says that two different people come.",
  "start-together-missing": "Nothing ties the second person's start to the first's.",
  "gap-missing": "Nothing keeps the time between two needs of a day.",
  "days-apart-missing": "Nothing keeps occurrences of a need as many days apart as agreed.",
  "extra-rule": "A relation, an account or a load asks for something that the case does not ask for, or for more than it does.",
  "keys-clash": "More people may go into a home between two times at which keys are handed back than there are keys.",
  "frame-missing": "Minutes beyond the templates, or a granted frame, have no account.",
  "frame-too-wide": "The accounts of a task allow more than was granted.",
  "frame-too-narrow": "An account allows less than was granted.",
  "lost-shift": "A shift that somebody works is missing.",
  "extra-shift": "A shift is not in the case, or vacant there.",
  "wrong-shift": "A shift has another person, place, vehicle, time or stretch than in the case.",
  "lost-duty": "A break, duty or documentation of a shift is missing, or is other work, or has other minutes or another place.",
  "contract-missing": "Nothing counts somebody's hours of a week against the contract, or something counts other hours or shifts.",
  "lost-contact-time": "A care contact has less or more time of its own for a client than agreed, or somebody else has it.",
  "wrong-duty-time": "A break or duty has other times than its window leaves, or is due in shorter or longer shifts than the case says.",
  "lost-worker": "Somebody of the staff is missing.",
  "extra-worker": "Somebody is not of the staff.",
  "wrong-worker": "Skills, delegation days, traits, pace, rest or work before the period are not those of the case.",
  "lost-client": "A client is missing or stands with another contact or team.",
  "wrong-memory": "Who met whom before the period is not as in the case.",
} as const;

/** A code of {@link DEMAND_ISSUE_CODES}. */
export type DemandIssueCode = keyof typeof DEMAND_ISSUE_CODES;

/** Where in the Demand, as in `Issue.path`. */
export type Path = readonly (string | number)[];

/** Files an issue. */
export type Report = (code: DemandIssueCode, path: Path, message: string, fix: string) => void;
