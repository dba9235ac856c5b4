/**
 * A schedule model of one's own. First a setting of the switches with a name; then a rule that no switch has, as a function from Demand to
 * Demand. The judge of Demands knows no model, so it can judge any: the setting gives clients all that they were granted and promised, and
 * of the rule it says which promises it makes narrower.
 */
import { type Case, checkDemand, compareModels, type Demand, demandFor, formatIssue, minute, ownModel, ramtid } from "hemtur";
import { comparisonTable } from "hemtur/report";
import { sampleTown } from "hemtur/sample";

/** Clock times are promised as in a minute schedule, but minutes and days are the client's to use. */
const promisedClock = ownModel("promised clock", ramtid({ clock: "planned" }));

/** As ramtid, but nobody starts a free or agreed visit between 12:00 and 13:00: the team meets. */
function lunchTogether(town: Case): Demand {
  const demand = demandFor(town, ramtid());
  const noon = demand.days.map(({ begins }) => begins + 12 * 60 * demand.ticksPerMinute);
  const hour = 60 * demand.ticksPerMinute;
  const isFixed = new Set(town.needs.filter(({ timing }) => timing === "fixed").map(({ id }) => id));
  const tasks = demand.tasks.map((task) => {
    if (task.kind !== "care" || (task.serves ?? []).some((id) => isFixed.has(id.slice(0, id.lastIndexOf("@"))))) return task;
    const slots = task.slots.flatMap((slot) => {
      const [from, to] = slot.start;
      const twelve = noon.find((tick) => from !== null && to !== null && from < tick + hour && to > tick);
      if (twelve === undefined || from === null || to === null) return [slot];
      const before = from < twelve ? [{ ...slot, start: [from, twelve] as const }] : [];
      return to > twelve + hour ? [...before, { ...slot, start: [twelve + hour, to] as const }] : before;
    });
    return slots.length === 0 ? task : { ...task, slots };
  });
  return { ...demand, model: "lunch together", tasks };
}

const town = sampleTown({ seed: 4, clients: 12, days: 2 });
const models = [demandFor(town, minute()), demandFor(town, promisedClock), lunchTogether(town)];
for (const demand of models) {
  const { issues } = checkDemand(town, demand);
  console.log(`${demand.model}: ${issues.length === 0 ? "a fair reading of the Case" : `${issues.length} promises are narrower, such as ${formatIssue(issues[0]!)}`}`);
}
console.log(comparisonTable({ case: town, arms: await compareModels(town, { models, steps: 5000 }), locale: "en" }));
