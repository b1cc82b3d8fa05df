import { assertEquals } from "@std/assert";
import { runInMemory, type RunResult } from "../testing/memory_system.ts";
import { SMALL_STATE, withoutContoso } from "../testing/small_state.ts";

const GUID = "11111111-1111-4111-8111-111111111111";

function audit(
  words: readonly string[],
  files: Record<string, string | Uint8Array> = {},
): Promise<RunResult> {
  return runInMemory(["audit", "--json", ...words], {
    files: { "state.xml": SMALL_STATE, "gone.xml": withoutContoso(), ...files },
  });
}

interface Brief {
  readonly id: string;
  readonly evidence: readonly {
    readonly name: string | null;
    readonly guid: string;
  }[];
}

async function findingsOf(
  words: readonly string[],
  files: Record<string, string> = {},
): Promise<unknown> {
  const { code, stdout, stderr } = await audit(words, files);
  const findings = JSON.parse(stdout) as Brief[];
  return [
    code,
    findings.map(({ id, evidence }) => [
      id,
      evidence.map(({ name, guid }) => name ?? guid),
    ]),
    stderr,
  ];
}

const CHIMNEY = ["unregistered", ["FWPM_CALLOUT_TCP_CHIMNEY_CONNECT_LAYER_V4"]];
const DANGLING = ["dangling", [GUID, "Contoso decides"]];
const BLIND = ["blind", [GUID, "Contoso watches"]];

Deno.test("wfpcallout audit of a healthy machine", async () => {
  assertEquals(await findingsOf(["--from", "state.xml"]), [0, [CHIMNEY], ""]);
});

Deno.test("wfpcallout audit of a machine whose callout is gone", async () => {
  assertEquals(await findingsOf(["--from", "gone.xml"]), [1, [
    DANGLING,
    BLIND,
    CHIMNEY,
  ], ""]);
});

Deno.test("wfpcallout audit --severity", async () => {
  assertEquals(
    await findingsOf(["--from", "gone.xml", "--severity", "warning"]),
    [1, [DANGLING, BLIND], ""],
  );
  assertEquals(
    await findingsOf(["--from", "gone.xml", "--severity", "ERROR"]),
    [1, [DANGLING], ""],
  );
  assertEquals(
    await findingsOf(["--from", "state.xml", "--severity", "error"]),
    [0, [], ""],
  );
});

Deno.test("wfpcallout audit --ignore", async () => {
  assertEquals(
    await findingsOf([
      "--from",
      "gone.xml",
      "--ignore",
      "dangling",
      "--ignore",
      "Blind",
    ]),
    [0, [CHIMNEY], ""],
  );
});

Deno.test("wfpcallout audit --baseline", async () => {
  const { stdout } = await audit(["--from", "gone.xml"]);
  assertEquals(
    await findingsOf(["--from", "gone.xml", "--baseline", "b.json"], {
      "b.json": stdout,
    }),
    [0, [], ""],
  );
  assertEquals(
    await findingsOf(["--from", "state.xml", "--baseline", "b.json"], {
      "b.json": "[]",
    }),
    [0, [CHIMNEY], ""],
  );
  const bad = await audit(["--from", "state.xml", "--baseline", "b.json"], {
    "b.json": "{}",
  });
  assertEquals([bad.code, JSON.parse(bad.stderr).error.code], [
    3,
    "badBaseline",
  ]);
});

/** As Windows PowerShell 5.1 writes with `>`. */
function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

Deno.test("wfpcallout audit --baseline --owners: files of Windows PowerShell", async () => {
  const { stdout } = await audit(["--from", "gone.xml"]);
  const { code, stdout: left } = await audit(
    ["--from", "gone.xml", "--baseline", "b.json", "--owners", "own.csv"],
    {
      "b.json": utf16(stdout),
      "own.csv": utf16("guid,product,vendor\r\n"),
    },
  );
  assertEquals([code, left], [0, "[]\n"]);
});

Deno.test("wfpcallout audit --owners", async () => {
  const { stdout } = await audit(
    ["--from", "gone.xml", "--owners", "own.csv"],
    {
      "own.csv": `${GUID},Shield,Contoso\n`,
    },
  );
  const [dangling] = JSON.parse(stdout) as {
    evidence: { product: string; vendor: string }[];
    remedy: string;
  }[];
  assertEquals(
    dangling?.evidence.map(({ product, vendor }) => [product, vendor]),
    [
      ["Shield", "Contoso"],
      ["Shield", "Contoso"],
    ],
  );
  assertEquals(dangling?.remedy.startsWith("Start or repair Shield, "), true);
});

Deno.test("wfpcallout audit of two machines says which is which", async () => {
  const { code, stdout } = await audit([
    "--from",
    "gone.xml",
    "--from",
    "state.xml",
    "--severity",
    "warning",
  ]);
  assertEquals(code, 1);
  assertEquals(
    (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title),
    [
      `gone.xml: 1 filter blocks what it matches: callout ${GUID} is absent`,
      `gone.xml: 1 filter inspects nothing: callout ${GUID} is absent`,
    ],
  );
});

Deno.test("wfpcallout audit --format table explains what is bad below the table", async () => {
  const { stdout } = await runInMemory([
    "audit",
    "--from",
    "g.xml",
    "--format",
    "table",
    "--ignore",
    "blind",
  ], { files: { "g.xml": withoutContoso() } });
  const title = `1 filter blocks what it matches: callout ${GUID} is absent`;
  const lines = stdout.split("\n");
  assertEquals(lines.slice(2), [
    `error     dangling      ${title}`,
    "info      unregistered  Not registered, as expected: 1 callout for TCP Chimney Offload",
    "",
    `error, dangling: ${title.replace(/ absent$/, "")}`,
    "  absent",
    "  The filter engine treats a filter as a block when its callout should decide but is not registered,",
    "  unless the filter has FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED.",
    `  - callout ${GUID}`,
    "  - filter Contoso decides (22222222-2222-4222-8222-000000000002) at FWPM_LAYER_ALE_AUTH_CONNECT_V4,",
    "    run-time id 70002",
    "  What to do: Find the product by the provider and the names, and start, repair or uninstall it",
    "  See: https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/fwpsk/nf-fwpsk-fwpscalloutregister0",
    "",
    "error: 1, warning: 0, info: 1",
    "",
  ]);
});
