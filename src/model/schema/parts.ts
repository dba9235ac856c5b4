/**
 * The pieces all schemas are made of. TypeBox builds them, because its schemas are plain JSON Schema: what is published is what is
 * checked, and nothing is compiled at run time. The checking itself is {@link check}, which lists any number of issues in bounded time.
 */
import { type Static, type TLiteral, type TProperties, type TSchema, type TUnion, Type } from "@sinclair/typebox";
import type { Weekday } from "../civil.ts";
import type { Format } from "./formats.ts";

/** An object that has these keys and no others. */
export const record = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false });

/** Text of a format that {@link FORMATS} knows. */
export const text = (format: Format) => Type.String({ format });

/** A name: not empty, and not one that every JavaScript object answers to. */
export const id = () => text("id");
export const ids = () => Type.Array(id());

/** Any finite number. */
export const amount = () => Type.Number();
/** A finite number of at least 0. */
export const notNegative = () => Type.Number({ minimum: 0 });
/** A finite number above 0. */
export const positive = () => Type.Number({ exclusiveMinimum: 0 });
/** A share of a whole. */
export const share = () => Type.Number({ minimum: 0, maximum: 1 });
/** A safe whole number. */
export const whole = (least?: number) => Type.Integer(least === undefined ? {} : { minimum: least });

/** One of these words. */
export const oneOf = <const W extends readonly string[]>(...words: W) =>
  Type.Union(words.map((word) => Type.Literal(word))) as unknown as TUnion<{ -readonly [K in keyof W]: TLiteral<W[K] & string> }>;

/** One of these numbers. */
export const oneOfNumbers = <const N extends readonly number[]>(...numbers: N) =>
  Type.Union(numbers.map((number) => Type.Literal(number))) as unknown as TUnion<{ -readonly [K in keyof N]: TLiteral<N[K] & number> }>;

export const weekday = (): TSchema & { static: Weekday } => oneOfNumbers(1, 2, 3, 4, 5, 6, 7);

/** [from, to]; null is open. */
export const span = () => Type.Tuple([nullable(whole()), nullable(whole())]);
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Name -> value. */
export const byName = <S extends TSchema>(value: S) => Type.Record(Type.String({ format: "id" }), value);

/** `unit`: what x is in. */
export const curve = (unit: string) =>
  Type.Object(
    {
      points: Type.Array(Type.Tuple([amount(), amount()]), { minItems: 1 }),
      below: Type.Optional(amount()),
      above: Type.Optional(amount()),
    },
    { additionalProperties: false, description: `Points [x, cost] in order of x; x is in ${unit}. Slopes left of the first and right of the last.` },
  );

/** The type that a schema describes. */
export type TypeOf<S extends () => TSchema> = Static<ReturnType<S>>;
