import { assertEquals } from "@std/assert";
import { FWPUCLNT } from "../../src/native/symbols.ts";

const SOURCES = new URL("../../src/", import.meta.url);

/** Every function of the engine's interface that changes it, or watches it for a callback. */
const CHANGING = /Fwpm\w*(?:Add|Delete|Set|Commit|Subscribe|Unsubscribe)\w*\d/g;

function* listSources(folder: URL): Generator<URL> {
  for (const entry of Deno.readDirSync(folder)) {
    const url = new URL(entry.name + (entry.isDirectory ? "/" : ""), folder);
    if (entry.isDirectory) yield* listSources(url);
    else yield url;
  }
}

Deno.test("symbols: fwpuclnt.dll is asked only to open, list, free and close", () => {
  const kinds = ["Callout", "Filter", "Layer", "SubLayer", "Provider"];
  const lists = kinds.flatMap((kind) => [
    `Fwpm${kind}CreateEnumHandle0`,
    `Fwpm${kind}Enum0`,
    `Fwpm${kind}DestroyEnumHandle0`,
  ]);
  assertEquals(Object.keys(FWPUCLNT), [
    "FwpmEngineOpen0",
    "FwpmEngineClose0",
    "FwpmTransactionBegin0",
    "FwpmTransactionAbort0",
    "FwpmFreeMemory0",
    ...lists,
  ]);
});

Deno.test("sources: no function that changes the engine is named anywhere", () => {
  const named = [...listSources(SOURCES)].flatMap((url) =>
    Deno.readTextFileSync(url).match(CHANGING) ?? []
  );
  assertEquals(named, []);
});

Deno.test("sources: libraries are opened in one place", () => {
  const places = [...listSources(SOURCES)]
    .filter((url) => Deno.readTextFileSync(url).includes("Deno.dlopen"))
    .map((url) => url.pathname.slice(SOURCES.pathname.length));
  assertEquals(places, ["native/library.ts"]);
});
