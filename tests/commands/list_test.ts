import { assertEquals } from "@std/assert";
import { tool } from "../tool.ts";

interface Row {
  readonly kind: string;
  readonly name: string | null;
  readonly guid: string;
  readonly builtin: boolean;
  readonly addressFamily: string | null;
  readonly layer: string | null;
  readonly since: { readonly ntddi: string } | null;
  readonly owner: { readonly vendor: string } | null;
}

async function list(...args: string[]): Promise<{ code: number; rows: Row[] }> {
  const { code, stdout } = await tool(["list", "--json", ...args]);
  return { code, rows: JSON.parse(stdout) };
}

Deno.test("wfpcallout list counts what the header and the facts have", async () => {
  const counts: Record<string, number> = {
    layer: 107,
    sublayer: 24,
    condition: 148,
    "keying_module": 3,
    "provider_context": 2,
  };
  for (const [kind, count] of Object.entries(counts)) {
    assertEquals((await list("--kind", kind)).rows.length, count, kind);
  }
  assertEquals((await list("--builtin")).rows.length, 51);
});

Deno.test("wfpcallout list PATTERN takes fragments and wildcards, and keeps the order", async () => {
  const { rows } = await list("--builtin", "tcp_templates*_V4", "silent_drop");
  assertEquals(rows.map(({ name }) => name?.slice("FWPM_CALLOUT_".length)), [
    "TCP_TEMPLATES_ACCEPT_LAYER_V4",
    "TCP_TEMPLATES_CONNECT_LAYER_V4",
    "WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
    "WFP_TRANSPORT_LAYER_V6_SILENT_DROP",
  ]);
});

Deno.test("wfpcallout list PATTERN takes a GUID in any spelling", async () => {
  const name = "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP";
  for (
    const guid of [
      "{EDA08606-2494-4D78-89BC-67837C03B969}",
      "eda0860624944d7889bc67837c03b969",
    ]
  ) {
    const { code, rows } = await list(guid);
    assertEquals([code, ...rows.map((row) => row.name)], [0, name]);
  }
  const missing = await tool(["list", "11111111-2222-4333-8444-555555555555"]);
  assertEquals({ ...missing, stdout: "" }, {
    code: 1,
    stdout: "",
    stderr:
      'warning: Cannot find callout "11111111-2222-4333-8444-555555555555": nothing listed matches it\n',
  });
});

Deno.test("wfpcallout list narrows by layer, family, Windows and owner", async () => {
  const layer = await list("--layer", "ale_auth_connect_v4", "--builtin");
  assertEquals(layer.rows.length, 7);
  const guid = await list(
    "--layer",
    "{c38d57d1-05a7-4c33-904f-7fbceee60e82}",
    "--builtin",
  );
  assertEquals(guid.rows, layer.rows);
  const family = await list("--family", "ipv6", "--builtin");
  assertEquals(
    new Set(family.rows.map((row) => row.addressFamily)),
    new Set(["IPv6"]),
  );
  for (const since of ["NTDDI_WIN10_RS2", "1703", "Windows 10 1703", "15063"]) {
    const { rows } = await list("--since", since, "--builtin");
    assertEquals(rows.length, 4 + 1 + 4 + 2, since);
  }
  const others = await list("--third-party");
  assertEquals(others.rows.some((row) => row.builtin), false);
  assertEquals(
    others.rows.some((row) => row.owner?.vendor === "Microsoft"),
    false,
  );
});

Deno.test("wfpcallout list '*' lists what has no name too", async () => {
  const { rows } = await list("*");
  assertEquals(rows, (await list()).rows);
});

Deno.test("wfpcallout list - lists nothing for an empty pipe, and reads UTF-16", async () => {
  assertEquals(await tool(["list", "-", "--json"]), {
    code: 0,
    stdout: "[]\n",
    stderr: "",
  });
  const text = "TCP_TEMPLATES_*_V4\r\n";
  const stdin = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) stdin[2 * i] = text.charCodeAt(i);
  const { stdout } = await tool(["list", "-"], { stdin });
  assertEquals(stdout.split("\n").map((line) => line.split("\t")[0]), [
    "FWPM_CALLOUT_TCP_TEMPLATES_ACCEPT_LAYER_V4",
    "FWPM_CALLOUT_TCP_TEMPLATES_CONNECT_LAYER_V4",
    "",
  ]);
});

Deno.test("wfpcallout list --since knows every Windows, by name, release and build", async () => {
  const counts: Readonly<Record<string, number>> = {
    "Windows 8.1": 4 + 1 + 4 + 2,
    "win10": 4 + 1 + 4 + 2,
    "1809": 4 + 2,
    "17763": 4 + 2,
    "Server 2022": 4 + 2,
    "Windows 11": 2,
    "Windows 11 22H2 (22621)": 2,
    "10.0.22621": 2,
    "24H2": 0,
  };
  for (const [since, count] of Object.entries(counts)) {
    const { rows } = await list("--since", since, "--builtin");
    assertEquals(rows.length, count, since);
  }
});

Deno.test("wfpcallout list --since constructor names no Windows", async () => {
  assertEquals(await tool(["list", "--since", "constructor"]), {
    code: 2,
    stdout: "",
    stderr: 'error: Cannot use --since "constructor": no Windows has that ' +
      "name\nhint: use a name such as Windows 8, 1809, Server 2022 or " +
      "NTDDI_WIN8, or a build such as 22621\n",
  });
});

Deno.test("wfpcallout list --registered reads what was observed", async () => {
  const yes = await list("--builtin", "--registered");
  const no = await list("--builtin", "--unregistered");
  assertEquals(yes.rows.length, 44);
  assertEquals(
    no.rows.map(({ name }) => name?.includes("TCP_CHIMNEY")),
    [true, true, true, true],
  );
});

Deno.test("wfpcallout list ends with 1 for a pattern or GUID that finds nothing, with 0 for options", async () => {
  const { code, stdout, stderr } = await tool([
    "list",
    "silent_dorp",
    "--jsonl",
  ]);
  assertEquals([code, stdout], [1, ""]);
  assertEquals(JSON.parse(stderr).warning, {
    code: "notFound",
    message: 'Cannot find callout "silent_dorp": nothing listed matches it',
    hint: null,
    details: { text: "silent_dorp" },
  });
  assertEquals(
    (await list("--guid", "11111111-2222-4333-8444-555555555555")).code,
    1,
  );
  assertEquals(await list("--provider", "nobody"), { code: 0, rows: [] });
});

Deno.test("wfpcallout list --provider warns of a provider that nothing has, and ends with 0", async () => {
  const { code, stdout, stderr } = await tool([
    "list",
    "--provider",
    "FWPM_PROVIDER_MPSSVC_WG",
    "--provider",
    "Contoso*",
    "--provider",
    "99999999-1111-4111-8111-111111111111",
  ]);
  assertEquals({ code, stdout, stderr }, {
    code: 0,
    stdout: "",
    stderr:
      'warning: Cannot find provider "FWPM_PROVIDER_MPSSVC_WG": nothing ' +
      "listed belongs to it\nhint: did you mean FWPM_PROVIDER_MPSSVC_WF?\n",
  });
});

Deno.test("wfpcallout list --from a file that is not there reports it and ends with 3", async () => {
  const { code, stdout, stderr } = await tool(["list", "--from", "/no/such"]);
  assertEquals({ code, stdout, stderr }, {
    code: 3,
    stdout: "",
    stderr: 'error: Cannot read "/no/such": there is no such file\n',
  });
});

Deno.test("wfpcallout list --from suggests what the source has", async () => {
  const state = new URL(
    "../testdata/sources/small-state.xml",
    import.meta.url,
  ).pathname;
  const { code, stdout, stderr } = await tool([
    "list",
    "--from",
    state,
    "contoso conect",
    "IPSEC_ALE_CONNECT_V7",
    "TCP_TEMPLATES_CONNECT_LAYER_V7",
  ]);
  assertEquals([code, stdout, stderr], [
    1,
    "",
    'warning: Cannot find callout "contoso conect": nothing listed matches it\n' +
    "hint: did you mean Contoso connect?\n" +
    'warning: Cannot find callout "IPSEC_ALE_CONNECT_V7": nothing listed matches it\n' +
    "hint: did you mean FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4?\n" +
    'warning: Cannot find callout "TCP_TEMPLATES_CONNECT_LAYER_V7": nothing listed matches it\n',
  ]);
});

Deno.test("wfpcallout list --guid suggests a callout without a name by its GUID", async () => {
  const { code, stderr } = await tool([
    "list",
    "--guid",
    "af95af3f-00e9-4da5-b9dd-96bda0901632",
  ]);
  assertEquals([code, stderr.split("\n")[1]], [
    1,
    "hint: did you mean af95af3f-00e9-4da5-b9dd-96bda0901631?",
  ]);
});
