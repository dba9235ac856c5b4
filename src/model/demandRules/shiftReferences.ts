import { requireKnown } from "../references.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Shifts name workers, modes and pools that exist; clients and memory name people who do. */
export const shiftReferences: DemandRule = (demand, { workers, modes, pools, clients }, issues) => {
  demand.shifts.forEach((shift, i) => {
    requireKnown(shift.worker, workers, "unknown-worker", ["shifts", i, "worker"], issues);
    shift.options.forEach((option, j) => {
      requireKnown(option.mode, modes, "unknown-mode", ["shifts", i, "options", j, "mode"], issues);
      requireKnown(option.pool, pools, "unknown-pool", ["shifts", i, "options", j, "pool"], issues);
    });
  });
  demand.clients.forEach((client, i) => {
    requireKnown(client.contact, workers, "unknown-worker", ["clients", i, "contact"], issues);
  });
  demand.memory.forEach((meeting, i) => {
    requireKnown(meeting.client, clients, "unknown-client", ["memory", i, "client"], issues);
    requireKnown(meeting.worker, workers, "unknown-worker", ["memory", i, "worker"], issues);
  });
};
