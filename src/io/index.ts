/** Public surface of `hemtur/io`: outside formats. */
export type { Benchmark } from "./benchmarks/benchmark.ts";
export { hhcrsp } from "./benchmarks/hhcrsp/hhcrsp.ts";
export { readHhcrsp } from "./benchmarks/hhcrsp/readHhcrsp.ts";
export { readUhhc } from "./benchmarks/uhhc/readUhhc.ts";
export { uhhc } from "./benchmarks/uhhc/uhhc.ts";
export { readVrptw } from "./benchmarks/vrptw/readVrptw.ts";
export { vrptw } from "./benchmarks/vrptw/vrptw.ts";
export { caseFromTables } from "./import/caseFromTables.ts";
export type { Imported, ImportOptions, Tables } from "./import/caseFromTables.ts";
export { IMPORT_ISSUE_CODES } from "./import/codes.ts";
export { FORMATS, TABLES } from "./import/columns.ts";
export type { Column, TableName } from "./import/columns.ts";
export { formatFault } from "./import/faults.ts";
export type { Note } from "./import/faults.ts";
export { DEFAULT_TRAVEL } from "./import/travel.ts";
