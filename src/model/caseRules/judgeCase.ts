import type { Case } from "../case.ts";
import type { IssueList } from "../issueList.ts";
export function judgeCase(_case: Case, _issues: IssueList): void {}
