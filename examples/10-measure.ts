/**
 * Numbers with definitions, and what each minute of a shift was paid for. A client declined two visits: that is known afterwards only, and
 * changes what a tariff pays, not the plan.
 */
import { demandFor, kpiList, measure, presetTariff, ramtid, solveSync } from "hemtur";
import { sampleTown } from "hemtur/sample";

const town = { ...sampleTown({ seed: 8, clients: 10, days: 2 }), tariffs: [presetTariff("solna")] };
const demand = demandFor(town, ramtid());
const { plan } = solveSync(demand, { steps: 10_000, seed: 1 });

const measures = measure(town, demand, plan);
const shown = ["unstaffed.visits", "continuity.mean", "work.clientTimeShare", "granted.share", "frame.use", "money.revenue", "money.breakEven"];
for (const { name, value, unit, definition } of kpiList(measures).filter((kpi) => shown.includes(kpi.name))) {
  console.log(`${name.padEnd(22)} ${(value?.toFixed(1) ?? "–").padStart(9)} ${unit.padEnd(6)} ${definition}`);
}

// The paid span and overtime of every shift, to the tick: nothing is left over.
const minutes = (ticks: number): string => (ticks / demand.ticksPerMinute).toFixed(0).padStart(5);
console.log("\nminutes of                            paid  client  travel  waiting   idle");
for (const { shift, paidSpan, client, travel, waiting, idle } of measures.shifts.slice(0, 6)) {
  console.log(`${shift.padEnd(36)}${[paidSpan, client, travel, waiting, idle].map(minutes).join("   ")}`);
}

const declined = plan.shifts.flatMap(({ tasks }) => tasks).flatMap(({ id }) => demand.tasks.find((task) => task.id === id)?.serves ?? []).slice(0, 2);
const afterwards = measure(town, demand, plan, { declined });
console.log(`\nDeclined: ${declined.join(", ")}: ${((measures.money.revenue.value ?? 0) - (afterwards.money.revenue.value ?? 0)).toFixed(0)} SEK less`);
