/** How the command ends. */

/** Exit statuses. */
export const WELL = 0;
export const FAULTY = 1;
export const REFUSED = 2;
/** As in `sysexits.h`. */
export const FAULT = 70;

export const STATUS_HELP: readonly string[] = [
  "Exit status:",
  `  ${WELL}   all is well`,
  `  ${FAULTY}   a plan breaks rules or leaves visits unstaffed`,
  `  ${REFUSED}   bad input, or wrongly called: nothing was done`,
  `  ${FAULT}  a fault of hemtur`,
];

/** Of a plan. */
export const statusOf = (issues: number, unstaffed: number): number => (issues + unstaffed === 0 ? WELL : FAULTY);
