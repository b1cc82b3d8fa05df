import { assertEquals } from "@std/assert";
import { runInMemory } from "../testing/memory_system.ts";
import { rawCallout, rawFilter, rawSnapshot } from "../testing/raw_objects.ts";
import { SMALL_STATE } from "../testing/small_state.ts";
import { tool, toolBytes } from "../tool.ts";

const CALLOUT = "eda08606-2494-4d78-89bc-67837c03b969";
const NAME = "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP";
const LAYER = "c38d57d1-05a7-4c33-904f-7fbceee60e82";
const LAYER_NAME = "FWPM_LAYER_ALE_AUTH_CONNECT_V4";
/** A callout that several products use. */
const SHARED = "b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8";
const CONTOSO = "11111111-1111-4111-8111-111111111111";

Deno.test("wfpcallout annotate, over standard input", async () => {
  const text = `a {${CALLOUT.toUpperCase()}}\r\nb ${LAYER}, ${CONTOSO}\n\nc`;
  assertEquals(await tool(["annotate"], { stdin: text }), {
    code: 0,
    stdout: `a {${CALLOUT.toUpperCase()}} (${NAME})\r\n` +
      `b ${LAYER} (${LAYER_NAME}), ${CONTOSO}\n\nc`,
    stderr: "",
  });
});

Deno.test("wfpcallout annotate --style STYLE", async () => {
  const text = `<callout>{${CALLOUT}}</callout>`;
  for (
    const [style, answer] of [
      ["suffix", `<callout>{${CALLOUT}} (${NAME})</callout>`],
      ["comment", `<callout>{${CALLOUT}} /* ${NAME} */</callout>`],
      ["Replace", `<callout>${NAME}</callout>`],
    ] as const
  ) {
    const { stdout } = await runInMemory(["annotate", "--style", style, "-"], {
      stdin: text,
    });
    assertEquals(stdout, answer);
  }
});

Deno.test("wfpcallout annotate --kind layer --kind sublayer leaves callouts alone", async () => {
  const text = `${CALLOUT} ${LAYER}`;
  const { stdout } = await runInMemory(
    ["annotate", "--kind", "layer", "--kind", "sublayer"],
    { stdin: text },
  );
  assertEquals(stdout, `${CALLOUT} ${LAYER} (${LAYER_NAME})`);
});

Deno.test("wfpcallout annotate counts the further owners of a GUID", async () => {
  const { stdout } = await runInMemory(["annotate"], { stdin: SHARED });
  assertEquals(stdout, `${SHARED} (Datagram-Data Proxy Callout +2)`);
});

Deno.test("wfpcallout annotate writes _ for what a name should not hold", async () => {
  const { stdout } = await runInMemory(["annotate", "--live"], {
    os: "windows",
    engine: {
      read: () =>
        rawSnapshot({
          callouts: [rawCallout({ name: "Ünsafe (*/)\n\u{1f600} a_b.c:d-e" })],
        }),
    },
    stdin: CONTOSO,
  });
  assertEquals(stdout, `${CONTOSO} (_nsafe ______ a_b.c:d-e)`);
});

Deno.test("wfpcallout annotate --from STATE names its objects too, the catalogue's first", async () => {
  const { code, stdout, stderr } = await runInMemory(
    ["annotate", "--from", "state.xml"],
    { files: { "state.xml": SMALL_STATE }, stdin: `${CONTOSO} ${LAYER}` },
  );
  assertEquals([code, stderr], [0, ""]);
  assertEquals(
    stdout,
    `${CONTOSO} (Contoso connect) ${LAYER} (${LAYER_NAME})`,
  );
});

Deno.test("wfpcallout annotate --live names filters", async () => {
  const { stdout } = await runInMemory(["annotate", "--live"], {
    os: "windows",
    engine: { read: () => rawSnapshot({ filters: [rawFilter()] }) },
    stdin: "{22222222-2222-4222-8222-222222222222}",
  });
  assertEquals(
    stdout,
    "{22222222-2222-4222-8222-222222222222} (Example filter)",
  );
});

Deno.test("wfpcallout annotate a.log missing.log - copies what can be read, in order", async () => {
  assertEquals(
    await runInMemory(["annotate", "a.log", "missing.log", "-"], {
      files: { "a.log": `a ${LAYER}` },
      stdin: `b ${LAYER}\n`,
    }).then(({ code, stdout, stderr }) => ({ code, stdout, stderr })),
    {
      code: 3,
      stdout: `a ${LAYER} (${LAYER_NAME})b ${LAYER} (${LAYER_NAME})\n`,
      stderr: 'error: Cannot read "missing.log": there is no such file\n',
    },
  );
});

Deno.test("wfpcallout annotate a.log -o b.log", async () => {
  const { code, stdout, files } = await runInMemory(
    ["annotate", "a.log", "-o", "b.log"],
    { files: { "a.log": LAYER } },
  );
  assertEquals([code, stdout], [0, ""]);
  assertEquals(
    new TextDecoder().decode(files.get("b.log")),
    `${LAYER} (${LAYER_NAME})`,
  );
});

Deno.test("wfpcallout annotate passes bytes through a pipe as they are", async () => {
  const bytes = Uint8Array.from(
    { length: 3_000_000 },
    (_, i) => (i * i + (i >> 7)) & 0xff,
  );
  const { code, stdout } = await toolBytes(["annotate"], { stdin: bytes });
  assertEquals([code, stdout.length], [0, bytes.length]);
  assertEquals(stdout.every((byte, i) => byte === bytes[i]), true);
});

Deno.test("wfpcallout annotate answers a slow pipe line by line", async () => {
  await tool(["version"]);
  const child = new Deno.Command(
    new URL("../../dist/wfpcallout", import.meta.url),
    { args: ["annotate"], stdin: "piped", stdout: "piped" },
  ).spawn();
  const writer = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  for (const line of ["one", LAYER, "three"]) {
    await writer.write(new TextEncoder().encode(`${line}\n`));
    const answer = line === LAYER ? `${LAYER} (${LAYER_NAME})\n` : `${line}\n`;
    let read = "";
    while (read.length < answer.length) read += (await reader.read()).value;
    assertEquals(read, answer);
  }
  await writer.close();
  assertEquals((await reader.read()).done, true);
  assertEquals((await child.status).code, 0);
});
