import { assertEquals } from "@std/assert";
import { linuxTest } from "../testing/linux_test.ts";
import { tool } from "../tool.ts";

/** What bash offers for the last of some words, each as bash cuts the line. */
async function complete(words: readonly string[]): Promise<string[]> {
  const { stdout: script } = await tool(["completions", "bash"]);
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: [
      "--norc",
      "-ec",
      `${script}
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
      _wfpcallout; printf '%s\\n' "\${COMPREPLY[@]}"`,
      "bash",
      "wfpcallout",
      ...words,
    ],
  }).output();
  assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
  return new TextDecoder().decode(stdout).split("\n")
    .filter((line) => line !== "");
}

const TEMPLATES = ["ACCEPT", "CONNECT"].flatMap((way) =>
  ["V4", "V6"].map((version) => `TCP_TEMPLATES_${way}_LAYER_${version}`)
);

const CASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["re"], ["resolve"]],
  [["--"], ["--help", "--version"]],
  [["list", "--fo"], ["--format", "--force"]],
  [["list", "--format", "js"], ["json", "jsonl"]],
  [["list", "--format", "=", "js"], ["json", "jsonl"]],
  [["list", "--family", "="], ["IPv4", "IPv6"]],
  [["list", "--kind", "P"], ["provider", "provider_context"]],
  [["list", "--layer", "stream_packet"], [
    "STREAM_PACKET_V4",
    "STREAM_PACKET_V6",
  ]],
  [["resolve", "tcp_templates"], TEMPLATES],
  [
    ["filters", "fwpm_callout_tcp_t"],
    TEMPLATES.map((name) => `FWPM_CALLOUT_${name}`),
  ],
  [["completions", "p"], ["powershell"]],
  // Bash completes the names of files by itself, blanks and folders included
  [["list", "-o", ""], []],
  [["events", ""], []],
  [["nosuch", ""], []],
];

for (const [words, expected] of CASES) {
  linuxTest(`bash completes wfpcallout ${words.join(" ")}`, async () => {
    assertEquals(await complete(words), [...expected]);
  });
}

linuxTest("bash completes every command, each once", async () => {
  const { stdout } = await tool(["-h"]);
  const commands = [...stdout.matchAll(/^ {2}(\w+) {2,}\S/gm)]
    .map(([, name]) => name ?? "");
  assertEquals(await complete([""]), commands);
});

Deno.test("wfpcallout completions pwsh is the same as powershell", async () => {
  assertEquals(
    await tool(["completions", "pwsh"]),
    await tool(["completions", "powershell"]),
  );
});
