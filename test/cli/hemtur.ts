/** The command, called in this process: what it prints and how it ends. `process.test.ts` starts it as users do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, vi } from "vitest";
import { hemtur as command } from "../../src/cli/hemtur.ts";
import { sampleTown } from "../../src/sample/index.ts";

export const project = fileURLToPath(new URL("../..", import.meta.url));

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to work in until the tests of this file are over, with a small Case in it. */
export function workplace(): { readonly folder: string; readonly file: (name: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), "hemtur-cli-"));
  const before = process.cwd();
  process.chdir(folder);
  const file = (name: string): string => join(folder, name);
  writeFileSync(file("case.json"), `${JSON.stringify(sampleTown({ seed: 1, clients: 4, days: 1 }), null, 1)}\n`);
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });
  return { folder, file };
}

export async function hemtur(...args: readonly string[]): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  try {
    const status = await command(args);
    expect(said.stdout + said.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m); // a stack trace
    return { status, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
