import { expect, test } from "vitest";
import { checkDemand } from "../../src/check/demand/checkDemand.ts";
import type { Case } from "../../src/model/case.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { sampleTown } from "../../src/sample/town.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";

/** 8.2 x 60 is 491.99999999999994; a tenth of a second is no whole tick either. */
const odd = (minutes: number | undefined): number => Math.floor(minutes ?? 8) + 0.2 + 1 / 600;

test.each([minute(), ramtid()])("parts of minutes become whole ticks, and the judge rounds alike: $name", (model) => {
  const plain = sampleTown({ seed: 5, clients: 12 });
  const town: Case = {
    ...plain,
    practice: { documentationMinutesPerShift: 8.2, toleranceMinutes: 15.01 },
    households: plain.households.map((h) => ({ ...h, access: { ...(h.access ?? { kind: "key" as const }), entryMinutes: 8.2 } })),
    needs: plain.needs.map((n) => ({ ...n, ...(n.gaps && { gaps: n.gaps.map((g) => ({ ...g, minMinutes: odd(g.minMinutes) })) }) })),
    shifts: plain.shifts.map((s) => ({
      ...s,
      floatMinutes: odd(s.floatMinutes),
      overtimeMinutes: odd(s.overtimeMinutes),
      ...(s.breaks && { breaks: s.breaks.map((b) => ({ ...b, minutes: odd(b.minutes), ifShiftExceedsMinutes: odd(b.ifShiftExceedsMinutes) })) }),
    })),
  };
  const demand = demandFor(town, model);
  expect(readDemand(demand)).toEqual(demand);
  expect(checkDemand(town, demand)).toEqual(checkDemand(plain, demandFor(plain, model)));
});
