import { assertEquals } from "@std/assert";
import type { CalloutRecord } from "../../src/model/record.ts";
import { tool } from "../tool.ts";

/** Only whoever asks for it has the engine of the machine read; rights are then needed, not hoped for. */
const isWanted = Deno.env.get("WFPCALLOUT_REAL_ENGINE") === "1";

/** What of a callout two sources of one machine must agree on, but for its name. */
function factsOf(callout: CalloutRecord): unknown[] {
  const { guid, layerGuid, flags, providerGuid, runtimeId } = callout;
  return [guid, layerGuid, flags, providerGuid, runtimeId];
}

/** Whether a name is the other one, or was loaded from the resource that the other one is. */
function isNamedAs(live: CalloutRecord, dumped: CalloutRecord): boolean {
  return live.displayName === dumped.displayName ||
    live.notes.includes(`Loaded from the resource ${dumped.displayName}.`);
}

async function listCallouts(...words: string[]): Promise<CalloutRecord[]> {
  const { code, stdout, stderr } = await tool(["list", "--json", ...words]);
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout)
    .toSorted((a: CalloutRecord, b: CalloutRecord) =>
      (a.guid ?? "") < (b.guid ?? "") ? -1 : 1
    );
}

/** Has `netsh` write what the engine holds. */
async function dumpState(folder: string): Promise<string> {
  const file = `${folder}\\wfpstate.xml`;
  const netsh = new Deno.Command("netsh", {
    args: ["wfp", "show", "state", `file=${file}`],
    stdout: "null",
  });
  assertEquals((await netsh.output()).code, 0);
  return file;
}

Deno.test({
  name: "doctor: the engine of this machine can be listed, by an administrator",
  ignore: !isWanted,
  async fn(): Promise<void> {
    const { code, stdout } = await tool(["doctor", "--json"]);
    const { elevated, engine } = JSON.parse(stdout);
    const { ok, complete } = engine.enumeration;
    assertEquals([code, elevated, ok, complete], [0, true, true, true]);
  },
});

Deno.test({
  name: "list --live: it is what netsh wfp show state says of this machine",
  ignore: !isWanted,
  async fn(): Promise<void> {
    const folder = await Deno.makeTempDir();
    try {
      const dumped = await listCallouts("--from", await dumpState(folder));
      const live = await listCallouts("--live");
      assertEquals(live.map(factsOf), dumped.map(factsOf));
      const misnamed = live.filter((callout, i) =>
        !dumped.slice(i, i + 1).some((other) => isNamedAs(callout, other))
      );
      assertEquals(misnamed, []);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name:
    "list --live: every built-in has our GUID, and the layer where it was seen",
  ignore: !isWanted,
  async fn(): Promise<void> {
    const folder = await Deno.makeTempDir();
    try {
      // netsh writes the symbol of each built-in and no GUID: ours has to be one that the engine knows
      const dumped = await listCallouts("--from", await dumpState(folder));
      const live = new Map(
        (await listCallouts("--live")).map((
          callout,
        ) => [callout.guid, callout]),
      );
      const builtins = dumped.filter((callout) => callout.builtin);
      const wrong = builtins.filter((callout) =>
        live.get(callout.guid)?.name !== callout.name ||
        (callout.observed !== null &&
          callout.observed.layerGuid !== live.get(callout.guid)?.layerGuid)
      );
      assertEquals([builtins.length > 40, wrong], [true, []]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
