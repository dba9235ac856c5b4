/**
 * The library's own seeded generator, so that the same seed gives the same bits in every engine.
 * Source: xoshiro128** 1.1 by Blackman and Vigna (2018), doi:10.1145/3460772; seeded by splitmix32.
 */
export class Random {
  /** 32 bits each, read as signed: these are small integers to the engine, which boxes larger numbers. */
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** `seed`: any finite number; only its whole part modulo 2^32 matters. */
  constructor(seed: number) {
    let state = seed >>> 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return z ^ (z >>> 15);
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1; // never all zero
  }

  /** 32 random bits as a whole number in [-2^31, 2^31). */
  private bits(): number {
    const x = Math.imul(this.b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9);
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** A whole number in [0, 2^32). */
  uint32(): number {
    return this.bits() >>> 0;
  }

  /** A number in [0, 1) with 32 random bits. */
  next(): number {
    return (this.bits() >>> 0) / 4294967296;
  }

  /** A whole number in [0, bound). `bound` between 1 and 2^32. */
  below(bound: number): number {
    return Math.floor(((this.bits() >>> 0) / 4294967296) * bound);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.bits() >>> 0 < probability * 4294967296;
  }

  /** One element of a non-empty list. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A new list in random order (Fisher-Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = copy[i] as T;
      copy[i] = copy[j] as T;
      copy[j] = held;
    }
    return copy;
  }

  /** Where the stream is now, for `restore`. */
  save(): readonly [number, number, number, number] {
    return [this.a, this.b, this.c, this.d];
  }

  /** Goes back to where the stream was. */
  restore([a, b, c, d]: readonly [number, number, number, number]): void {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** A generator of its own, keyed by words: the same seed and words give the same stream, whatever was drawn before. */
  static keyed(seed: number, ...words: readonly (string | number)[]): Random {
    let h = (seed >>> 0) ^ 0x811c9dc5;
    for (const char of words.join("\u001f")) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
    return new Random(h);
  }
}
