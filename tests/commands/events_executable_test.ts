import { assertEquals } from "@std/assert";
import { EVENT_SAMPLES } from "../testing/event_samples.ts";
import { formatXml } from "../testing/event_shapes.ts";
import { buildEvtx } from "../testing/evtx_builder.ts";
import { tool } from "../tool.ts";

const RECORDS = new URL("../testdata/events/records.jsonl", import.meta.url);
const NUMBERS = Deno.readTextFileSync(RECORDS).trimEnd().split("\n")
  .map((line) => JSON.parse(line)).map(({ eventId, time }) => [eventId, time]);

/** What tells two files of the same events apart. */
function summarize(jsonl: string): unknown[] {
  return jsonl.trimEnd().split("\n").map((line) => JSON.parse(line))
    .map(({ eventId, time }) => [eventId, time]);
}

Deno.test("wfpcallout events log.evtx --jsonl", async () => {
  const folder = Deno.makeTempDirSync();
  try {
    // In the executable the library is minified, and has only the program's permissions.
    Deno.writeFileSync(`${folder}/log.evtx`, buildEvtx(EVENT_SAMPLES));
    const { code, stdout, stderr } = await tool(
      ["events", "log.evtx", "--jsonl"],
      { cwd: folder },
    );
    assertEquals([code, stderr], [0, ""]);
    assertEquals(summarize(stdout), NUMBERS);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("wfpcallout events --jsonl < log.xml", async () => {
  const stdin = EVENT_SAMPLES.map(formatXml).join("\n");
  const { code, stdout, stderr } = await tool(["events", "--jsonl"], { stdin });
  assertEquals([code, stderr], [0, ""]);
  assertEquals(summarize(stdout), NUMBERS);
});
