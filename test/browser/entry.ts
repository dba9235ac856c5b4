/** Makes the rows: in a page it posts them to where the page came from, else it prints them. The share of the steps may be given. */
import { threadPool } from "../../src/index.ts";
import { planned } from "./subjects.ts";

/** What a page has and Node has not. */
interface Page {
  readonly document?: object;
  readonly Worker?: new (address: string, options: object) => ReturnType<Parameters<typeof threadPool>[0]["spawn"]>;
}

const { document, Worker } = globalThis as Page;
if (document === undefined || Worker === undefined) console.log(await text(Number(process.argv[2] ?? 1)));
else await fetch("/rows", { method: "POST", body: await text(1, threadPool({ threads: 2, spawn: () => new Worker("/worker.js", { type: "module" }) })) });

async function text(...how: Parameters<typeof planned>): Promise<string> {
  try {
    return JSON.stringify(await planned(...how));
  } catch (error) {
    return String(error);
  }
}
