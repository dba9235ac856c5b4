/**
 * What if? A scenario is a function from Case to Case: today, an evening shift more, every tenth shift without its person. Each is planned
 * under both models with the same steps. These are plans, not days: how staff and clients would act is not in them.
 */
import { type Case, type CaseShift, compareModels, type PlannedArm } from "hemtur";
import { sampleTown } from "hemtur/sample";

/** On each day the evening shift that begins last is worked by one more, paid by the hour. */
function eveningMore(town: Case): Case {
  const last = new Map<string, CaseShift>();
  for (const shift of town.shifts) if (shift.from >= (last.get(shift.date)?.from ?? "15:00")) last.set(shift.date, shift);
  const skills = town.staff.find(({ id }) => id === [...last.values()][0]?.staff)?.skills ?? [];
  return {
    ...town,
    staff: [...town.staff, { id: "extra", employment: "hourly", skills }],
    shifts: [...town.shifts, ...[...last.values()].map((shift) => ({ ...shift, id: `extra@${shift.date}`, staff: "extra" }))],
  };
}

/** Every tenth shift becomes vacant; which ones does not depend on the model. */
const tenthIll = (town: Case): Case => ({
  ...town,
  shifts: town.shifts.map((shift, i) => {
    const { staff: _, ...vacant } = shift;
    return i % 10 === 4 ? vacant : shift;
  }),
});

const town = sampleTown({ seed: 6, clients: 16, days: 3 });
const scenarios: Readonly<Record<string, (of: Case) => Case>> = { today: (of) => of, "an evening shift more": eveningMore, "10 % ill": tenthIll };

const line = (...cells: readonly string[]): void => console.log(cells.map((cell, i) => (i < 2 ? cell.padEnd([24, 10][i]!) : cell.padStart(16))).join(""));
const row = (scenario: string, { name, measures, issues }: PlannedArm): void =>
  line(
    scenario,
    name,
    String(measures.unstaffed.visits.value),
    measures.continuity.mean.value?.toFixed(2) ?? "–",
    `${measures.work.clientTimeShare.value?.toFixed(1)} %`,
    `${measures.time.travel.value?.toFixed(0)} min`,
    String(issues.length),
  );

line("scenario", "model", "unstaffed", "faces", "client time", "travel", "broken rules");
let before: PlannedArm[] = [];
for (const [name, change] of Object.entries(scenarios)) {
  // What changes is planned from today's rounds on, so that a shift more can only help.
  const [start] = before;
  const arms = await compareModels(change(town), { steps: 8000, seed: 1, ...(start && { start: start.plan }) });
  for (const arm of arms) row(name, arm);
  if (name === "today") before = arms;
}
console.log("\nWhere visits are unstaffed, the other numbers of that row look better than they are.");
