import { assertEquals } from "@std/assert";
import { Double, NOTHING_OPEN } from "../fwpuclnt_double/double.ts";
import { sampleEngine } from "../fwpuclnt_double/sample_engine.ts";

Deno.test("LiveSource.read() gives every object of the engine as it is", async () => {
  const objects = sampleEngine();
  using double = await Double.open(objects);
  const { time, ...rest } = double.source().read();
  const { time: _, ...expected } = objects;
  assertEquals(rest, expected);
  assertEquals(new Date(time ?? "").toISOString(), time);
  assertEquals(double.open, NOTHING_OPEN);
});
