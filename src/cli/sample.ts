/** `hemtur sample` */
import { sampleTown } from "../sample/index.ts";
import { type Command, numberOf, wordsOf } from "./command.ts";
import { json, put } from "./output.ts";

export const sample: Command = {
  name: "sample",
  usage: "sample [options]",
  summary: "Draws a town to try things on, as a Case",
  options: [
    "--seed N          another seed draws another town (default 1)",
    "--clients N       (default 24)",
    "--days N          (default 7)",
    "--out FILE        write there instead of standard output",
  ],
  run(args) {
    const { values } = wordsOf(args, ["seed", "clients", "days", "out"], [0, 0]);
    const whole = (name: "seed" | "clients" | "days", otherwise: number): number => numberOf(name, values[name], otherwise, "whole");
    put(values.out, json(sampleTown({ seed: whole("seed", 1), clients: whole("clients", 24), days: whole("days", 7) })));
    return 0;
  },
};
