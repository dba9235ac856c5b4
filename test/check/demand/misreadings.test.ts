/** What a faulty reader might make of a rich Case, and what the judge says to it. */
import { describe, expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { DemandIssueCode } from "../../../src/check/demand/codes.ts";
import type { Budget } from "../../../src/model/demand.ts";
import type { ModelSpec } from "../../../src/schedule/switches.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { pooled } from "../../../src/schedule/pooled.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { readCase } from "../../../src/model/readCase.ts";
import { richCase } from "../../model/rich/case.ts";
import * as m from "./misread.ts";

/** Each misreading is tried under the strictest and a freer model where nothing else is said. */
const MODELS: readonly ModelSpec[] = [minute(), ramtid()];
/** Those under which a need may move in time, in length or to another day. */
const FREER: readonly ModelSpec[] = [ramtid(), pooled()];

type Misreading = readonly [what: string, code: DemandIssueCode, reader: m.Reader, models?: readonly ModelSpec[]];

const HOUR = 3600;
const of = (need: string) => ({ id }: { readonly id: string }): boolean => id.startsWith(`${need}@`);
const [cars, bikes] = richCase.travel;

const WHEN_DUE: readonly Misreading[] = [
  ["the evening insulin is dropped", "lost-occurrence", m.withoutTasks(({ id }) => /^insulin@.*#2$/.test(id))],
  ["every other week begins a week late", "lost-occurrence", m.needAs("cleaning", { from: "2026-03-23" })],
  ["every other week is counted from the period", "lost-occurrence", m.needWithout("cleaning", "from")],
  ["every other week is every week", "extra-occurrence", m.needAs("cleaning", { often: { times: 1, per: "week" } })],
  ["twice a day is once", "lost-occurrence", m.needAs("care", { often: { times: 1, per: "day" } })],
  ["twice a week is twice a day", "extra-occurrence", m.needAs("shower", { often: { times: 2, per: "day" } })],
  ["weeks begin on Sunday", "extra-occurrence", m.needAs("lift", { often: { times: 1, per: "day", weekdays: [7, 1, 2, 3, 4] } })],
  ["the relatives' Sunday is left due", "extra-occurrence", m.needWithout("lunch", "relativesDo")],
  ["relatives do it every day", "lost-occurrence", m.needAs("lunch", { relativesDo: [1, 2, 3, 4, 5, 6, 7] })],
  ["visits while in hospital", "extra-occurrence", m.clientWithout("ragna", "away")],
  ["home a day early", "extra-occurrence", m.clientAs("ragna", { away: [{ from: "2026-03-31", to: "2026-03-31" }] })],
  ["the first day of a need is missed", "lost-occurrence", m.needAs("insulin", { from: "2026-03-27" })],
  ["a need goes on after its last day", "extra-occurrence", m.needWithout("insulin", "to")],
  ["a decision goes on after its last day", "extra-occurrence", m.decisionAs("elsa", { to: "2026-12-31" })],
  ["a decision that ends at a month's end", "lost-occurrence", m.decisionAs("elsa", { to: "2026-03-31" })],
  ["a day of the period is missing", "wrong-calendar", m.asIf(({ period }) => ({ period: { ...period, days: 13 } }))],
];

const AT_WHAT_TIME: readonly Misreading[] = [
  ["a widened window", "outside-promise", m.needAs("care", { window: ["06:30", "21:30"] })],
  ["a narrowed window", "promise-too-narrow", m.needAs("care", { window: ["09:00", "12:00"] })],
  ["a window of minutes around nothing that is planned", "promise-too-narrow", m.needAs("chat", { plannedAt: "11:00" }), [minute()]],
  ["another planned time", "promise-too-narrow", m.needAs("breakfast", { plannedAt: "09:00" }), [minute()]],
  ["a tolerance of nothing", "promise-too-narrow", m.asIf(({ practice }) => ({ practice: { ...practice, toleranceMinutes: 0 } })), [minute()]],
  ["fixed times made free", "outside-promise", m.needAs("camera", { timing: "free" }), FREER],
  ["the morning's insulin in the evening's half", "outside-promise", m.slotsMoved(({ id }) => /^insulin@.*#1$/.test(id), 7 * HOUR)],
  ["an hour off on the day the clocks change", "outside-promise", m.slotsMoved(({ id }) => id === "camera@2026-03-29#1", HOUR)],
  ["an hour off ever after", "outside-promise", m.slotsMoved(({ id }) => id.startsWith("care@2026-04"), -8 * HOUR)],
  ["a zone without daylight saving", "wrong-calendar", m.asIf(() => ({ timeZone: "Africa/Algiers" }))],
  ["clocks in London", "wrong-calendar", m.asIf(() => ({ timeZone: "Europe/London" }))],
  ["days of 24 hours", "wrong-calendar", m.thenWrites(({ days }) => ({ days: days.map(({ date }, i) => ({ date, begins: i * 24 * HOUR })) }))],
  ["a night turned to day", "outside-promise", m.needAs("turning", { window: ["01:00", "23:00"] })],
  ["supper the day before", "day-not-agreed", m.slotsMoved(({ id }) => id === "supper@2026-04-02#1", -24 * HOUR)],
  ["a week later", "day-not-agreed", m.slotsMoved(({ id }) => id === "chat@2026-W14#1", 7 * 24 * HOUR)],
  ["any day instead of those agreed", "day-not-agreed", m.needWithout("walk", "agreedDays")],
  ["one of the days agreed instead of all", "promise-too-narrow", m.needAs("walk", { agreedDays: [3] })],
  ["meals right after one another", "gap-missing", m.needWithout("breakfast", "gaps")],
  ["an hour between meals instead of two", "gap-missing", m.needAs("breakfast", { gaps: [{ to: "lunch", minMinutes: 60, maxMinutes: 300 }] })],
  ["no end to the wait for lunch", "gap-missing", m.needAs("breakfast", { gaps: [{ to: "lunch", minMinutes: 120 }] })],
  ["more hours between meals than agreed", "extra-rule", m.needAs("breakfast", { gaps: [{ to: "lunch", minMinutes: 180, maxMinutes: 300 }] })],
  ["showers on two days running", "days-apart-missing", m.needWithout("shower", "minDaysApart"), FREER],
  ["three days between showers", "extra-rule", m.needAs("shower", { minDaysApart: 3 })],
];

const WHAT: readonly Misreading[] = [
  ["longer template minutes", "longer-than-useful", m.needAs("meals", { minutes: 20 })],
  ["shorter template minutes", "shorter-than-useful", m.needAs("meals", { minutes: 10 })],
  ["longer than is useful", "longer-than-useful", m.needAs("chat", { useful: { min: 20, max: 90 } }), FREER],
  ["half of it is enough", "shorter-than-useful", m.needAs("chat", { useful: { min: 10, max: 60 } }), FREER],
  ["a minute lost costs nothing", "wrong-worth", m.needAs("breakfast", { useful: { min: 15, max: 35, cost: { points: [[15, 0]] } } })],
  ["nothing said of what minutes are worth", "wrong-worth", m.needAs("breakfast", { useful: { min: 15, max: 35 } })],
  ["one person for two", "lost-person", m.needAs("lift", { staffing: 1 })],
  ["two all the time", "longer-than-useful", m.needAs("shower", { staffing: { second: { from: 5, minutes: 35 } } })],
  ["the second at the door with the first", "start-together-missing", m.needAs("shower", { staffing: { second: { from: 0, minutes: 20 } } })],
  ["the second whenever it suits", "start-together-missing", m.withoutRelations((id) => id.endsWith("/start"))],
  ["the same person twice", "two-people-missing", m.withoutRelations((id) => id.endsWith("/two"))],
  ["one of the two is better than none", "both-or-none-missing", m.withoutRelations((id) => id.endsWith("/both"))],
  ["a vital need like any other", "wrong-work", m.needWithout("insulin", "priority")],
  ["what can wait made vital", "wrong-work", m.needAs("cleaning", { priority: 5 })],
  ["left out for nothing", "free-to-leave-out", m.tasksAs(of("insulin"), () => ({ unservedCost: 0 }))],
  ["nobody counts what is left out", "free-to-leave-out", m.thenWrites(({ terms }) => ({ terms: terms.filter(({ measure }) => measure !== "unserved") }))],
  ["a camera check as a visit", "wrong-work", m.needAs("camera", { kind: "visit" })],
  ["cleaning as company", "wrong-work", m.needAs("cleaning", { class: "company" })],
  ["one client's need for another's", "wrong-client", m.needAs("care", { client: "olof" })],
  ["the neighbours' home", "wrong-place", m.clientAs("ragna", { household: "millhouse" })],
];

const WHO: readonly Misreading[] = [
  ["insulin by anybody", "wrong-skill", m.needWithout("insulin", "skills")],
  ["skills nobody asked for", "wrong-skill", m.needAs("meals", { skills: ["insulin"] })],
  ["a level nobody asked for", "wrong-skill", m.tasksAs(of("insulin"), ({ who }) => ({ who: { ...who, level: 2 } }))],
  ["a delegation past its end", "wrong-worker", m.staffAs("anna", { skills: [{ id: "insulin", level: 2, from: "2025-04-01" }] })],
  ["a delegation that never came", "wrong-worker", m.staffAs("eva", { skills: [] })],
  ["a refusal forgotten", "not-suited-allowed", m.clientWithout("elsa", "refusedStaff")],
  ["another refused too", "suited-shut-out", m.clientAs("elsa", { refusedStaff: ["gun", "eva"] })],
  ["men at the shower", "not-suited-allowed", m.clientWithout("elsa", "requiredTraits")],
  ["women only, at meals too", "suited-shut-out", m.clientAs("elsa", { requiredTraits: [{ trait: "woman" }] })],
  ["the dog forgotten", "not-suited-allowed", m.asIf(({ households }) => ({ households: households.map((one) => m.dropping(one, "conditions")) }))],
  ["a man taken for a woman", "wrong-worker", m.staffAs("bo", { traits: ["woman"] })],
  ["staff of another provider", "not-suited-allowed", m.clientWithout("nils", "provider")],
  ["another care contact", "lost-client", m.clientAs("elsa", { careContact: "eva" })],
  ["nobody is preferred", "wrong-preference", m.clientWithout("elsa", "preferredStaff")],
  ["somebody else is preferred", "wrong-preference", m.clientAs("elsa", { preferredStaff: ["bo"] })],
  ["strangers whom the client knows", "wrong-memory", m.clientWithout("elsa", "history")],
  ["more meetings than there were", "wrong-memory", m.clientAs("elsa", { history: [{ staff: "anna", visits: 13, last: "2026-03-24" }, { staff: "eva", visits: 3, last: "2026-03-22" }] })],
  ["a key for everybody", "keys-clash", m.asIf(({ households }) => ({ households: households.map(({ access, ...one }) => ({ ...one, ...(access && { access: m.dropping(access, "keyCopies") }) })) }))],
  ["one key instead of two", "extra-rule", m.asIf(({ households }) => ({ households: households.map(({ access, ...one }) => ({ ...one, ...(access && { access: { ...access, ...(access.keyCopies && { keyCopies: 1 }) } }) })) }))],
  ["keys that are out all day", "extra-rule", m.asIf(({ practice }) => ({ practice: { ...practice, keysBackAt: [] } }))],
];

const poolAs = (change: object): m.Reader =>
  m.asIf(({ providers = [] }) => ({ providers: providers.map((one) => ({ ...one, ...(one.pool && { pool: { ...one.pool, ...change } }) })) }));

const FRAMES: readonly Misreading[] = [
  ["a frame too generous", "frame-too-wide", m.frameAs("elsa", { minutes: 3660 })],
  ["a frame too small", "frame-too-narrow", m.frameAs("olof", { minutes: 500 })],
  ["hours for minutes", "frame-too-narrow", m.frameAs("elsa", { minutes: 60 })],
  ["what is used already forgotten", "frame-too-wide", m.frameAs("elsa", { usedMinutes: 0 })],
  ["a week for a month", "frame-too-wide", m.frameAs("elsa", { per: "week" })],
  ["a month that ends a day late", "frame-too-wide", m.thenWrites(({ budgets }) => ({ budgets: borrowing(budgets) }))],
  ["four weeks counted from elsewhere", "frame-too-wide", m.decisionAs("olof", { from: "2026-03-09" })],
  ["what is owed later forgotten", "frame-too-wide", m.budgetsAs(({ reserved }) => reserved > 0, () => ({ reserved: 0 }))],
  ["a cap forgotten", "frame-too-wide", m.policyAs("strict", { cap: 1 })],
  ["no frame but interventions", "frame-missing", m.decisionAs("elsa", { grants: { kind: "interventions" } }), [minute()]],
  ["nurses' work charged to the frame", "frame-too-narrow", m.policyAs("strict", { includesDelegated: true })],
  ["nurses' work not charged where it is", "frame-too-wide", m.policyAs("open", { includesDelegated: false })],
  ["alarms charged to the frame", "frame-too-narrow", m.needAs("alarmtest", { basis: "SoL" })],
  ["a visit by two counted once", "frame-too-wide", m.policyAs("open", { doubleCounts: 1 })],
  ["a visit by two counted twice", "frame-too-narrow", m.policyAs("strict", { doubleCounts: 2 })],
  ["a shared lunch charged to one alone", "frame-too-wide", m.needWithout("lunch", "sharedWith")],
  ["a shared lunch charged to nobody", "frame-too-wide", m.budgetsAs(({ opening }) => opening > 0, () => ({ opening: 0 }))],
  ["a provider's pool too generous", "frame-too-wide", poolAs({ minutes: 2700 }), [pooled()]],
  ["a provider's pool used up", "frame-too-narrow", poolAs({ minutes: 300 }), [pooled()]],
  ["a pool by the month", "frame-too-wide", poolAs({ per: "calendarMonth" }), [pooled()]],
  ["what the pool has used forgotten", "frame-too-wide", poolAs({ usedMinutes: 0 }), [pooled()]],
  ["no accounts at all", "frame-missing", m.thenWrites(({ budgets }) => ({ budgets: budgets.filter((budget) => budget.of === "shift") }))],
];

const STAFF: readonly Misreading[] = [
  ["a shift that goes on over midnight", "wrong-shift", m.shiftsAs("siv-", (one) => ({ ...one, to: "00:30" }))],
  ["a night that ends in the evening it begins", "wrong-shift", m.shiftsAs("dag-", (one) => ({ ...one, to: "23:45", breaks: [], duties: [] }))],
  ["as if nobody were ill", "extra-shift", m.shiftsAs("vacant", (one) => ({ ...one, staff: "gun", base: "base" }))],
  ["somebody's shift vacant", "lost-shift", m.shiftsAs("eva-2026-03-28", (one) => m.dropping(one, "staff"))],
  ["overtime for all", "wrong-shift", m.shiftsAs("anna-", (one) => ({ ...one, overtimeMinutes: 60 }))],
  ["begins that do not float", "wrong-shift", m.shiftsAs("siv-", (one) => m.dropping(one, "floatMinutes"))],
  ["from the base though from home", "wrong-shift", m.shiftsAs("anna-", (one) => m.dropping(one, "startsAt"))],
  ["by foot though by car", "wrong-shift", m.shiftsAs("siv-", (one) => ({ ...one, modes: ["bike"] }))],
  ["the second best vehicle first", "wrong-shift", m.shiftsAs("anna-", (one) => ({ ...one, modes: ["bike", "car"] }))],
  ["hourly staff paid for waiting at home", "wrong-shift", m.staffWithout("gun", "employment")],
  ["a break dropped", "lost-duty", m.shiftsAs("bo-", (one) => m.dropping(one, "breaks"))],
  ["a shorter break", "lost-duty", m.shiftsAs("bo-", (one) => ({ ...one, breaks: [{ minutes: 20, window: ["10:30", "14:00"] }] }))],
  ["an early break", "wrong-duty-time", m.shiftsAs("bo-", (one) => ({ ...one, breaks: [{ minutes: 30, window: ["08:00", "14:00"] }] }))],
  ["an unpaid break paid", "lost-duty", m.shiftsAs("bo-", (one) => ({ ...one, breaks: [{ minutes: 30, window: ["10:30", "14:00"], paid: true }] }))],
  ["no break but in long shifts", "wrong-duty-time", m.shiftsAs("bo-", (one) => ({ ...one, breaks: [{ minutes: 30, window: ["10:30", "14:00"], ifShiftExceedsMinutes: 420 }] }))],
  ["a pause in short evenings too", "wrong-duty-time", m.shiftsAs("siv-", (one) => ({ ...one, breaks: one.breaks!.map((pause) => m.dropping(pause, "ifShiftExceedsMinutes")) }))],
  ["a break at noon and at no other time", "wrong-duty-time", m.shiftsAs("bo-", (one) => ({ ...one, breaks: [{ minutes: 30, window: ["12:00", "12:30"] }] }))],
  ["a meeting for the hand-over", "lost-duty", m.shiftsAs("siv-", (one) => ({ ...one, duties: one.duties!.map((duty) => ({ ...duty, class: "meeting" })) }))],
  ["no hand-over", "lost-duty", m.shiftsAs("siv-", (one) => m.dropping(one, "duties"))],
  ["documentation dropped", "lost-duty", m.asIf(({ practice }) => ({ practice: m.dropping(practice!, "documentationMinutesPerShift") }))],
  ["who is introduced works alone", "lost-duty", m.shiftsAs("tor-", (one) => m.dropping(one, "introducedIn"))],
  ["a shorter night's rest", "wrong-worker", m.asIf(({ agreement }) => ({ agreement: { ...agreement, dailyRestHours: 9 } }))],
  ["a longer night's rest", "wrong-worker", m.asIf(({ agreement }) => ({ agreement: { ...agreement, dailyRestHours: 11 } }))],
  ["no rest in the week", "wrong-worker", m.asIf(({ agreement }) => ({ agreement: { ...agreement, weeklyRestHours: 0 } }))],
  ["longer without a break", "wrong-shift", m.asIf(({ agreement }) => ({ agreement: { ...agreement, maxStretchMinutes: 360 } }))],
  ["not so long without a break", "wrong-shift", m.asIf(({ agreement }) => ({ agreement: { ...agreement, maxStretchMinutes: 270 } }))],
  ["yesterday's late shift forgotten", "wrong-worker", m.staffWithout("anna", "workedUntil")],
  ["as quick as anybody", "wrong-worker", m.staffWithout("anna", "pace")],
  ["hours beyond the contract for nothing", "contract-missing", m.staffWithout("anna", "contract")],
  ["a full week's contract in a cut week", "contract-missing", m.budgetsAs(({ id }) => id === "contract anna 2026-W13", ({ cost }) => ({ cost: { ...cost!, points: [[2220 * 60, 0]] } }))],
  ["the contact's own time forgotten", "lost-contact-time", m.clientWithout("elsa", "contactMinutesPerWeek")],
  ["the contact's own time every day", "lost-contact-time", m.clientAs("elsa", { contactMinutesPerWeek: 210 })],
  ["a team that keeps to itself", "wrong-shift", m.asIf(({ teams = [] }) => ({ teams: teams.map((one) => m.dropping(one, "isShared")) }))],
  ["a car more", "wrong-shift", m.asIf(({ vehicles = [] }) => ({ vehicles: vehicles.map((one) => ({ ...one, count: one.count + 1 })) }))],
  ["a person forgotten", "lost-worker", m.thenWrites(({ workers }) => ({ workers: workers.filter(({ id }) => id !== "gun") }))],
];

const WAYS: readonly Misreading[] = [
  ["bare roads in winter", "wrong-travel", m.asIf(() => ({ travel: [{ ...cars!, formula: { ...cars!.formula!, winterFactor: 1 } }, bikes!] }))],
  ["as the crow flies", "wrong-travel", m.asIf(() => ({ travel: [{ ...cars!, formula: { ...cars!.formula!, detour: 1 } }, bikes!] }))],
  ["nowhere to park", "wrong-travel", m.asIf(() => ({ travel: [{ ...cars!, formula: { ...cars!.formula!, fixedSeconds: 0 } }, bikes!] }))],
  ["no rush hour", "wrong-travel", m.asIf(() => ({ travel: [m.dropping(cars!, "profile"), bikes!] }))],
  ["the bike there and back alike", "wrong-travel", m.thenWrites(({ travel }) => ({ travel: travel.map((one) => (one.mode === "bike" ? { ...one, ticks: one.ticks!.with(6, 400) } : one)) }))],
  ["two homes swapped", "wrong-travel", m.asIf(({ places }) => ({ places: places.map((one, i) => ({ ...one, ...(i === 1 && { latitude: 59.294 }), ...(i === 2 && { latitude: 59.307 }) })) }))],
  ["doors that open at once", "entry-too-short", m.asIf(({ households }) => ({ households: households.map((one) => ({ ...one, access: { kind: "digital" as const, entryMinutes: 0 } })) }))],
  ["a long way up the stairs", "entry-too-long", m.asIf(({ households }) => ({ households: households.map((one) => ({ ...one, access: { ...one.access!, entryMinutes: 5 } })) }))],
];

/** April's first day in March's account. */
function borrowing(budgets: readonly Budget[]): Budget[] {
  const isFirst = (id: string): boolean => id.includes("@2026-04-01") || id.includes("@2026-W14#2");
  const late = budgets.find(({ id }) => id === "frame elsa 2026-04-01")!.members.filter(isFirst);
  return budgets.map((budget) => {
    if (budget.id === "frame elsa 2026-03-01") return { ...budget, members: [...budget.members, ...late] };
    return budget.id === "frame elsa 2026-04-01" ? { ...budget, members: budget.members.filter((id) => !late.includes(id)) } : budget;
  });
}

const ALL = { WHEN_DUE, AT_WHAT_TIME, WHAT, WHO, FRAMES, STAFF, WAYS };

test("the case is sound, and each model reads it rightly", () => {
  expect(readCase(JSON.parse(JSON.stringify(richCase)))).toEqual(richCase);
  for (const model of [...MODELS, pooled()]) expect(checkDemand(richCase, demandFor(richCase, model)).issues).toEqual([]);
});

test("more is saved than may be, where no provider has a pool", () => {
  const town = { ...richCase, providers: richCase.providers!.map((one) => m.dropping(one, "pool")) };
  const codesOf = (reader: m.Reader): string[] => checkDemand(town, reader(town, ramtid())).issues.map(({ code }) => code);
  expect(codesOf(m.asIf(() => ({})))).toEqual([]);
  expect(codesOf(m.policyAs("open", { carryOver: { mode: "rolling" } }))).toContain("frame-too-wide");
});

describe.each(Object.entries(ALL))("%s", (_, misreadings) => {
  test.each(misreadings.map(([what, code, reader, models = MODELS]) => ({ what, code, reader, models })))("$what: $code", ({ code, reader, models }) => {
    for (const model of models) {
      const codes = checkDemand(richCase, reader(richCase, model)).issues.map((issue) => issue.code);
      expect(codes, model.name).toContain(code);
    }
  });
});
