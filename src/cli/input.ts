/** What commands read: files, or standard input where `-` stands for the file. */
import { readFileSync, readSync } from "node:fs";
import { isInputError, UsageError } from "../errors.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { readCase } from "../model/readCase.ts";
import { readDemand } from "../model/readDemand.ts";
import { readPlan } from "../model/readPlan.ts";

/** Stands for standard input, and for standard output. */
export const STREAM = "-";

/** Throws UsageError where more than one of the files is standard input. */
export function requireOneStream(...paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === STREAM).length > 1) throw new UsageError("Only one of the files can be - (standard input). Give the others by name.");
}

/** Throws UsageError where there is nothing to read. */
export function bytesOf(path: string): Uint8Array {
  try {
    return path === STREAM ? streamBytes() : readFileSync(path);
  } catch (error) {
    const { code } = error as { code?: string };
    if (path === STREAM) throw new UsageError(`Standard input cannot be read (${code}).`);
    throw new UsageError(
      code === "ENOENT" ? `There is no file ${path}.` : code === "EISDIR" ? `${path} is a folder, not a file.` : `${path} cannot be read (${code}).`,
    );
  }
}

const CHUNK_BYTES = 65_536;
const WAIT_MILLISECONDS = 20;

/** All of standard input. Who writes it may still be planning: until then there is nothing to read, which is not its end. */
function streamBytes(): Uint8Array {
  const chunks: Buffer[] = [];
  const wait = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    try {
      const length = readSync(0, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "EOF") return Buffer.concat(chunks);
      if (code !== "EAGAIN") throw error;
      Atomics.wait(wait, 0, 0, WAIT_MILLISECONDS);
    }
  }
}

export const caseFrom = (path: string): Case => named(path, () => readCase(bytesOf(path)));
export const planFrom = (path: string): Plan => named(path, () => readPlan(bytesOf(path)));

/** With the name of the file before what is wrong in it; a table is told what to give instead. */
function named<R>(path: string, read: () => R): R {
  try {
    return read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    const table = /\.(csv|xlsx?|html?|ics|geojson)$/i.test(path) ? " Give the file that hemtur wrote with --out (.json)." : "";
    throw new UsageError(`${path}: ${error.message}${table}`);
  }
}

/** A Case or a Demand: the file is taken for what its keys say it is. */
export function documentFrom(path: string): Case | Demand {
  const bytes = bytesOf(path);
  return named(path, () => {
    try {
      return readCase(bytes);
    } catch (error) {
      if (!isInputError(error) || !error.issues.some((issue) => issue.code === "unknown-key" && issue.path[0] === "ticksPerMinute")) throw error;
      return readDemand(bytes);
    }
  });
}

export const isDemand = (document: Case | Demand): document is Demand => "terms" in document;
