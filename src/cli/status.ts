/** How the command ends. */

/** Exit statuses. */
export const WELL = 0;
export const ISSUES = 1;
export const WRONGLY_CALLED = 2;
export const UNSTAFFED = 3;
/** As in `sysexits.h`. */
export const FAULT = 70;

export const STATUS_HELP: readonly string[] = [
  "Exit status:",
  `  ${WELL}   all is well`,
  `  ${ISSUES}   issues: what stands in a file cannot be used, or a plan breaks rules`,
  `  ${WRONGLY_CALLED}   wrongly called: an option, a number or a file name makes no sense, or tables cannot be imported`,
  `  ${UNSTAFFED}   a plan breaks no rule, but leaves visits unstaffed`,
  `  ${FAULT}  a fault of hemtur`,
];
