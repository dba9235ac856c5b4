/** Rows of needs. */
import type { Need } from "../../model/case.ts";
import type { Weekday } from "../../model/civil.ts";
import { freeId } from "./freeId.ts";
import { type Known, reference } from "./known.ts";
import { ROW } from "./messages.ts";
import type { Origins } from "./origins.ts";
import type { Row } from "./row.ts";
import { requireForward } from "./spans.ts";
import type { Table } from "./table.ts";
import { BASIS, KIND, TIMING, YES_NO } from "./words.ts";

export function readNeeds({ rows }: Table<"needs">, clients: Known, origins: Origins): readonly Need[] {
  const taken = new Set(rows.map((row) => row.raw("need")));
  return rows.flatMap((row) => {
    const need = needOf(row, clients, taken);
    if (need === undefined) return [];
    origins.add("needs", row);
    return [need];
  });
}

function needOf(row: Row<"needs">, clients: Known, taken: Set<string>): Need | undefined {
  const client = reference(row, "client", clients, "unknown-client");
  const work = row.id("class");
  const minutes = row.positive("minutes");
  const often = oftenOf(row);
  const otherDays = row.weekdays("other days");
  const earliest = row.time("earliest");
  const latest = row.time("latest");
  requireForward(row, "earliest", "latest", earliest, latest);
  const options = optionsOf(row);
  const written = row.id("need");
  if (
    row.isBroken ||
    client === undefined ||
    work === undefined ||
    minutes === undefined ||
    often === undefined ||
    earliest === undefined ||
    latest === undefined
  )
    return undefined;
  return { id: written ?? freeId(`${client}-${work}`, taken), client, class: work, minutes, often, window: [earliest, latest], ...options, ...agreedOf(often, otherDays) };
}

/** Days never named are never used: not where a minute schedule would not name them all, and not under a model that moves visits. */
function agreedOf({ per, weekdays }: Need["often"], otherDays: readonly Weekday[] | undefined): Pick<Need, "agreedDays"> {
  const named = [...(weekdays ?? []), ...(otherDays ?? [])];
  if (per === "day" || named.length === 0) return {};
  return { agreedDays: [...new Set(named)].sort((a, b) => a - b) };
}

function oftenOf(row: Row<"needs">): Need["often"] | undefined {
  const frequency = row.frequency("frequency");
  const weekdays = row.weekdays("weekdays");
  const everyWeeks = row.whole("every weeks", 52);
  if (frequency === undefined) return undefined;
  if (everyWeeks !== undefined && frequency.everyWeeks !== undefined && everyWeeks !== frequency.everyWeeks) {
    return row.fault("every weeks", "not-in-list", ROW.contradictsFrequency(everyWeeks, row.raw("frequency")));
  }
  if (weekdays !== undefined && frequency.weekdays !== undefined && weekdays.join() !== frequency.weekdays.join()) {
    return row.fault("weekdays", "not-in-list", ROW.contradictsFrequency(row.raw("weekdays"), row.raw("frequency")));
  }
  return { ...frequency, ...(everyWeeks !== undefined && everyWeeks > 1 && { everyWeeks }), ...(weekdays !== undefined && { weekdays }) };
}

function optionsOf(row: Row<"needs">): Pick<Need, "plannedAt" | "staffing" | "skills" | "priority" | "basis" | "kind" | "timing"> {
  const plannedAt = row.time("planned time");
  const staffing = row.choice("two people", YES_NO);
  const skills = row.ids("skills");
  const priority = row.whole("priority", 5);
  const basis = row.choice("basis", BASIS);
  const kind = row.choice("kind", KIND);
  return {
    timing: row.choice("timing", TIMING) ?? "agreed",
    ...(plannedAt !== undefined && { plannedAt }),
    ...(staffing === 2 && { staffing }),
    ...(skills !== undefined && { skills }),
    ...(priority !== undefined && { priority: priority as 1 | 2 | 3 | 4 | 5 }),
    ...(basis !== undefined && { basis }),
    ...(kind !== undefined && { kind }),
  };
}
