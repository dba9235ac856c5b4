/** `hemtur sample` */
import { MOST_CLIENTS, MOST_DAYS } from "../sample/options.ts";
import { sampleTown } from "../sample/index.ts";
import { type Command, wholeOf, wordsOf } from "./command.ts";
import { json, put } from "./output.ts";
import { WELL } from "./status.ts";

export const sample: Command = {
  name: "sample",
  usage: "sample [options]",
  summary: "Draws a town to try things on, as a Case",
  options: [
    "--seed N          another seed draws another town (default 1)",
    `--clients N       1 to ${MOST_CLIENTS} (default 24)`,
    `--days N          1 to ${MOST_DAYS} (default 7)`,
    "--out FILE        write there instead of standard output",
  ],
  run(args) {
    const { values } = wordsOf(args, ["seed", "clients", "days", "out"], [0, 0]);
    const seed = wholeOf("seed", values.seed, 1);
    const clients = wholeOf("clients", values.clients, 24, [1, MOST_CLIENTS]);
    const days = wholeOf("days", values.days, 7, [1, MOST_DAYS]);
    put(values.out, json(sampleTown({ seed, clients, days })));
    return WELL;
  },
};
