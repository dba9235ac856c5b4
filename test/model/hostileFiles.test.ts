import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { readCase } from "../../src/model/readCase.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { validDemand } from "./validDemand.ts";

const FIFTY_MB = 50_000_000;

/** A file that opens a Demand and then goes on in one way. */
function filled(byte: string, begin = "", end = ""): Uint8Array {
  const bytes = new Uint8Array(FIFTY_MB).fill(byte.charCodeAt(0));
  bytes.set(new TextEncoder().encode(begin));
  bytes.set(new TextEncoder().encode(end), FIFTY_MB - end.length);
  return bytes;
}

function errorOf(input: unknown): InputError {
  try {
    readDemand(input);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("It was accepted.");
}

const text = JSON.stringify(validDemand());
const bytes = new TextEncoder().encode(text);
const utf16 = (littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

describe("a file that is no document gets one clear error:", () => {
  test.each([
    ["nothing at all", new Uint8Array(0), "empty-file"],
    ["white space", " \r\n\t", "empty-file"],
    ["a byte order mark alone", new Uint8Array([0xef, 0xbb, 0xbf]), "empty-file"],
    ["text that was cut off", text.slice(0, -20), "not-json"],
    ["bytes that were cut off", bytes.subarray(0, 200), "not-json"],
    ["two documents", text + text, "not-json"],
    ["UTF-16 with a byte order mark", new Uint8Array([0xff, 0xfe, ...utf16(true)]), "wrong-encoding"],
    ["UTF-16, most significant byte first", new Uint8Array([0xfe, 0xff, ...utf16(false)]), "wrong-encoding"],
    ["UTF-16 without a byte order mark", utf16(true), "wrong-encoding"],
    ["Latin 1", new Uint8Array([...new TextEncoder().encode('{"model":"'), 0xe5, 0xe4, 0xf6, 34, 125]), "wrong-encoding"],
    ["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "wrong-encoding"],
    ["more bytes than a text can have", new Uint8Array(2 ** 29), "too-large"],
    ["a list", "[1]", "not-a-document"],
    ["a number", "7", "not-a-document"],
    ["HTML", "<!doctype html><html></html>", "not-a-document"],
    ["50 MB of noise", filled("\xa7"), "wrong-encoding"],
    ["50 MB of lists in lists", filled("["), "not-a-document"],
    ["50 MB of lists in lists in an object", filled("[", '{"tasks":'), "too-deep"],
    ["50 MB of one text", filled("a", '"', '"'), "not-a-document"],
    ["objects in objects", `{"a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_001)}`, "too-deep"],
  ])("%s", (_name, input, code) => {
    const error = errorOf(input);
    expect(error.issues.map((issue) => issue.code)).toEqual([code]);
    expect(error.message).not.toMatch(/\n\s+at /);
    expect(error.message.length).toBeLessThan(500);
  });

  test.each([
    ["null", null],
    ["undefined", undefined],
    ["a number", 7],
    ["a list", []],
    ["a function", () => 1],
    ["a Map", new Map()],
  ])("%s as a value", (_name, input) => {
    expect(errorOf(input).issues.map((issue) => issue.code)).toEqual(["wrong-type"]);
  });
});

test("bytes are read as UTF-8, with or without a byte order mark, and so is text", () => {
  expect(readDemand(bytes)).toEqual(validDemand());
  expect(readDemand(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toEqual(validDemand());
  expect(readDemand(`\ufeff${text}`)).toEqual(validDemand());
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(readDemand(shifted.subarray(3))).toEqual(validDemand());
});

test("a key of 50 MB and a text of 50 MB are quoted in short", () => {
  const key = errorOf(filled("k", '{"', '":1}'));
  expect(key.issues[0]?.code).toBe("unknown-key");
  expect(key.message.length).toBeLessThan(5000);
  const value = errorOf(filled("v", '{"version":"', '"}'));
  expect(value.issues[0]?.message).toBe(`"${"v".repeat(59)}…" is none of the values possible here.`);
});

test("of a million bad elements a thousand are listed and all are counted", () => {
  const million = Array.from({ length: 1_000_000 }, (_, i) => ({ id: i }));
  const error = errorOf({ ...validDemand(), pools: million });
  expect(error.issues.length).toBe(1000);
  expect(error.counts).toEqual({ "wrong-type": 1_000_000, "missing-key": 1_000_000 });
  expect(error.message).toContain("2000000 issues");
  const unknown = errorOf({ ...validDemand(), pins: million.map(({ id }) => ({ task: `task ${id}` })) });
  expect(unknown.counts).toEqual({ "unknown-task": 1_000_000 });
});

describe("hostile keys", () => {
  const hostile = ["__proto__", "constructor", "toString", "hasOwnProperty"];

  test.each(hostile)("%s is an unknown key and pollutes nothing", (key) => {
    const error = errorOf(text.replace('"tasks":', `"${key}":{"polluted":true},"tasks":`));
    expect(error.issues.map((issue) => [issue.code, issue.path])).toEqual([["unknown-key", [key]]]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each(hostile)("%s is refused as a name and as a key of a map", (key) => {
    const error = errorOf(text.replace('"pace":{', `"pace":{"${key}":1,`).replaceAll('"cars"', `"${key}"`));
    expect(error.counts).toEqual({ "bad-id": 3 });
  });

  test("inherited values count for nothing", () => {
    const heir = Object.create(validDemand()) as unknown;
    expect(errorOf(heir).issues[0]?.code).toBe("wrong-type");
  });

  test("a value that contains itself is only wrong where it stands", () => {
    const demand = { ...validDemand(), tasks: [] as unknown[] };
    demand.tasks.push(demand);
    expect(errorOf(demand).counts["unknown-key"]).toBeGreaterThan(0);
  });
});

test("minus zero is zero, and numbers too large for JSON are not finite", () => {
  expect(readDemand(text.replace('"now":0', '"now":-0'))).toBeDefined();
  expect(errorOf(text.replace('"now":0', '"now":1e999')).issues.map((issue) => issue.code)).toEqual(["not-finite"]);
});

test("a Case is guarded in the same way", () => {
  expect(() => readCase(new Uint8Array(0))).toThrow("The file is empty.");
  expect(() => readCase("{}")).toThrow("issues in the input");
});
