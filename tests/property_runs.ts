/** The variable that sets how often each property is tried. */
const VARIABLE = "WFPCALLOUT_FUZZ_RUNS";

/**
 * What `fc.assert` is given everywhere: how often each property is tried, and
 * the seed. `deno task fuzz` tries more often; `WFPCALLOUT_FUZZ_SEED` sets
 * another seed, so that a failure found with it can be tried again.
 *
 * @example Usage
 * ```ts
 * fc.assert(fc.property(fc.string(), (text) => canParse(text)), PROPERTY_RUNS);
 * ```
 */
export const PROPERTY_RUNS: {
  readonly numRuns: number;
  readonly seed: number;
} = {
  numRuns: Number(Deno.env.get(VARIABLE) ?? 300),
  seed: Number(Deno.env.get("WFPCALLOUT_FUZZ_SEED") ?? 1),
};
