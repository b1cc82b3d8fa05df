import { assertEquals } from "@std/assert";
import { listRecords } from "../../src/catalog/list_records.ts";
import { linuxTest } from "../testing/linux_test.ts";
import { tool } from "../tool.ts";

/** Every symbol of the header with its GUID, `SYMBOL=guid`, sorted. */
function expectedLines(kind?: "callout"): string[] {
  return listRecords(kind).filter(({ builtin }) => builtin).flatMap(
    ({ name, aliases, guid }) =>
      [name ?? "", ...aliases].filter((symbol) => symbol.startsWith("FWPM_"))
        .map((symbol) => `${symbol}=${guid}`),
  ).sort();
}

async function generate(language: string, path: string): Promise<void> {
  const { code, stderr } = await tool([
    "generate",
    "--language",
    language,
    "-o",
    path,
  ]);
  assertEquals([code, stderr], [0, ""]);
}

async function outputOf(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<string[]> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd,
  }).output();
  const text = new TextDecoder();
  assertEquals(code, 0, text.decode(stderr) + text.decode(stdout));
  return text.decode(stdout).trim().split(/\r?\n/).sort();
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What `guiddef.h` of Windows says, for compilers elsewhere. */
const GUIDDEF = `#include <stdint.h>
typedef struct { uint32_t Data1; uint16_t Data2, Data3; uint8_t Data4[8]; } GUID;
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \\
  const GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
`;

for (const hasGuiddef of [true, false]) {
  const where = hasGuiddef ? "" : " where there is no guiddef.h";
  linuxTest(
    `wfpcallout generate --language c compiles and gives the same GUIDs${where}`,
    async () => {
      await inFolder(async (folder) => {
        await generate("c", `${folder}/guids.h`);
        const symbols = expectedLines().map((line) => line.split("=")[0]);
        if (hasGuiddef) {
          await Deno.writeTextFile(`${folder}/guiddef.h`, GUIDDEF);
        }
        await Deno.writeTextFile(
          `${folder}/print.c`,
          `#include <stdio.h>
#include "guids.h"
static void show(const char *name, const GUID *g) {
  printf("%s=%08x-%04x-%04x-%02x%02x-", name, g->Data1, g->Data2, g->Data3, g->Data4[0], g->Data4[1]);
  for (int i = 2; i < 8; i++) printf("%02x", g->Data4[i]);
  printf("\\n");
}
int main(void) {
${symbols.map((symbol) => `  show("${symbol}", &${symbol});`).join("\n")}
  return 0;
}
`,
        );
        await outputOf(
          "gcc",
          ["-Wall", "-Werror", "-I.", "print.c", "-o", "print"],
          folder,
        );
        assertEquals(
          await outputOf(`${folder}/print`, [], folder),
          expectedLines(),
        );
      });
    },
  );
}

Deno.test("wfpcallout generate --language typescript imports and gives the same GUIDs", async () => {
  await inFolder(async (folder) => {
    await generate("typescript", `${folder}/guids.ts`);
    const module: Record<string, string> = await import(
      new URL(`file://${folder}/guids.ts`).href
    );
    assertEquals(
      Object.entries(module).map(([symbol, guid]) => `${symbol}=${guid}`)
        .sort(),
      expectedLines(),
    );
  });
});

Deno.test("wfpcallout generate --language csharp compiles and gives the same GUIDs", async () => {
  await inFolder(async (folder) => {
    await generate("csharp", `${folder}/WfpGuids.cs`);
    await Deno.writeTextFile(
      `${folder}/Print.cs`,
      `using System;
foreach (var field in typeof(WfpCallout.WfpGuids).GetFields())
    Console.WriteLine(field.Name + "=" + field.GetValue(null));
`,
    );
    await Deno.writeTextFile(
      `${folder}/print.csproj`,
      `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
</Project>
`,
    );
    await outputOf(
      "dotnet",
      ["build", "--nologo", "--verbosity", "quiet", "-o", "out"],
      folder,
    );
    assertEquals(
      await outputOf("dotnet", ["out/print.dll"], folder),
      expectedLines(),
    );
  });
});

Deno.test("wfpcallout generate --language go and rust write one line a symbol with the right fields", async () => {
  const fields =
    /(FWPM_\w+)(?:: GUID)? = GUID ?\{(?: data1: )?0x([0-9a-f]{8}),(?: data2:)? 0x([0-9a-f]{4}),(?: data3:)? 0x([0-9a-f]{4}),(?: data4: \[| \[8\]byte\{)((?:0x[0-9a-f]{2}(?:, )?){8})/g;
  for (const language of ["go", "rust"]) {
    const { stdout } = await tool(["generate", "--language", language]);
    const lines = [...stdout.matchAll(fields)].map(
      ([, symbol, a, b, c, d = ""]) => {
        const rest = d.replace(/0x|, /g, "");
        return `${symbol}=${a}-${b}-${c}-${rest.slice(0, 4)}-${rest.slice(4)}`;
      },
    );
    assertEquals(lines.sort(), expectedLines(), language);
  }
});

Deno.test("wfpcallout generate --language go writes what gofmt leaves as it is", async () => {
  const { stdout } = await tool(["generate", "--language", "go"]);
  const [first = ""] = stdout.split("\n");
  assertEquals(
    /^\/\/ Code generated .* DO NOT EDIT\.$/.test(first),
    true,
    first,
  );
  // A group of variables is aligned by gofmt, single ones are not
  assertEquals(stdout.includes("var ("), false);
  assertEquals(
    stdout.match(/^var FWPM_\w+ = GUID\{/gm)?.length,
    expectedLines().length,
  );
});

Deno.test("wfpcallout generate --kind callout writes the 57 names of the 51 callouts", async () => {
  const { stdout } = await tool(["generate", "--kind", "callout"]);
  assertEquals(stdout.match(/^DEFINE_GUID\(/gm)?.length, 57);
  assertEquals(expectedLines("callout").length, 57);
});
