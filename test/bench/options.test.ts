import { describe, expect, test } from "vitest";
import { HELP, optionsFrom, OWN_SUITES } from "../../bench/options.ts";

const line = (text: string) => optionsFrom(text.split(" ").filter((word) => word !== ""));

describe("the command line", () => {
  test("has defaults for all but suite and data", () => {
    expect(line("vrptw --data d")).toMatchObject({
      suite: "vrptw",
      data: "d",
      seconds: 10,
      threads: 1,
      seeds: 1,
      cpu: false,
      only: "*",
      resume: false,
    });
  });

  test("takes every option that help lists, and no other", () => {
    const listed = [...HELP.matchAll(/^ {2}--([a-z]+)( [A-Z]+)?/gm)].map((match) => [match[1]!, match[2] !== undefined] as const);
    expect(listed.length).toBeGreaterThan(11);
    const value: Record<string, string> = { seconds: "3", steps: "5", threads: "1", seeds: "2" };
    const words = listed
      .filter(([name]) => name !== "help")
      .flatMap(([name, takes]) => (takes ? [`--${name}`, value[name] ?? "x"] : [`--${name}`]));
    expect(optionsFrom(["uhhc", ...words])).toEqual({
      suite: "uhhc",
      data: "x",
      seconds: 3,
      steps: 5,
      cpu: true,
      threads: 1,
      seeds: 2,
      only: "x",
      json: "x",
      resume: true,
      solutions: "x",
      versus: "x",
    });
    expect(() => line("vrptw --data d --speed 3")).toThrow("--speed");
  });

  test.each(["rescore", ...OWN_SUITES])("has a line of help for %s", (name) => {
    expect(HELP).toMatch(new RegExp(`^  npm run bench -- ${name} .*  \\w`, "m"));
  });

  test.each(["", "--help", "vrptw -h"])("shows help for %j", (text) => {
    expect(line(text)).toBeNull();
  });

  test.each([
    ["--data d", "No suite is named"],
    ["solomon --data d", "There is no suite solomon. Begin with one of vrptw, hhcrsp, uhhc, rescore, speed, rules, ablation"],
    ["vrptw --fast", "Unknown option '--fast'. --help lists the options."],
    ["vrptw hhcrsp --data d", "What is hhcrsp?"],
    ["vrptw", "Give --data"],
    ["vrptw --data d --seconds ten", "--seconds ten"],
    ["vrptw --data d --seconds -1", "--seconds"],
    ["vrptw --data d --seeds 1.5", "--seeds 1.5"],
    ["vrptw --data d --seeds 0", "--seeds 0"],
    ["vrptw --data d --threads 100000", "--threads 100000"],
    ["vrptw --data d --seconds 0", "has no end"],
    ["vrptw --data d --resume", "give --json"],
  ])("refuses %j", (text, message) => {
    expect(() => line(text)).toThrow(message);
  });

  test("takes 0 seconds with steps as no limit in time", () => {
    expect(line("vrptw --data d --seconds 0 --steps 9")).toMatchObject({ seconds: undefined, steps: 9 });
  });
});
