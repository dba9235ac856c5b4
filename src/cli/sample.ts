/** `hemtur sample` */
import { MOST_CLIENTS, MOST_DAYS, type TownOptions } from "../sample/options.ts";
import { PROFILES, sampleTown } from "../sample/index.ts";
import { choiceOf, type Command, LANG_HELP, langOf, wholeOf, wordsOf } from "./command.ts";
import { json, put } from "./output.ts";
import { WELL } from "./status.ts";

/** Clients x days from which drawing takes longer than two seconds. */
const LARGE = 3000;

export const sample: Command = {
  name: "sample",
  usage: "sample [options]",
  summary: "Draws a town to try things on, as a Case",
  example: "sample --clients 24 --days 7 --out town.json",
  options: [
    "--seed N          another seed draws another town (default 1)",
    `--profile NAME    ${PROFILES.join(", ")} (default middleTown)`,
    `--clients N       1 to ${MOST_CLIENTS} (default: of a real unit, 115; boendestod 100)`,
    `--days N          1 to ${MOST_DAYS} (default 14)`,
    "--planted         promise exactly the times of rounds laid first, so that nothing need be unstaffed",
    LANG_HELP,
    "--out FILE        write there instead of standard output",
  ],
  run(args) {
    const { values, flags } = wordsOf(args, ["seed", "profile", "clients", "days", "lang", "out"], [0, 0], ["planted"]);
    const options: TownOptions = {
      seed: wholeOf("seed", values.seed, 1),
      ...(values.profile !== undefined && { profile: choiceOf("--profile", values.profile, PROFILES) }),
      ...(values.clients !== undefined && { clients: wholeOf("clients", values.clients, 1, [1, MOST_CLIENTS]) }),
      ...(values.days !== undefined && { days: wholeOf("days", values.days, 1, [1, MOST_DAYS]) }),
      language: langOf(values.lang),
      ...(flags.planted && { planted: true }),
    };
    const { clients = 115, days = 14 } = options;
    if (clients * days >= LARGE) process.stderr.write(`Drawing ${clients} clients over ${days} days …\n`);
    put(values.out, json(sampleTown(options)));
    return WELL;
  },
};
