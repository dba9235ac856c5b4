/** Public surface of `hemtur/io`: outside formats. */
export type { Benchmark } from "./benchmarks/benchmark.ts";
export { hhcrsp } from "./benchmarks/hhcrsp/hhcrsp.ts";
export { readHhcrsp } from "./benchmarks/hhcrsp/readHhcrsp.ts";
export { readUhhc } from "./benchmarks/uhhc/readUhhc.ts";
export { uhhc } from "./benchmarks/uhhc/uhhc.ts";
export { readVrptw } from "./benchmarks/vrptw/readVrptw.ts";
export { vrptw } from "./benchmarks/vrptw/vrptw.ts";
export type { Names } from "./plan/names.ts";
export { type CalendarOptions, planCalendar, planCalendars } from "./plan/planCalendar.ts";
export { planCsv, type PlanCsvOptions } from "./plan/planCsv.ts";
export { PLAN_CSV_COLUMNS, type PlanCsvColumn, type PlanCsvColumnName } from "./plan/planCsvColumns.ts";
export { type PlaceFeature, type PlanGeoJson, planGeoJson, type Position, type RoundFeature } from "./plan/planGeoJson.ts";
