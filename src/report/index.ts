/** Reports: plans side by side as a page and as text. */
export type { Arm, Comparison, Locale } from "./arm.ts";
export type { Names } from "./people.ts";
export { comparisonPage } from "./page.ts";
export { comparisonTable } from "./textTable.ts";
