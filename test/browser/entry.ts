/** Prints the rows as JSON: into the page of a browser, or to the terminal, where the share of the steps may be given. */
import { planned } from "./subjects.ts";

interface Page {
  readonly body: { textContent: string };
}

const page = (globalThis as { document?: Page }).document;
let text: string;
try {
  const share = Number(globalThis.process?.argv[2] ?? 1);
  text = `ROWS${JSON.stringify(planned(share))}ENDS`;
} catch (error) {
  text = `FAILED${String(error)}ENDS`;
}
if (page === undefined) console.log(text);
else page.body.textContent = text;
