/** Rivals on the same machine, judged by the same judge. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { travelTicks } from "../../src/io/benchmarks/travelTicks.ts";
import { vrptw } from "../../src/io/benchmarks/vrptw/vrptw.ts";
import type { Demand, Task, Travel } from "../../src/model/demand.ts";
import type { Options } from "../options.ts";
import { CommandError, type Instance } from "../suites.ts";
import type { RivalRun } from "./results.ts";

type Limits = Pick<Options, "seconds" | "threads">;

export interface Rival {
  readonly name: string;
  readonly run: (instance: Instance, options: Limits) => Promise<RivalRun>;
}

/** Rivals that can be run, and the suites that they can express. */
const RIVALS: Readonly<Record<string, readonly string[]>> = { vroom: ["vrptw"] };

/** undefined, said on standard error, if the rival is not installed. Throws {@link CommandError} if it is unknown or cannot express the suite. */
export function rivalFor(name: string, suite: string): Rival | undefined {
  const suites = RIVALS[name];
  if (suites === undefined) throw new CommandError(`There is no rival ${name}. Name one of ${Object.keys(RIVALS).join(", ")}.`);
  if (!suites.includes(suite)) throw new CommandError(`${name} cannot express ${suite}, only ${suites.join(", ")}.`);
  try {
    execFileSync(name, ["--help"], { stdio: "ignore" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      process.stderr.write(`${name} is not on PATH: nothing is run beside. Install it and run again with --resume to add it.\n`);
      return undefined;
    }
  }
  return { name, run: runVroom };
}

async function runVroom(instance: Instance, options: Limits): Promise<RivalRun> {
  const demand = vrptw.read(readFileSync(instance.path, "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "bench-vroom-"));
  try {
    const [input, output] = [join(folder, "input.json"), join(folder, "output.json")];
    writeFileSync(input, JSON.stringify(vroomInput(demand)));
    const limit = options.seconds === undefined ? [] : ["-l", String(options.seconds)];
    const started = performance.now();
    await promisify(execFile)("vroom", ["-i", input, "-o", output, "-t", String(options.threads), "-x", "5", ...limit]);
    const seconds = (performance.now() - started) / 1000;
    const answer = JSON.parse(readFileSync(output, "utf8")) as { routes: { steps: { type: string; id?: number }[] }[] };
    const routes = answer.routes.map(
      ({ steps }, i) =>
        `Route #${i + 1}: ${steps
          .filter((s) => s.type === "job")
          .map((s) => s.id)
          .join(" ")}`,
    );
    const plan = vrptw.readSolution(demand, routes.join("\n"));
    const { issues, score } = checkPlan(demand, plan);
    return { rival: "vroom", instance: instance.name, seconds, cost: vrptw.cost(demand, plan, score), feasible: issues.length === 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** VROOM's JSON with ticks for its seconds. */
export function vroomInput(demand: Demand): object {
  const travel = demand.travel[0] as Travel;
  const places = Array.from({ length: travel.placeCount }, (_, i) => i);
  const goods = (task: Task) => task.load?.["goods"] ?? 0;
  return {
    vehicles: demand.shifts.map((shift, id) => ({
      id,
      start_index: 0,
      end_index: 0,
      capacity: [shift.capacity?.["goods"] ?? 0],
      time_window: [shift.begins[0], shift.ends[1]],
    })),
    jobs: demand.tasks.map((task) => ({
      id: Number(task.id),
      location_index: task.place,
      service: task.duration.min,
      delivery: [goods(task)],
      time_windows: task.slots.map((slot) => slot.start),
    })),
    matrices: { car: { durations: places.map((from) => places.map((to) => travelTicks(travel, from, to))) } },
  };
}
