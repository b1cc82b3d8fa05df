import { assertEquals } from "@std/assert";
import { tool } from "../tool.ts";

interface Case {
  readonly args: readonly string[];
  readonly code: number;
  readonly stderr: string;
}

const CASES: readonly Case[] = [
  {
    args: ["resovle"],
    code: 2,
    stderr: 'error: Cannot run "resovle": there is no such command\n' +
      "hint: did you mean resolve?\n",
  },
  {
    args: ["--jsn"],
    code: 2,
    stderr: 'error: Cannot use "--jsn": a command comes first\n' +
      "hint: see wfpcallout --help\n",
  },
  {
    args: ["resolve", "--knd", "layer", "x"],
    code: 2,
    stderr: 'error: Cannot use "--knd": resolve has no such option\n' +
      "hint: did you mean --kind?\n",
  },
  {
    args: ["resolve", "--kind"],
    code: 2,
    stderr: "error: Cannot use --kind: KIND is missing\n" +
      "hint: see wfpcallout resolve --help\n",
  },
  {
    args: ["resolve", "--kind", "calout", "x"],
    code: 2,
    stderr: 'error: Cannot use --kind "calout": it takes callout, layer, ' +
      "sublayer, condition, provider, keying_module, provider_context or " +
      "filter\nhint: did you mean callout?\n",
  },
  {
    args: ["validate", "--expect", "sub-layer", "x"],
    code: 2,
    stderr: 'error: Cannot use --expect "sub-layer": it takes callout, ' +
      "layer, sublayer, condition, provider, keying_module or " +
      "provider_context\nhint: did you mean sublayer?\n",
  },
  {
    args: ["resolve", "-1, 2, 3"],
    code: 2,
    stderr: 'error: Cannot use "-1, 2, 3": resolve has no such option\n' +
      "hint: put -- before a TEXT that begins with a dash\n",
  },
  {
    args: ["resolve", "--json=yes", "x"],
    code: 2,
    stderr: 'error: Cannot use "--json=yes": --json takes no value\n',
  },
  {
    args: ["list", "--json", "--format", "csv"],
    code: 2,
    stderr: '{"error":{"code":"usage","message":"Cannot print in two ' +
      'formats: csv and json were asked for","hint":null,"exitCode":2,' +
      '"details":{}}}\n',
  },
  {
    args: ["list", "--format", "JSONL", "--family", "IPv5"],
    code: 2,
    stderr: '{"error":{"code":"usage","message":"Cannot use --family ' +
      '\\"IPv5\\": it takes IPv4 or IPv6","hint":"did you mean IPv4?",' +
      '"exitCode":2,"details":{}}}\n',
  },
  {
    args: ["resolve", "--knd", "--", "--json"],
    code: 2,
    stderr: 'error: Cannot use "--knd": resolve has no such option\n' +
      "hint: did you mean --kind?\n",
  },
  {
    args: ["version", "now"],
    code: 2,
    stderr: 'error: Cannot run version: the argument "now" is one too many\n' +
      "hint: see wfpcallout version --help\n",
  },
  {
    args: ["completions"],
    code: 2,
    stderr: "error: Cannot run completions: SHELL is missing\n" +
      "hint: see wfpcallout completions --help\n",
  },
  {
    args: ["completions", "csh"],
    code: 2,
    stderr: 'error: Cannot print completions for "csh": the shells are bash, ' +
      "zsh, fish and powershell\n",
  },
  {
    args: ["list", "--layer", "ALE_AUTH_CONECT_V4"],
    code: 2,
    stderr: 'error: Cannot use --layer "ALE_AUTH_CONECT_V4": no layer has ' +
      "this name or GUID\nhint: did you mean FWPM_LAYER_ALE_AUTH_CONNECT_V4?\n",
  },
  {
    args: ["list", "--since", "Windows 2000"],
    code: 2,
    stderr: 'error: Cannot use --since "Windows 2000": no Windows has that ' +
      "name\nhint: use a name such as Windows 8, 1809, Server 2022 or " +
      "NTDDI_WIN8, or a build such as 22621\n",
  },
  {
    args: ["list", "--guid", "eda08606"],
    code: 2,
    stderr: 'error: Cannot use --guid "eda08606": it ends after 8 of 32 ' +
      "characters (character 9)\n",
  },
  {
    args: ["list", "--registered", "--unregistered"],
    code: 2,
    stderr: "error: Cannot use --registered with --unregistered: nothing is " +
      "both\n",
  },
  {
    args: ["resolve", "x", "--scan", "y"],
    code: 2,
    stderr:
      'error: Cannot use "x" with --scan: only one of them can be given\n',
  },
  {
    args: ["help", "resolv"],
    code: 2,
    stderr: 'error: Cannot explain "resolv": there is no such command\n' +
      "hint: did you mean resolve?\n",
  },
  {
    args: ["schema", "calout"],
    code: 2,
    stderr: 'error: Cannot print the schema of "calout": there is no such ' +
      "record\nhint: did you mean callout?\n",
  },
  {
    args: ["resolve", "--scan", "no-such-file.h"],
    code: 3,
    stderr: 'error: Cannot read "no-such-file.h": there is no such file\n',
  },
  {
    args: ["resolve", "--scan", "."],
    code: 3,
    stderr: 'error: Cannot read ".": it is a folder\n',
  },
];

for (const { args, code, stderr } of CASES) {
  Deno.test(`wfpcallout ${args.join(" ")}`, async () => {
    assertEquals(await tool(args, { cwd: "/" }), { code, stdout: "", stderr });
  });
}

Deno.test("wfpcallout without a command prints the short help and ends with 2", async () => {
  const bare = await tool([]);
  const help = await tool(["-h"]);
  assertEquals(bare, { code: 2, stdout: "", stderr: help.stdout });
  assertEquals(help.code, 0);
});

Deno.test("wfpcallout -h shows the options that need no command", async () => {
  const { stdout } = await tool(["-h"]);
  assertEquals(stdout.match(/^Options:\n(?: .+\n)+/m)?.[0].split("\n"), [
    "Options:",
    "  -h, --help     -h prints the short help, --help all of it",
    "  -V, --version  print the version alone",
    "",
  ]);
});

Deno.test("wfpcallout help COMMAND is the same as COMMAND --help, and -h is shorter", async () => {
  const { stdout } = await tool(["help"]);
  const commands = [...stdout.matchAll(/^ {2}(\w+) {2,}\S/gm)]
    .map(([, name]) => name ?? "").filter((name) => !/^\d/.test(name));
  assertEquals(commands.length >= 15, true, stdout);
  for (const name of commands) {
    const [whole, long, short] = await Promise.all([
      tool(["help", name]),
      tool([name, "--help"]),
      tool([name, "-h"]),
    ]);
    assertEquals(long, whole);
    assertEquals(short.stdout.length < long.stdout.length, true, name);
    assertEquals(
      long.stdout.split("\n").filter((line) => line.length > 80),
      [],
      name,
    );
  }
});

Deno.test("wfpcallout COMMAND --help lists the exit codes that it can end with", async () => {
  const codesOf = async (name: string): Promise<string[]> => {
    const { stdout } = await tool([name, "--help"]);
    return [...stdout.split("Exit codes:")[1]?.matchAll(/^ {2}(\d+) /gm) ?? []]
      .map(([, code = ""]) => code);
  };
  assertEquals(await codesOf("list"), ["0", "1", "2", "3", "4", "5", "70"]);
  assertEquals(await codesOf("doctor"), ["0", "2", "3", "4", "5", "70"]);
  assertEquals(await codesOf("generate"), ["0", "2", "3", "4", "70"]);
});

Deno.test("wfpcallout list --kind keying-module", async () => {
  assertEquals(
    await tool(["list", "--kind", "keying-module"]),
    await tool(["list", "--kind", "keying_module"]),
  );
});

Deno.test("wfpcallout --version names the version of deno.json", async () => {
  const config = JSON.parse(
    await Deno.readTextFile(new URL("../../deno.json", import.meta.url)),
  );
  assertEquals(await tool(["--version"]), {
    code: 0,
    stdout: `wfpcallout ${config.version}\n`,
    stderr: "",
  });
});
