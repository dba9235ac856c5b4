import { expect, test } from "vitest";
import { compareScores } from "../../src/model/score.ts";

test.each([
  [[0, 5], [0, 6], -1],
  [[1, 0], [0, 9], 1],
  [[0, 5, 1], [0, 5, 2], -1],
  [[0, 5], [0, 5, 0], 0],
  [[0, 5], [0, 5, 1], -1],
  [[1e6], [1e6 + 1e-4], 0],
  [[1e6], [1e6 + 1e-2], -1],
])("levels %j against %j compare as %i", (a, b, sign) => {
  expect(Math.sign(compareScores({ levels: a }, { levels: b }))).toBe(sign);
  expect(Math.sign(compareScores({ levels: b }, { levels: a }))).toBe(0 - sign);
});
