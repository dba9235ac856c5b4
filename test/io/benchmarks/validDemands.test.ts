import { expect, test } from "vitest";
import { hhcrsp, uhhc, vrptw } from "../../../src/io/index.ts";
import { readDemand } from "../../../src/model/readDemand.ts";
import { changed, small } from "./files.ts";

test.each([
  ["a VRPTW", vrptw.read(small("vrptw/four.txt"))],
  ["an HHCRSP", hhcrsp.read(small("hhcrsp/three.json"))],
  ["a UHHC", uhhc.read(small("uhhc/four.json"))],
  ["a UHHC with an optional pair", uhhc.read(changed("uhhc/four.json", [["patients", 1, "optional"], true]))],
  ["a UHHC whose rounds begin at fixed times", uhhc.read(changed("uhhc/four.json", [["metadata", "origin"], "bazirha"]))],
  [
    "a UHHC without weights",
    uhhc.read(changed("uhhc/four.json", [["metadata"], undefined], [["patients", 3, "preferred_caregivers"], undefined])),
  ],
  [
    "a UHHC without shifts",
    uhhc.read(changed("uhhc/four.json", [["caregivers", 0, "working_shift"], undefined], [["caregivers", 1, "working_shift"], undefined])),
  ],
])("%s instance becomes a Demand that its own reader accepts", (_, demand) => {
  expect(readDemand(JSON.parse(JSON.stringify(demand)))).toEqual(demand);
});
