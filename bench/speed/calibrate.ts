/** A figure for the machine, so that speeds can be compared between machines and busy hours. */
import { cpuClock } from "../quality/runOnce.ts";

const CELLS = 1 << 14;
const TURNS = 5_000_000;

/** Turns per CPU second of a fixed loop that walks linked cells and adds prices, as a search does. It never changes. */
export function calibrate(): number {
  const next = new Int32Array(CELLS);
  const price = new Float64Array(CELLS);
  for (let i = 0; i < CELLS; i++) {
    next[i] = (i * 5 + 4097) & (CELLS - 1);
    price[i] = (i * 7919) % 1013;
  }
  const from = cpuClock();
  let at = 0;
  let sum = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    at = next[at] as number;
    const cost = price[at] as number;
    sum += cost > 500 ? cost * 0.5 : cost - sum / TURNS;
    price[at] = cost > 1000 ? 1 : cost + 0.25;
  }
  const seconds = cpuClock() - from;
  if (!Number.isFinite(sum)) throw new RangeError("The calibration loop went wrong.");
  return TURNS / seconds;
}
