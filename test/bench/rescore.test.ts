import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isClean, rescore } from "../../bench/rescore.ts";
import { foldersIn, instancesIn, SUITES } from "../../bench/suites.ts";

const SMALL = fileURLToPath(new URL("../../bench/small", import.meta.url));
let data = "";

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "rescore-"));
  cpSync(SMALL, data, { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true }));

/** Replaces a piece of a file of the copy. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(data, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(data, file), text.replace(from, to));
}

const verdicts = () => Object.fromEntries([...rescore(data)].map((one) => [`${one.folder}/${one.solution}`, one.verdict]));

test("every hand-made solution has the cost worked out by hand", () => {
  expect([...rescore(SMALL)].map((one) => [one.folder, one.solution, one.published, one.judged, one.verdict])).toEqual([
    ["hhcrsp", "three", "23.125", 23.125, "equal"],
    ["uhhc", "cp-four", "617", 617, "equal"],
    ["uhhc", "four", "460", 460, "equal"],
    ["vrptw", "four", "30.5", 30.5, "equal"],
  ]);
  expect(isClean([...rescore(SMALL)])).toBe(true);
});

test("a published cost that is wrong in its last digit is a difference", () => {
  edit("hhcrsp/best-known.csv", "23.125", "23.12500001");
  expect(verdicts()).toMatchObject({ "hhcrsp/three": "different", "uhhc/four": "equal" });
  expect(isClean([...rescore(data)])).toBe(false);
});

test("a column that is rounded to four decimals is met to its last digit", () => {
  edit("hhcrsp/best-known.csv", "instance,cost", "instance,iolab_published_3dec_dist");
  edit("hhcrsp/best-known.csv", "23.125", "23.12504");
  expect(verdicts()["hhcrsp/three"]).toBe("equal");
  edit("hhcrsp/best-known.csv", "23.12504", "23.1251");
  expect(verdicts()["hhcrsp/three"]).toBe("different");
});

test("a visit exactly one minute early is reported as that, any other rule broken as illegal", () => {
  edit("hhcrsp/solutions/three.json", '"arrival_time": 30, "departure_time": 50', '"arrival_time": 29, "departure_time": 49');
  const early = [...rescore(data)].find((one) => one.solution === "three");
  expect(early).toMatchObject({ verdict: "early", note: "1 visit starts exactly one minute early (start-outside-slot)." });
  edit("hhcrsp/solutions/three.json", '"arrival_time": 29, "departure_time": 49', '"arrival_time": 28, "departure_time": 48');
  expect(verdicts()["hhcrsp/three"]).toBe("illegal");
});

test("an early start does not excuse another fault", () => {
  edit("hhcrsp/solutions/three.json", '"arrival_time": 30, "departure_time": 50', '"arrival_time": 29, "departure_time": 48');
  expect(verdicts()["hhcrsp/three"]).toBe("illegal");
});

test("a solution that cannot be read, belongs to no instance or has no published cost is not clean", () => {
  edit("vrptw/solutions/four.sol", "Route #1: 1 2", "Route #1: 1 77");
  edit("uhhc/best-known.csv", "367,460,617", "367,460,");
  writeFileSync(join(data, "hhcrsp/solutions/other.json"), "{}");
  const all = verdicts();
  expect(all).toMatchObject({ "vrptw/four": "unreadable", "uhhc/cp-four": "unpublished", "hhcrsp/other": "unreadable" });
  expect(isClean([...rescore(data)].filter((one) => one.solution === "cp-four"))).toBe(false);
});

test("the data folder may hold the suites' folders or be one of them", () => {
  const all = Object.values(SUITES);
  expect(foldersIn(data, all).map((folder) => folder.name)).toEqual(["hhcrsp", "uhhc", "vrptw"]);
  expect(foldersIn(join(data, "uhhc"), all).map((folder) => folder.name)).toEqual(["uhhc"]);
  const only = foldersIn(join(data, "vrptw"), [SUITES["vrptw"]!]).flatMap(instancesIn);
  expect(only).toMatchObject([{ name: "four", bestKnown: 30.5 }]);
  expect(() => foldersIn(join(data, "nothing"), all)).toThrow("There is no folder");
  expect(() => foldersIn(join(data, "uhhc/solutions"), all)).toThrow("holds no instances");
});
