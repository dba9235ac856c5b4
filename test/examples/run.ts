/** Runs examples, which know the library by its public names. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { vi } from "vitest";

export const project = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As a user does: in a process of its own, from the project's folder. */
export function run(file: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file, ...args], { cwd: project, encoding: "utf8", timeout: 60_000 });
  return { status, stdout, stderr };
}

let turn = 0;

/** In this process, where everything is loaded already. */
export async function runHere(file: string, ...args: readonly string[]): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  const spies = (["log", "error"] as const).map((to) =>
    vi.spyOn(console, to).mockImplementation((...words: unknown[]) => {
      said[to === "log" ? "stdout" : "stderr"] += `${words.map((word) => (typeof word === "string" ? word : inspect(word))).join(" ")}\n`;
    }),
  );
  const [argv, directory] = [process.argv, process.cwd()];
  process.argv = [process.execPath, file, ...args];
  process.chdir(project);
  try {
    // Another address each time, or a second run would do nothing.
    await import(/* @vite-ignore */ `../../${file}?run=${turn++}`);
    return { status: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.argv = argv;
    process.chdir(directory);
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
