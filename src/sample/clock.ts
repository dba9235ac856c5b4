/** Minutes since midnight as the Case writes them. */

/** 450 is `07:30`; 1500 is `01:00` of the next day. */
export const clockOf = (minutes: number): string => `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;

const two = (n: number): string => String(n).padStart(2, "0");
