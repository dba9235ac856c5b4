import type { Demand } from "../demand.ts";
import type { IssueList } from "../issueList.ts";
export function judgeDemand(_demand: Demand, _issues: IssueList): void {}
