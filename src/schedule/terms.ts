/**
 * What a plan of Swedish home care is judged by, in every model alike. Level 1: no visit is left out, weighted by
 * priority. Level 2: the rest, in minutes of paid work; the exchange rates are assumptions that a user may replace.
 */
import { linear } from "../model/curve.ts";
import type { Term } from "../model/term.ts";

export const HOME_CARE_TERMS: readonly Term[] = [
  { name: "unserved", level: 1, measure: "unserved", unit: "one", per: "plan", reduce: "sum", curve: linear(1) },
  { name: "late", level: 2, measure: "late", unit: "minute", per: "plan", reduce: "sum", curve: linear(2) },
  { name: "overtime", level: 2, measure: "overtime", unit: "minute", per: "plan", reduce: "sum", curve: linear(3) },
  { name: "extraHours", level: 2, measure: "budget", unit: "one", per: "plan", reduce: "sum", curve: linear(1) },
  { name: "travel", level: 2, measure: "travel", unit: "minute", per: "plan", reduce: "sum", curve: linear(1) },
  { name: "waiting", level: 2, measure: "waiting", unit: "minute", per: "plan", reduce: "sum", curve: linear(0.2) },
  { name: "faces", level: 2, measure: "workers", unit: "person", per: "client", reduce: "sum", curve: linear(10) },
  { name: "notContact", level: 2, measure: "contactShare", unit: "visit", per: "plan", reduce: "sum", curve: linear(2) },
  { name: "notPreferred", level: 2, measure: "whoCost", unit: "one", per: "plan", reduce: "sum", curve: linear(3) },
  { name: "otherTeam", level: 2, measure: "teamCrossing", unit: "visit", per: "plan", reduce: "sum", curve: linear(5) },
  { name: "length", level: 2, measure: "durationValue", unit: "minute", per: "plan", reduce: "sum", curve: linear(1) },
  { name: "vehicle", level: 2, measure: "optionCost", unit: "one", per: "plan", reduce: "sum", curve: linear(5) },
  { name: "splitShift", level: 2, measure: "splitShift", unit: "one", per: "plan", reduce: "sum", curve: linear(30) },
];
