/** What each code of an {@link InputError} means. Codes never change their meaning. */

const FILE = {
  "empty-file": "The file or text holds nothing.",
  "too-large": "The file has more bytes than one text can hold.",
  "wrong-encoding": "The bytes are not UTF-8 text.",
  "not-a-document": "The text is not one JSON object.",
  "not-json": "The text is not JSON, or it was cut off.",
  "too-deep": "The text nests deeper than any document does.",
} as const;

const SHAPE = {
  "wrong-type": "A value of another kind belongs here.",
  "wrong-length": "The list has too few or too many elements.",
  "missing-key": "A key that must be there is not.",
  "unknown-key": "The key has no meaning here.",
  "not-in-list": "The value is none of those possible.",
  "not-finite": "NaN and infinity are no amounts.",
  "not-whole": "The number must be whole.",
  "not-safe": "The whole number is too large to be exact.",
  "out-of-range": "The number is too small or too large.",
  "bad-id": "The name is empty or built into JavaScript.",
  "bad-date": "The date does not exist or is not YYYY-MM-DD.",
  "bad-clock-time": "The clock time does not exist or is not HH:MM.",
  "bad-date-time": "The date and time do not exist or are written in another way.",
  "bad-time-zone": "The time zone is not known.",
} as const;

const REFERENCES = {
  "duplicate-id": "Two things of one list have the same name.",
  "unknown-worker": "No worker of the Demand has this name.",
  "unknown-shift": "No shift has this name.",
  "unknown-client": "No client has this name.",
  "unknown-pool": "No pool of the Demand has this name.",
  "unknown-mode": "No way to travel has this name.",
  "unknown-task": "No task of the Demand has this name.",
  "unknown-place": "No place of the Case has this name.",
  "unknown-area": "No area of the Case has this name.",
  "unknown-household": "No household of the Case has this name.",
  "unknown-team": "No team of the Case has this name.",
  "unknown-provider": "No provider of the Case has this name.",
  "unknown-tariff": "No tariff of the Case has this name.",
  "unknown-policy": "No frame policy of the Case has this name.",
  "unknown-staff": "Nobody of the staff has this name.",
  "unknown-need": "No need of the Case has this name.",
  "unknown-goal": "The client's implementation plan has no goal of this name.",
} as const;

const VALUES = {
  "span-reversed": "The lower end lies above the upper end.",
  "curve-order": "The points of a curve are not in strictly increasing x.",
  "skill-nobody-has": "A skill is asked for that nobody has.",
  "delegation-expired": "Those who have the skill or delegation have it on other days.",
  "shifts-overlap": "One person has two shifts at the same time.",
  "window-too-short": "The work does not fit into the window it must lie in.",
  "gaps-contradict": "Gaps cannot all hold together.",
  "profile-order": "A travel profile does not begin at midnight or its hours do not increase.",
  "matrix-size": "A matrix has another size than the places ask for.",
  "travel-source": "A way to travel needs exactly one complete source of travel times.",
} as const;

const DEMAND = {
  "task-nobody-can-do": "No worker meets all conditions of a task.",
  "relation-too-small": "A relation has fewer tasks than it needs.",
  "relation-repeats": "A relation names a task twice.",
  "term-not-zero": "The curve of a term is not 0 at 0.",
  "term-grouping": "A measure cannot be grouped in this way.",
  "distance-without-metres": "A term counts metres that a way to travel does not give.",
  "conditional-shift": "A task that depends on a shift's length does not name exactly one shift.",
  "place-out-of-range": "A place has no row in the travel matrix.",
  "place-counts-differ": "Ways to travel disagree on how many places there are.",
  "days-order": "The days are not in order.",
  "clock-change-outside-day": "The clocks change at a tick of another day.",
  "budget-quantity": "A budget of tasks counts what only shifts have.",
  "budget-over-limit": "A budget is over its limit before anything is planned.",
  "pin-slot": "A pin names a slot that the task does not have.",
  "pin-start": "A pin names a start outside the task's slots.",
  "pin-worker": "A pin names a worker and another one's shift.",
  "pin-after": "A pin puts a task after itself.",
  "pins-contradict": "Two pins of one task disagree.",
  "baseline-repeats": "The baseline names a shift or a task twice.",
  "baseline-index": "The baseline names an option or a slot that is not there.",
  "shift-ends-before-begin": "A shift must end before it may begin.",
  "shift-too-long": "A shift cannot be as short as its longest span.",
  "departure-open": "A fixed departure has no time.",
  "idle-undefined": "An unused shift counts as idle without saying from when to when.",
  "rest-impossible": "The rest is longer than the window it must lie in.",
} as const;

const CASE = {
  "dates-reversed": "The last day lies before the first.",
  "trait-nobody-has": "A trait is asked for that nobody has.",
  "contact-refused": "The client refuses the care contact or a preferred person.",
  "gap-to-itself": "A gap leads from a need to itself.",
  "gap-not-daily": "A gap between needs that are not both per day.",
  "days-apart-impossible": "More occasions a week than the days between them leave room for.",
  "planned-outside-window": "The planned clock time lies outside the promised span.",
  "shared-outside-household": "A need is shared with somebody who does not live there, or named twice.",
  "introduction-apart": "Who is introduced follows a shift of another day, of the same person, of nobody, or one that is itself an introduction.",
  "home-missing": "A shift starts at the home of somebody whose home is not said.",
  "second-person-too-long": "The second person is needed longer than the visit lasts.",
  "tariff-rule-idle": "A rule of a tariff can never apply beside the others.",
  "coordinates-missing": "A travel formula needs the coordinates of every place.",
  "frame-without-minutes": "A frame grants no minutes.",
  "shift-without-base": "A shift starts nowhere: it has no base, and no team whose base it could be.",
} as const;

/** Code -> what it means, for all codes that the readers of this library report. */
export const ISSUE_CODES = { ...FILE, ...SHAPE, ...REFERENCES, ...VALUES, ...DEMAND, ...CASE } as const;

export type IssueCode = keyof typeof ISSUE_CODES;
