/** `hemtur schema` */
import { type DocumentKind, jsonSchema } from "../model/jsonSchema.ts";
import { choiceOf, type Command, wordsOf } from "./command.ts";
import { json, put } from "./output.ts";
import { WELL } from "./status.ts";

const KINDS: readonly DocumentKind[] = ["case", "demand", "plan", "score"];

export const schema: Command = {
  name: "schema",
  usage: `schema ${KINDS.join("|")} [options]`,
  summary: "Prints the JSON Schema of a document",
  example: "schema case --out case.schema.json",
  options: ["--out FILE        write there instead of standard output"],
  run(args) {
    const { values, words } = wordsOf(args, ["out"], [1, 1], [], ["The kind of document"]);
    put(values.out, json(jsonSchema(choiceOf("schema", words[0], KINDS))));
    return WELL;
  },
};
