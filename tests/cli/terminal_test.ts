import { assertEquals } from "@std/assert";
import { runInMemory } from "../testing/memory_system.ts";

const OBEYED_REGEXP =
  // deno-lint-ignore no-control-regex -- these are what is looked for
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]/;
const TEXT = "a\x1b[31mb\u202e\x9bc";

for (const format of ["table", "text", "csv", "json", "jsonl"]) {
  Deno.test(`resolve --format ${format} on a terminal shows escape sequences and obeys none`, async () => {
    const { stdout } = await runInMemory(
      ["resolve", TEXT, "--format", format, "--color", "never"],
      { columns: 80 },
    );
    assertEquals(OBEYED_REGEXP.test(stdout), false);
    assertEquals(/\\(?:x|u00)1b\[31mb\\u202e/.test(stdout), true, stdout);
  });
}

Deno.test("resolve --format csv into a pipe keeps the text as it is", async () => {
  const { stdout } = await runInMemory(["resolve", TEXT, "--format", "csv"]);
  assertEquals(stdout.includes(TEXT), true);
});

Deno.test("list --kind layer tells the layers apart on 80 columns", async () => {
  const { stdout } = await runInMemory(
    ["list", "--kind", "layer", "redirect", "--color", "never"],
    { columns: 80 },
  );
  assertEquals(
    stdout,
    `Name                     Run-time id  GUID
-----------------------  -----------  ------------------------------------
ALE_BIND_REDIRECT_V4     68           66978cad-c704-42ac-86ac-7c1a231bd253
ALE_BIND_REDIRECT_V6     69           bef02c9c-606b-4536-8c26-1c2fc7b631d4
ALE_CONNECT_REDIRECT_V4  66           c6e63c8c-b784-4562-aa7d-0a67cfcaf9a3
ALE_CONNECT_REDIRECT_V6  67           587e54a7-8046-42ba-a0aa-b716250fc7fd
ALE_ACCEPT_REDIRECT_V4   83           29243af8-ecaf-4436-a44e-f9fb7070aa04
ALE_ACCEPT_REDIRECT_V6   84           c9809347-218f-4b7f-a742-b281a3f631b4
6 layers
`,
  );
});
