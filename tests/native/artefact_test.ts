import { assertEquals } from "@std/assert";
import { bundle } from "../../src/build/bundle.ts";
import { ROOT } from "../../src/build/files.ts";
import { FWPUCLNT } from "../../src/native/symbols.ts";

/** Everything that users run, as text. */
async function readBundle(): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    await bundle(`${ROOT}/src/main.ts`, folder);
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    const texts = names.filter((name) => name.endsWith(".js"))
      .map((name) => Deno.readTextFile(`${folder}/${name}`));
    return (await Promise.all(texts)).join("\n");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const BUNDLE = await readBundle();

function listMatches(pattern: RegExp): string[] {
  return [...new Set(BUNDLE.match(pattern) ?? [])].sort();
}

Deno.test("artefact: it names only functions of the engine that read", () => {
  assertEquals(
    listMatches(/\bFwpm\w+?\d\b/g),
    Object.keys(FWPUCLNT).sort(),
  );
});

Deno.test("artefact: it opens libraries in one place, kernel32.dll alone by name", () => {
  assertEquals(BUNDLE.match(/\bdlopen\b/g)?.length, 1);
  assertEquals(listMatches(/(?<=["'`])[\w.]+\.dll(?=["'`])/g), [
    "kernel32.dll",
  ]);
  assertEquals(listMatches(/(?<=\}\\\\)[\w.]+\.dll/g), [
    "advapi32.dll",
    "fwpuclnt.dll",
    "ntdll.dll",
    "shlwapi.dll",
  ]);
});

Deno.test("artefact: it holds nothing of the double, and no way to it", () => {
  assertEquals(
    listMatches(/fwpuclnt_double|live_main|DoubleLoad|DoubleFail/gi),
    [],
  );
});
