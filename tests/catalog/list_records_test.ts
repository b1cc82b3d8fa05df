import { assert, assertEquals } from "@std/assert";
import { listRecords } from "../../src/catalog/list_records.ts";
import { findWindowsBuild } from "../../src/catalog/windows_builds.ts";
import type { CalloutRecord, LayerRecord } from "../../src/model/record.ts";

const ALL = listRecords();
const CALLOUTS = listRecords("callout") as readonly CalloutRecord[];
const LAYERS = listRecords("layer") as readonly LayerRecord[];

Deno.test("listRecords() gives all kinds, one after another", () => {
  const counts = Object.entries(Object.groupBy(ALL, (record) => record.kind))
    .map(([kind, records]) => [kind, records.length]);
  assertEquals(counts, [
    // 72 with a symbol, and 269 more that only sightings tell of.
    ["callout", 341],
    ["layer", 107],
    ["sublayer", 24],
    ["condition", 148],
    ["provider", 14],
    ["keying_module", 3],
    ["provider_context", 2],
  ]);
  assertEquals(listRecords("filter"), []);
});

Deno.test("listRecords() gives those of the header first, then by name, nameless ones last", () => {
  for (const kind of new Set(ALL.map((record) => record.kind))) {
    const records = listRecords(kind);
    const keys = records.map(({ builtin, name, guid }) =>
      `${builtin ? 0 : 1}\0${name ?? "\uffff"}\0${guid}`
    );
    assertEquals(keys, keys.toSorted());
  }
});

Deno.test("records: each has a description of its own, in ASCII", () => {
  for (const { description, name } of ALL) {
    assert(
      /^[A-Z4][ -~]*\.$/.test(description ?? ""),
      `${name}: ${description}`,
    );
  }
});

Deno.test("records: fixed text is ASCII, and notes are sentences", () => {
  for (const record of ALL) {
    for (const note of record.notes) assert(/^[A-Z][ -~]*\.$/.test(note), note);
    for (const line of record.references) assert(/^[ -~]+$/.test(line), line);
    assert(record.references.length > 0);
  }
});

Deno.test("records: only objects of the header have a first Windows", () => {
  for (const { builtin, since, name } of ALL) {
    assertEquals(since !== null, builtin, name ?? "");
    assert(
      since === null ||
        findWindowsBuild(since.ntddi) !== undefined,
    );
  }
});

Deno.test("callouts: the family is that of the layer, or of the name without one", () => {
  for (const { name, layer, addressFamily } of CALLOUTS) {
    const spoken = layer ?? name ?? "";
    const expected = /V4(?![0-9])|IPv4/i.test(spoken)
      ? "IPv4"
      : /V6(?![0-9])|IPv6/i.test(spoken)
      ? "IPv6"
      : null;
    assertEquals(addressFamily, expected, name ?? "");
  }
});

Deno.test("callouts: six are reserved", () => {
  const reserved = CALLOUTS.filter((record) => record.reserved);
  assertEquals(reserved.map((record) => record.name), [
    "FWPM_CALLOUT_BUILT_IN_RESERVED_1",
    "FWPM_CALLOUT_BUILT_IN_RESERVED_2",
    "FWPM_CALLOUT_BUILT_IN_RESERVED_3",
    "FWPM_CALLOUT_BUILT_IN_RESERVED_4",
    "FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V4",
    "FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V6",
  ]);
});

Deno.test("callouts: the four of TCP Chimney are the only built-in ones seen unregistered", () => {
  const unregistered = CALLOUTS.filter((record) =>
    record.builtin && record.observed?.registered === false
  );
  assertEquals(unregistered.map((record) => record.name), [
    "FWPM_CALLOUT_TCP_CHIMNEY_ACCEPT_LAYER_V4",
    "FWPM_CALLOUT_TCP_CHIMNEY_ACCEPT_LAYER_V6",
    "FWPM_CALLOUT_TCP_CHIMNEY_CONNECT_LAYER_V4",
    "FWPM_CALLOUT_TCP_CHIMNEY_CONNECT_LAYER_V6",
  ]);
});

Deno.test("callouts: what only a machine can tell is null", () => {
  for (const record of CALLOUTS) {
    const { registered, persistent, flags, runtimeId } = record;
    const { provider, providerGuid, providerData } = record;
    assertEquals(
      {
        registered,
        persistent,
        flags,
        runtimeId,
        provider,
        providerGuid,
        providerData,
      },
      {
        registered: null,
        persistent: null,
        flags: null,
        runtimeId: null,
        provider: null,
        providerGuid: null,
        providerData: null,
      },
    );
  }
});

Deno.test("callouts: each has an owner, the first of all", () => {
  for (const { owner, owners, name } of CALLOUTS) {
    assert(owners.length > 0, name ?? "");
    assertEquals(owner, owners[0]);
  }
});

Deno.test("layers: a layer of the kernel has the flag that says so", () => {
  for (const { mode, flags, name } of LAYERS) {
    if (flags === null) continue;
    assertEquals(
      flags.includes("FWPM_LAYER_FLAG_KERNEL"),
      mode === "kernel",
      name ?? "",
    );
  }
});
