/**
 * Reads a double's engine again and again, and prints how many bytes the process
 * grew by between the 300th and the 1,000th read. Run with `--expose-gc`.
 *
 * @module
 */

import { Double } from "../fwpuclnt_double/double.ts";
import { sampleEngine } from "../fwpuclnt_double/sample_engine.ts";

const { gc } = globalThis as unknown as { readonly gc: () => void };

using double = await Double.open(sampleEngine({ callouts: 6, filters: 20 }));
const source = double.source();

function measureAfter(reads: number): number {
  for (let i = 0; i < reads; i++) source.read();
  gc();
  return Deno.memoryUsage().rss;
}

const before = measureAfter(300);
console.log(measureAfter(700) - before);
