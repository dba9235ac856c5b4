/** An installed Chromium. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const ELSEWHERE = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--allow-file-access-from-files",
];

/** Its path: the one in the variable CHROME, else the first that is found. */
export function findChromium(): string | undefined {
  const named = process.env["CHROME"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE].find((path) => existsSync(path));
}

/** The text of a page once its scripts have run. Throws where the browser ends in another way. */
export function dumpPage(chromium: string, page: string): string {
  const profile = mkdtempSync(join(tmpdir(), "hemtur-browser-"));
  try {
    const args = [...FLAGS, `--user-data-dir=${profile}`, "--dump-dom", pathToFileURL(page).href];
    const { stdout, stderr, status, error } = spawnSync(chromium, args, { encoding: "utf8", timeout: 180_000, maxBuffer: 2 ** 28 });
    if (error !== undefined || status !== 0) throw new Error(`${chromium} ended with ${error?.message ?? `status ${status}`}:\n${stderr.slice(-2000)}`);
    return stdout;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
