/**
 * A planner's tables become a Case, its plan a table, calendars and a map. The tables may come from a spreadsheet: semicolons, decimal
 * commas and Swedish headings are understood. What cannot be read is listed by file and row.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPlan, demandFor, isInputError, minute, solveSync } from "hemtur";
import { caseFromTables, formatFault, planCalendars, planCsv, planGeoJson } from "hemtur/io";

const tables = {
  clients: `Kund;Namn;Latitud;Longitud;Omsorgskontakt
K1;Åsa Öberg;59,3312;18,0645;P1
K2;Nils Ärla;59,3330;18,0700;P2
`,
  needs: `Kund;Insats;Minuter;Frekvens;Veckodagar;Tidigast;Senast;Dubbelbemanning;Kompetens;Lagrum
K1;morgonhjälp;30;dagligen;;07.30;09.30;;;
K1;insulin;10;dagligen;;07.30;08.15;;insulin;HSL
K2;lunch;20;dagligen;;11.30;12.45;;;
K2;dusch;35;1/vecka;måndag;09.00;14.00;ja;;
`,
  staff: `Personal;Namn;Kompetens
P1;Bo Ek;insulin
P2;Eva Sjö;
`,
  shifts: `Personal;Datum;Från;Till;Färdsätt;Rast;Rast från;Rast till
P1;2026-03-09;07.00;15.00;elcykel;30;10.30;13.30
P2;2026-03-09;07.00;15.00;elcykel;30;10.30;13.30
`,
};

try {
  caseFromTables({ ...tables, shifts: tables.shifts.replace("2026-03-09", "9/3") });
} catch (error) {
  if (!isInputError(error)) throw error;
  console.log(error.issues.map(formatFault).join("\n"));
}

const { case: town, notes } = caseFromTables(tables, { name: "Norr" });
for (const { file, text } of notes) console.log(`${file}: ${text}`);

const demand = demandFor(town, minute());
const { plan } = solveSync(demand, { steps: 2000, seed: 1 });
console.log(`\n${checkPlan(demand, plan).issues.length} broken rules\n`);

const csv = planCsv(town, demand, plan);
const columns = ["staff", "start", "end", "class", "client", "partner"];
const [head = [], ...rows] = csv.trim().split("\r\n").map((line) => line.split(","));
for (const row of [head, ...rows]) console.log(columns.map((name) => (row[head.indexOf(name)] ?? "").padEnd(14)).join("").trimEnd());

const folder = mkdtempSync(join(tmpdir(), "hemtur-"));
writeFileSync(join(folder, "plan.csv"), planCsv(town, demand, plan, { locale: "sv" }));
writeFileSync(join(folder, "plan.geojson"), JSON.stringify(planGeoJson(town, demand, plan)));
for (const [staff, calendar] of planCalendars(town, demand, plan, { locale: "sv" })) writeFileSync(join(folder, `${staff}.ics`), calendar);
console.log(`\nTable, map and calendars: ${folder}`);
