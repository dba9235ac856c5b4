/** Whole tables between all points, asked for in blocks. */
import { type Asking, ask } from "./ask.ts";
import { blocksOf } from "./blocks.ts";
import { isWhole, keyOf, recalled, type TravelCache } from "./cache.ts";
import { inParallel } from "./inParallel.ts";
import { patienceOf, type ResolveOptions } from "./options.ts";
import type { RoutingBlock, RoutingPoint, RoutingProvider, RoutingTable } from "./provider.ts";

/** Profile -> the table between all points. Asks nobody about fewer than two points. Throws like {@link ask}. */
export async function tablesOf(
  profiles: readonly string[],
  points: readonly RoutingPoint[],
  provider: RoutingProvider,
  options: ResolveOptions,
): Promise<Map<string, RoutingTable>> {
  const { concurrency, ...patience } = patienceOf(options);
  const tables = new Map(profiles.map((profile) => [profile, { seconds: zeros(points.length), metres: zeros(points.length) }]));
  const blocks = points.length < 2 ? [] : blocksOf(points, provider.blockSide(points.length));
  const jobs = [...tables].flatMap(([profile, whole]) =>
    blocks.map((block) => async (signal: AbortSignal): Promise<void> => {
      const table = await remembered(provider, profile, block, options.cache, { ...patience, signal });
      const lay = (rows: RoutingTable["seconds"], into: (number | null)[][]): void =>
        rows.forEach((row, i) => void into[block.firstSource + i]?.splice(block.firstTarget, row.length, ...row));
      lay(table.seconds, whole.seconds);
      lay(table.metres, whole.metres);
    }),
  );
  options.signal?.throwIfAborted();
  await inParallel(jobs, concurrency, options.signal);
  return tables;
}

const zeros = (size: number): (number | null)[][] => Array.from({ length: size }, () => new Array<number | null>(size).fill(0));

async function remembered(
  provider: RoutingProvider,
  profile: string,
  block: RoutingBlock,
  cache: TravelCache | undefined,
  asking: Asking,
): Promise<RoutingTable> {
  const key = keyOf(provider.service, profile, block);
  const known = recalled(await cache?.get(key), block);
  if (known !== undefined) return known;
  const table = provider.read(await ask(provider.service, provider.request(profile, block), asking), block);
  if (isWhole(table)) await cache?.set(key, JSON.stringify(table));
  return table;
}
