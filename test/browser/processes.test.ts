import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Row } from "./subjects.ts";

const entry = fileURLToPath(new URL("entry.ts", import.meta.url));

function plannedElsewhere(env: Readonly<Record<string, string>>): Row[] {
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", entry, "0.1"], { encoding: "utf8", env: { ...process.env, ...env } });
  expect(stdout, stderr).toMatch(/^\[/);
  return JSON.parse(stdout) as Row[];
}

test("two processes make the same plans, whatever their time zone and language", () => {
  const one = plannedElsewhere({ TZ: "Asia/Kolkata", LANG: "sv_SE.UTF-8" });
  const other = plannedElsewhere({ TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
  expect(other).toEqual(one);
  expect(new Set(one.map((row) => row.plan)).size).toBe(one.length);
});
