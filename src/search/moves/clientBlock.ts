/**
 * Moves for continuity: several tasks of one client go to one person together, since the first of them alone would only add a
 * person. Tasks of others that stand in the way are taken out and put back where they are cheapest.
 */
import { NONE, type Problem } from "../../problem/problem.ts";
import { putBack, putWithWorker } from "../placing.ts";
import type { Move, Tools } from "../tools.ts";

/** Tasks moved together at most. */
const MOST = 8;
/** Hours between starts within one part of a day. */
const PART_OF_DAY = 4;
/** How many of a client's tasks are looked at to find the person who comes least. */
const LOOKS = 3;
/** Shares of blocks that push others out, and of others' tasks left where they are though they are in the way. */
const PUSHES = 0.6;
const LEFT = 0.2;

const countsPeople = (p: Problem): boolean => p.terms.some((t) => t.family === "client" || t.measure === "whoCost");

/** All or some tasks of a client that one person serves go to another, above all from the one who comes least. */
export const samePerson: Move = {
  name: "samePerson",
  supports: (p) => p.workerCount > 1 && countsPeople(p) && hasTwin(p, () => true),
  try(tools) {
    const { random, ruin, objective, clientTasks, p } = tools;
    const { st } = objective;
    const seed = tools.servedOf(tools.recurring);
    if (seed === NONE) return false;
    const client = p.tasks.client[seed]!;
    const from = clientTasks.from[client]!;
    const count = clientTasks.from[client + 1]! - from;
    const giver = random.chance(0.6) ? rarest(tools, client) : p.shifts.worker[st.shiftOf[seed]!]!;
    const taker = takerFor(tools, seed, client, giver);
    if (taker === NONE || taker === giver) return false;
    const most = random.chance(0.5) ? MOST : 1 + random.below(MOST);
    const first = random.below(count);
    for (let k = 0; k < count && ruin.count < most; k++) {
      const task = clientTasks.items[from + ((first + k) % count)]!;
      const r = st.shiftOf[task]!;
      if (r !== NONE && p.shifts.worker[r] === giver) ruin.choose(task);
    }
    return giveTo(tools, taker);
  },
};

/** All tasks of a client in one part of a day go to one person. */
export const partOfDay: Move = {
  name: "partOfDay",
  supports: (p) => p.workerCount > 1 && hasTwin(p, (a, b) => near(p, p.slots.startMin[p.tasks.slotFrom[a]!]!, p.slots.startMin[p.tasks.slotFrom[b]!]!)),
  try(tools) {
    const { random, ruin, objective, clientTasks, p } = tools;
    const { st } = objective;
    const seed = tools.servedOf(tools.recurring);
    if (seed === NONE) return false;
    const client = p.tasks.client[seed]!;
    for (let k = clientTasks.from[client]!; k < clientTasks.from[client + 1]! && ruin.count < MOST; k++) {
      const task = clientTasks.items[k]!;
      if (st.shiftOf[task]! !== NONE && near(p, st.start[task]!, st.start[seed]!)) ruin.choose(task);
    }
    if (ruin.count < 2) return false;
    const other = ruin.out[random.below(ruin.count)]!;
    const r = random.chance(0.6) ? st.shiftOf[other]! : tools.shiftFor(seed);
    return r !== NONE && giveTo(tools, p.shifts.worker[r]!);
  },
};

const near = (p: Problem, a: number, b: number): boolean => Math.abs(a - b) <= PART_OF_DAY * 60 * p.ticksPerMinute;

/** Has a client two tasks that belong together? Looks at tasks next to each other in the list. */
function hasTwin(p: Problem, belong: (a: number, b: number) => boolean): boolean {
  const last = new Int32Array(p.clientCount).fill(NONE);
  for (let t = 0; t < p.taskCount; t++) {
    const client = p.tasks.client[t]!;
    if (client === NONE || p.tasks.frozen[t] === 1) continue;
    if (last[client]! !== NONE && belong(last[client]!, t)) return true;
    last[client] = t;
  }
  return false;
}

/** Of the people at a few of the client's tasks, the one who comes least often; NONE: nobody comes. */
function rarest(tools: Tools, client: number): number {
  const { random, clientTasks, objective, p } = tools;
  const { st } = objective;
  const from = clientTasks.from[client]!;
  const count = clientTasks.from[client + 1]! - from;
  let found = NONE;
  let least = count + 1;
  for (let look = 0; look < LOOKS; look++) {
    const r = st.shiftOf[clientTasks.items[from + random.below(count)]!]!;
    if (r === NONE) continue;
    const worker = p.shifts.worker[r]!;
    let times = 0;
    for (let k = from; k < from + count; k++) {
      const q = st.shiftOf[clientTasks.items[k]!]!;
      if (q !== NONE && p.shifts.worker[q] === worker) times++;
    }
    if (times >= least) continue;
    least = times;
    found = worker;
  }
  return found;
}

/** Someone who comes to the client already, the contact person, or anyone who may. */
function takerFor(tools: Tools, seed: number, client: number, giver: number): number {
  const { random, clientTasks, objective, p } = tools;
  const { st } = objective;
  const kind = random.next();
  if (kind < 0.15 && p.clients.contact[client]! !== NONE) return p.clients.contact[client]!;
  const from = clientTasks.from[client]!;
  const count = clientTasks.from[client + 1]! - from;
  for (let look = 0; kind < 0.8 && look < LOOKS; look++) {
    const r = st.shiftOf[clientTasks.items[from + random.below(count)]!]!;
    if (r !== NONE && p.shifts.worker[r] !== giver) return p.shifts.worker[r]!;
  }
  const r = tools.shiftFor(seed);
  return r === NONE ? NONE : p.shifts.worker[r]!;
}

/** Takes out what was chosen, and perhaps what is in its way with `taker`; gives the block to `taker` and the rest to anyone. */
function giveTo(tools: Tools, taker: number): boolean {
  const { random, ruin, pending, draft } = tools;
  const block = ruin.count;
  if (block === 0) return false;
  if (random.chance(PUSHES)) for (let k = 0; k < block; k++) chooseInTheWay(tools, ruin.out[k]!, taker);
  const count = tools.takeChosen(0);
  if (count === NONE) return false;
  let given = 0;
  for (let k = 0; k < block; k++) {
    if (putWithWorker(tools, pending[k]!, taker)) given++;
    else putBack(tools, pending[k]!);
  }
  for (let k = block; k < count; k++) putBack(tools, pending[k]!);
  return given > 0 && draft.settleTimes();
}

/** Chooses what `taker` does while `task` is done now. */
function chooseInTheWay(tools: Tools, task: number, taker: number): void {
  const { p, objective, ruin, random } = tools;
  const { st } = objective;
  const begin = st.start[task]!;
  const end = begin + st.duration[task]!;
  for (let k = p.tasks.shiftFrom[task]!; k < p.tasks.shiftFrom[task + 1]!; k++) {
    const r = p.tasks.shiftList[k]!;
    if (p.shifts.worker[r] !== taker || r === st.shiftOf[task] || st.size[r] === 0) continue;
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      if (st.start[v]! >= end) break;
      if (st.start[v]! + st.duration[v]! > begin && !random.chance(LEFT)) ruin.choose(v);
    }
  }
}
