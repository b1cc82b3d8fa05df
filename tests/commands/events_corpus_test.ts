/** Real logs, where they lie beside the checkout as they do in CI. */

import { assertEquals } from "@std/assert";
import type { EventRecord } from "../../src/model/event.ts";
import { runInMemory } from "../testing/memory_system.ts";

const CORPUS = new URL("../../../shared/corpus/", import.meta.url);
const ignore = !exists(new URL("README.md", CORPUS));

function exists(url: URL): boolean {
  try {
    return Deno.statSync(url).isFile;
  } catch {
    return false;
  }
}

async function decode(name: string): Promise<EventRecord[]> {
  const { code, stdout } = await runInMemory(["events", "in", "--json"], {
    files: { in: Deno.readFileSync(new URL(name, CORPUS)) },
  });
  assertEquals(code, 0);
  return JSON.parse(stdout);
}

Deno.test({
  name: "events of a boot: 34 callout changes, each with name, owner and layer",
  ignore,
  fn: async () => {
    const events = await decode("otrf-boot-2020-wfp-events.jsonl");
    assertEquals(events.length, 252);
    const callouts = events.filter(({ eventId }) => eventId === 5446);
    assertEquals(callouts.length, 34);
    const whole = callouts.filter(({ callout, layer, change, time }) =>
      callout?.name && callout.owner?.vendor === "Microsoft" &&
      layer?.name?.startsWith("FWPM_LAYER_") && change === "Add" && time
    );
    assertEquals(whole.length, 34);
  },
});

Deno.test({
  name: "events of an EVTX file are those of its XML",
  ignore,
  fn: async () => {
    const events = await decode("evtx-to-mitre-5447.evtx");
    assertEquals(events.length, 984);
    const byRecord = new Map(events.map((event) => [event.recordId, event]));
    const xml = await decode("evtx-to-mitre-5447.part.xml");
    assertEquals(xml.length, 24);
    for (const event of xml) assertEquals(byRecord.get(event.recordId), event);
  },
});

Deno.test({
  name: "events whose message says the same as their fields",
  ignore,
  fn: async () => {
    const names = [
      "otrf-boot-2020-wfp-events.jsonl",
      "otrf-2022-5447-alt-format.jsonl",
      "otrf-netfilter-515x.sample.jsonl",
    ];
    for (const name of names) {
      const lines = Deno.readTextFileSync(new URL(name, CORPUS)).trimEnd()
        .split("\n").map((line) => JSON.parse(line));
      const bare = lines.map((
        { EventID, Message, SourceName, Hostname },
      ) => ({ EventID, Message, SourceName, Hostname }));
      const { stdout } = await runInMemory(["events", "in", "--json"], {
        files: { in: bare.map((line) => JSON.stringify(line)).join("\n") },
      });
      const same = (event: EventRecord): unknown => ({
        ...event,
        time: null,
        recordId: null,
        layer: event.layer && { ...event.layer, displayName: null },
        connection: event.connection && {
          ...event.connection,
          remoteUser: null,
          remoteMachine: null,
        },
      });
      assertEquals(
        JSON.parse(stdout).map(same),
        (await decode(name)).map(same),
      );
    }
  },
});
