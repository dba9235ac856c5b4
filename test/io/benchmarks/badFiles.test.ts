import { describe, expect, test } from "vitest";
import { type InputError, isInputError } from "../../../src/errors.ts";
import { hhcrsp, uhhc, vrptw } from "../../../src/io/index.ts";
import { changed, type Json, small } from "./files.ts";

/** What reading throws; nothing but an InputError is expected. */
function refusal(read: () => unknown): InputError {
  try {
    read();
  } catch (error) {
    if (isInputError(error)) return error;
    throw error;
  }
  throw new Error("The file was accepted.");
}

const FILES = [
  [vrptw, "vrptw/four.txt"],
  [hhcrsp, "hhcrsp/three.json"],
  [uhhc, "uhhc/four.json"],
] as const;

describe.each(FILES)("$name", (benchmark, path) => {
  const good = small(path);
  const lines = "some other text, 12 of it\n".repeat(2_000_000);

  test.each([
    ["0 bytes", ""],
    ["white space", " \r\n\t"],
    ["binary", "\u0000\u0001\ufffdPNG\u0000\ufffd\ufffd\n".repeat(1000)],
    ["wrong encoding", [...good].join("\u0000")],
    ["50 MB of something else", lines],
    ["15 MB of something else", lines.slice(0, 15_000_000)],
    ["15 MB of brackets", "[".repeat(15_000_000)],
    ["15 MB of other JSON", `[${"{},".repeat(5_000_000)}{}]`],
    ["15 MB of numbers", `[${"12345,".repeat(2_500_000)}1]`],
    ["JSON that is no object", "[1, 2]"],
    ["JSON null", "null"],
    ["an HTML page", "<!doctype html><title>404</title>"],
    ["an empty object", "{}"],
  ])("refuses %s with a short message", (_, text) => {
    const error = refusal(() => benchmark.read(text));
    expect(error.issues.length).toBeGreaterThan(0);
    expect(error.message.length).toBeLessThan(5000);
    expect(error.message).not.toMatch(/\n {4}at /);
    for (const issue of error.issues) expect([issue.message, issue.fix].every((text) => /\S.*\.$/s.test(text))).toBe(true);
  });

  test("refuses the file cut off anywhere before its last row", () => {
    const end = good.trimEnd().lastIndexOf("\n");
    for (let length = 0; length < end; length += 37) {
      const part = good.slice(0, length);
      try {
        benchmark.read(part);
      } catch (error) {
        expect(isInputError(error)).toBe(true);
        continue;
      }
      // A text table cut between two rows cannot be told from a smaller one.
      expect(benchmark).toBe(vrptw);
    }
  });

  test("refuses a solution of 0 bytes and one of another benchmark", () => {
    const demand = benchmark.read(good);
    expect(refusal(() => benchmark.readSolution(demand, "")).issues.length).toBe(1);
    const other = benchmark === vrptw ? '{"routes": []}' : "Route #1: 1 2\n";
    expect(refusal(() => benchmark.readSolution(demand, other)).issues.length).toBe(1);
  });
});

describe("JSON", () => {
  test("counts a million bad elements and lists a thousand", () => {
    const patients = Array.from({ length: 1_000_000 }, () => 7);
    const error = refusal(() => uhhc.read(changed("uhhc/four.json", [["patients"], patients])));
    expect(error.issues.length).toBe(1000);
    expect(error.counts["wrong-type"]).toBe(1_000_000);
  });

  test("counts a million bad cells of a matrix", () => {
    const distances = Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => -1));
    const error = refusal(() => hhcrsp.read(changed("hhcrsp/three.json", [["distances"], distances])));
    expect(error.counts).toEqual({ "out-of-range": 1_000_000 });
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("refuses the name %s", (name) => {
    const error = refusal(() => uhhc.read(changed("uhhc/four.json", [["caregivers", 0, "id"], name])));
    expect(error.issues[0]).toMatchObject({ code: "reserved-name", path: ["caregivers", 0, "id"] });
  });

  test("is not deceived by members that objects inherit", () => {
    const text = small("uhhc/four.json").replace('"metadata": {', '"__proto__": {"distances": [[0]]}, "metadata": {');
    expect(() => uhhc.read(text)).not.toThrow();
    expect(({} as Record<string, unknown>)["distances"]).toBeUndefined();
  });

  const faults: [string, (string | number)[], Json | undefined, string][] = [
    ["a row that is too short", ["distances", 1], [1, 2], "not-square"],
    ["a distance below 0", ["distances", 1, 2], -3, "out-of-range"],
    ["a distance that is a text", ["distances", 1, 2], "3", "wrong-type"],
    ["an enormous distance", ["distances", 1, 2], 1e300, "out-of-range"],
    ["two caregivers of one name", ["caregivers", 1, "id"], "c1", "duplicate-id"],
    ["two patients of one name", ["patients", 1, "id"], "pa", "duplicate-id"],
    ["an unknown terminal point", ["caregivers", 0, "departing_point"], "d9", "unknown-reference"],
    ["a patient outside the matrix", ["patients", 0, "distance_matrix_index"], 6, "unknown-reference"],
    ["a patient between two rows", ["patients", 0, "distance_matrix_index"], 1.5, "unknown-reference"],
    ["an unknown service", ["patients", 0, "required_services", 0, "service"], "s9", "unknown-reference"],
    ["an unknown preferred caregiver", ["patients", 0, "preferred_caregivers", 0], "c9", "unknown-reference"],
    ["a window that closes before it opens", ["patients", 0, "time_windows", 0, "end"], 400, "bad-window"],
    ["two windows that open at once", ["patients", 2, "time_windows", 1, "start"], 480, "bad-window"],
    ["no window", ["patients", 0, "time_windows"], [], "missing"],
    ["no service", ["patients", 0, "required_services"], [], "missing"],
    ["a new kind of synchronisation", ["patients", 1, "synchronization", "type"], "telepathic", "unsupported"],
    ["a synchronised single service", ["patients", 0, "synchronization"], { type: "simultaneous" }, "wrong-length"],
    ["a sequence without distances", ["patients", 1, "synchronization"], { type: "sequential", distance: [3] }, "wrong-length"],
    ["no caregivers", ["caregivers"], [], "missing"],
    ["lunch breaks at an unknown time", ["lunch_breaks"], undefined, "missing"],
    ["a negative weight", ["metadata", "cost_components", "travel_time"], -1, "out-of-range"],
    ["only some caregivers with a shift", ["caregivers", 0, "working_shift"], undefined, "unsupported"],
  ];

  test.each(faults)("refuses %s and says where", (_, path, value, code) => {
    const error = refusal(() => uhhc.read(changed("uhhc/four.json", [path, value])));
    expect(error.issues.map((issue) => issue.code)).toContain(code);
    const issue = error.issues.find((one) => one.code === code)!;
    expect(path.slice(0, issue.path.length)).toEqual(issue.path.slice(0, path.length));
  });

  test("reports all faults of a file at once", () => {
    const error = refusal(() =>
      uhhc.read(changed("uhhc/four.json", ...faults.slice(0, 10).map(([, path, value]) => [path, value] as const))),
    );
    expect(error.issues.length).toBeGreaterThanOrEqual(7);
  });
});

describe("VRPTW", () => {
  test("counts a million bad rows", () => {
    const error = refusal(() => vrptw.read(small("vrptw/four.txt") + "5 x 1 1 1 1 1\n".repeat(1_000_000)));
    expect(error.counts).toEqual({ "wrong-type": 1_000_000 });
    expect(error.issues.length).toBe(1000);
  });

  test.each([
    ["no vehicles", "  2          10", "  0          10", "out-of-range"],
    ["a million million vehicles", "  2          10", "  1000000000000          10", "wrong-type"],
    ["a customer numbered twice", "    2       6 ", "    1       6 ", "wrong-order"],
    ["a row of six", "    2       6 ", "    6 ", "wrong-length"],
    ["a negative demand", "8          5         20", "8         -5         20", "out-of-range"],
  ])("refuses %s", (_, from, to, code) => {
    const good = small("vrptw/four.txt");
    expect(good).toContain(from);
    expect(refusal(() => vrptw.read(good.replace(from, to))).issues.map((issue) => issue.code)).toContain(code);
  });
});
