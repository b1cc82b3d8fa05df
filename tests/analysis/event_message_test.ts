import { assertEquals } from "@std/assert";
import { parseEventMessage } from "../../src/analysis/event_message.ts";
import { EVENT_TEMPLATES } from "../../src/analysis/event_template.ts";
import { runInMemory } from "../testing/memory_system.ts";

const AUDITING = "Microsoft-Windows-Security-Auditing";

/** Labels are nonsense: only the order of the values may count. */
const FILTER_CHANGED = [
  "Alpha beta.",
  "\t",
  "Eins :",
  "\tSID :\t\tS-1-5-19",
  "\tKonto :\t\tAUTORITE NT\\SERVICE LOCAL",
  "",
  "Zwei :",
  "\tPID :\t1000",
  "",
  "Drei :",
  "\tID :\t\t{decc16ca-3f33-4346-be1e-8fb4ae0f3d62}",
  "\tName :\t\tMicrosoft Corporation",
  "",
  "Vier :",
  "\tArt :\tAjouter",
  "",
  "\u4e94\uff1a",
  "\tID\uff1a\t\t{11112222-3333-4444-5555-666677778888}",
  "\tName\uff1a\t\tA: B",
  "\tArt\uff1a\t\tPermanent",
  "\tRTID\uff1a\t66238",
  "",
  "Sechs :",
  "\tID :\t\t{c38d57d1-05a7-4c33-904f-7fbceee60e82}",
  "\tName :\t\tCouche ALE Connect v4",
  "\tRTID :\t48",
  "",
  "Sieben :",
  "\tID :\t\t{00000000-0000-0000-0000-000000000000}",
  "\tName :\t\t-",
  "",
  "Acht :",
  "\tGewicht :\t32\t",
  "\tBedingungen :\t\n\tID der Bedingung:\t{3971ef2b-623e-4f9a-8cb1-6e79b806b9a7}",
  "\tVergleich:\tGleich",
  "\tWert:\t0x11",
  "",
  "\tAktion :\tAutoriser",
].join("\r\n");

Deno.test("parseEventMessage() passes over a long run of blanks, in a time that grows with it", () => {
  // A pattern that is quadratic in the blanks would need hours for this
  const layout = EVENT_TEMPLATES.get(5447)?.message;
  const message = `Alpha:${"\t ".repeat(1_000_000)}\r\n${FILTER_CHANGED}`;
  const fields = parseEventMessage(message, layout ?? never());
  assertEquals(fields.get("filterid"), "66238");
});

Deno.test("parseEventMessage() reads values by their order, in any language", () => {
  const layout = EVENT_TEMPLATES.get(5447)?.message;
  const fields = parseEventMessage(FILTER_CHANGED, layout ?? never());
  assertEquals(Object.fromEntries(fields), {
    usersid: "S-1-5-19",
    username: "AUTORITE NT\\SERVICE LOCAL",
    processid: "1000",
    providerkey: "{decc16ca-3f33-4346-be1e-8fb4ae0f3d62}",
    providername: "Microsoft Corporation",
    changetype: "Ajouter",
    filterkey: "{11112222-3333-4444-5555-666677778888}",
    filtername: "A: B",
    filtertype: "Permanent",
    filterid: "66238",
    layerkey: "{c38d57d1-05a7-4c33-904f-7fbceee60e82}",
    layername: "Couche ALE Connect v4",
    layerid: "48",
    calloutkey: "{00000000-0000-0000-0000-000000000000}",
    calloutname: "-",
    weight: "32",
    action: "Autoriser",
    conditions: [
      "\tBedingungen :\t",
      "\tID der Bedingung:\t{3971ef2b-623e-4f9a-8cb1-6e79b806b9a7}",
      "\tVergleich:\tGleich",
      "\tWert:\t0x11",
      "",
    ].join("\n"),
  });
});

Deno.test("parseEventMessage() gives nothing for a text in another order", () => {
  const layout = EVENT_TEMPLATES.get(5446)?.message ?? never();
  assertEquals(parseEventMessage(FILTER_CHANGED, layout).size, 0);
  assertEquals(parseEventMessage("", layout).size, 0);
});

Deno.test("events: an event whose message holds all, in another language", async () => {
  const event = {
    TimeGenerated: "2024-05-06T07:08:09Z",
    Computer: "pc1",
    ProviderName: AUDITING,
    ProcessId: 4,
    EventID: 5447,
    RenderedDescription: FILTER_CHANGED,
  };
  const { code, stdout, stderr } = await runInMemory(
    ["events", "in", "--json"],
    { files: { in: JSON.stringify(event) } },
  );
  assertEquals(code, 0);
  assertEquals(JSON.parse(stderr), {
    warning: {
      message:
        "Cannot read some words of 1 event: they are not English, and are null",
      hint:
        "export the events as XML or EVTX, which hold codes in place of words",
      code: "unknownWords",
      details: {},
    },
  });
  assertEquals(JSON.parse(stdout), [{
    eventId: 5447,
    time: "2024-05-06T07:08:09Z",
    computer: "pc1",
    change: null,
    callout: null,
    filter: {
      guid: "11112222-3333-4444-5555-666677778888",
      name: "A: B",
      displayName: "A: B",
      filterId: "66238",
      weight: "32",
      conditions: [{
        field: "FWPM_CONDITION_IP_PROTOCOL",
        match: null,
        value: { type: "FWP_UINT8", value: 17 },
      }],
    },
    layer: {
      guid: "c38d57d1-05a7-4c33-904f-7fbceee60e82",
      name: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
      displayName: "Couche ALE Connect v4",
      runtimeId: 48,
    },
    provider: {
      guid: "decc16ca-3f33-4346-be1e-8fb4ae0f3d62",
      name: "FWPM_PROVIDER_MPSSVC_WF",
      displayName: "Microsoft Corporation",
    },
    process: { id: 1000, path: null },
    user: { sid: "S-1-5-19", name: "AUTORITE NT\\SERVICE LOCAL" },
    title: "Filter changed",
    type: null,
    action: null,
    sublayer: null,
    connection: null,
    recordId: null,
    join: null,
    source: "in",
  }]);
});

Deno.test("events: what stands around an event is not taken for its fields", async () => {
  const event = { ProviderName: AUDITING, ProcessId: 4, Message: "Text" };
  const lines = [{ ...event, Id: 5447 }, {
    ...event,
    Id: 5157,
    ProviderName: "Another",
  }];
  const { code, stdout, stderr } = await runInMemory(
    ["events", "in", "--jsonl"],
    { files: { in: lines.map((line) => JSON.stringify(line)).join("\n") } },
  );
  assertEquals(code, 0);
  const records = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(
    records.map(({ eventId, provider, process }) => [
      eventId,
      provider,
      process,
    ]),
    [[5447, null, null]],
  );
  assertEquals(
    JSON.parse(stderr).warning.message,
    "Skipped 1 event of other numbers or providers: 5157 (1)",
  );
});

function never(): never {
  throw new Error("There is no such template");
}
