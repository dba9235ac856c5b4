/** An installed Chromium. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const ELSEWHERE = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--remote-debugging-port=0",
];
/** Milliseconds after which a page that says nothing has failed. */
const PATIENCE = 180_000;

/** Its path: the one in the variable CHROME, else the first that is found. */
export function findChromium(): string | undefined {
  const named = process.env["CHROME"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE].find((path) => existsSync(path));
}

/** Opens a page made of these files (`/` is the page, with its types by name) and resolves with what it posts. Rejects where it posts nothing. */
export async function askPage(chromium: string, files: Readonly<Record<string, string>>): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "hemtur-browser-"));
  const server = createServer();
  const answer = new Promise<string>((resolve) => {
    server.on("request", (request, response) => {
      const file = files[request.url ?? ""];
      response.writeHead(file === undefined ? 404 : 200, { "content-type": request.url === "/" ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8" });
      response.end(file);
      if (request.method !== "POST") return;
      let text = "";
      request.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      request.on("end", () => resolve(text));
    });
  });
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  const { port } = server.address() as AddressInfo;
  const browser = spawn(chromium, [...FLAGS, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`], { stdio: "ignore" });
  const ended = new Promise<void>((go) => browser.once("close", () => go()));
  const failed = new Promise<never>((_, reject) => {
    browser.once("error", reject);
    browser.once("close", (code) => reject(new Error(`${chromium} ended with status ${code} before the page was done.`)));
    setTimeout(() => reject(new Error(`The page said nothing within ${PATIENCE / 1000} s.`)), PATIENCE).unref();
  });
  try {
    return await Promise.race([answer, failed]);
  } finally {
    server.closeAllConnections();
    server.close();
    browser.kill("SIGKILL");
    await ended;
    // Its helpers write there for a moment longer.
    await rm(profile, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
  }
}
