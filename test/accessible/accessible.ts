/** Asks axe-core, in a real browser, what keeps people from reading a page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { askPage } from "../browser/chromium.ts";

/** One rule that the page breaks, and where. */
export interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  /** The first places, as HTML. */
  readonly nodes: readonly string[];
}

/** Rules looked at: WCAG 2.0 to 2.2, levels A and AA, and axe's best practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SHOWN = 5;

/** Opens everything that is folded away and judges what is then there. Rejects where the browser does not answer. */
export async function violationsOf(chromium: string, page: string): Promise<Violation[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const answer = JSON.parse(await askPage(chromium, { "/": prepared(page), "/axe.js": axe, "/judge.js": JUDGE })) as { error?: string; passes: number; violations: Violation[] };
  if (answer.error !== undefined || answer.passes === 0) throw new Error(`axe did not run: ${answer.error ?? "it looked at nothing"}`);
  return answer.violations;
}

/** The page forbids scripts; here it gets the judge's. */
function prepared(page: string): string {
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  return open.replace("</body>", '<script src="/axe.js"></script><script src="/judge.js"></script></body>');
}

const JUDGE = `
for (const folded of document.querySelectorAll("details")) folded.open = true;
axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(TAGS)} }, resultTypes: ["violations"] }).then(
  ({ passes, violations }) => ({
    passes: passes.length,
    violations: violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.slice(0, ${SHOWN}).map((n) => n.html.slice(0, 200) + " | " + (n.failureSummary || "").slice(0, 300)) })),
  }),
  (error) => ({ error: String(error), passes: 0, violations: [] }),
).then((answer) => fetch("/", { method: "POST", body: JSON.stringify(answer) }));
`;
