/**
 * Numbers with definitions; what each minute of a shift was paid for; and the frame ledger: what was granted, where its minutes went, and why.
 * A client declined two visits: that is known afterwards only, and changes what is paid and what is left of the frame, not the plan.
 */
import { demandFor, frameLedger, kpiList, measure, presetTariff, ramtid, solveSync } from "hemtur";
import { sampleTown } from "hemtur/sample";

const town = { ...sampleTown({ seed: 8, clients: 10, days: 7 }), tariffs: [presetTariff("solna")] };
const demand = demandFor(town, ramtid());
const { plan } = solveSync(demand, { steps: 20_000, seed: 1 });

const measures = measure(town, demand, plan);
const shown = ["unstaffed.visits", "continuity.mean", "work.clientTimeShare", "granted.share", "frame.use", "money.revenue", "money.breakEven"];
for (const { name, value, unit, definition } of kpiList(measures).filter((kpi) => shown.includes(kpi.name))) {
  console.log(`${name.padEnd(22)} ${(value?.toFixed(1) ?? "–").padStart(9)} ${unit.padEnd(6)} ${definition}`);
}

// The paid span and overtime of every shift, to the tick: nothing is left over.
const minutes = (ticks: number): string => (ticks / demand.ticksPerMinute).toFixed(0).padStart(7);
console.log("\nminutes of                            paid    client    travel   waiting      idle");
for (const { shift, paidSpan, client, travel, waiting, idle } of measures.shifts.slice(0, 4)) {
  console.log(`${shift.padEnd(35)}${[paidSpan, client, travel, waiting, idle].map(minutes).join("   ")}`);
}

// granted + moved in = used before + owed + used + reserved + held + moved out + remaining, to the tick.
const ledger = frameLedger(town, demand, plan);
console.log("\nminutes of the frame of   granted   planned   remaining   moved");
for (const { client, period, granted, planned, remaining, moves } of ledger.rows.slice(0, 5)) {
  console.log(`${client.padEnd(8)} from ${period.from}  ${[granted, planned, remaining].map(minutes).join("   ")}     ${moves.length}`);
}
const most = ledger.rows.flatMap(({ moves }) => moves).sort((a, b) => b.ticks - a.ticks)[0];
if (most !== undefined) {
  const side = ({ client, date, purpose }: typeof most.from): string => [client, purpose, date].filter((part) => part !== undefined).join(" ");
  console.log(`The largest movement:${minutes(most.ticks)} minutes, ${most.reason}: ${side(most.from)} → ${side(most.to)}`);
}

const declined = plan.shifts.flatMap(({ tasks }) => tasks).flatMap(({ id }) => demand.tasks.find((task) => task.id === id)?.serves ?? []).slice(0, 2);
const afterwards = measure(town, demand, plan, { declined });
console.log(`\nDeclined: ${declined.join(", ")}: ${((measures.money.revenue.value ?? 0) - (afterwards.money.revenue.value ?? 0)).toFixed(0)} SEK less`);
