/** Runs TypeScript as a user does: in a process of its own, from the project's folder, by the public names. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const project = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(file: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file, ...args], { cwd: project, encoding: "utf8", timeout: 60_000 });
  return { status, stdout, stderr };
}
