/**
 * Runs the jobs in order, `most` at a time. The first to fail aborts the signal that all were given; the promise is rejected with its
 * error once nothing is under way any more. Aborts with `signal`, too.
 */
export async function inParallel(
  jobs: readonly ((signal: AbortSignal) => Promise<void>)[],
  most: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  let next = 0;
  let failed: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    while (failed === undefined && next < jobs.length) {
      const job = jobs[next++] as (signal: AbortSignal) => Promise<void>;
      try {
        await job(either);
      } catch (error) {
        failed ??= { error };
        stop.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, jobs.length) }, worker));
  if (failed !== undefined) throw (failed as { readonly error: unknown }).error;
}
