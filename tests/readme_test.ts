/**
 * The README's runs, in a terminal of 100 columns, print what it says.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { buildIfNeeded, PERMISSIONS } from "../build.ts";
import { EXIT_CODES } from "../src/cli/exit_codes.ts";

const README = new URL("../README.md", import.meta.url);
const STATE = new URL("./testdata/netsh/state.xml", import.meta.url);
const LOG = "2026-02-03 drop by {eda08606-2494-4d78-89bc-67837c03b969} at " +
  "c38d57d1-05a7-4c33-904f-7fbceee60e82\n";

/** A run of the README: the command line, and what it prints. */
interface Run {
  readonly command: string;
  readonly output: string;
}

function listRuns(markdown: string): Run[] {
  return [...markdown.matchAll(/^```console\n\$ (.*)\n([\s\S]*?)```$/gm)]
    .map(([, command = "", output = ""]) => ({ command, output }));
}

/** Runs a command line as a person sees it: `script` gives it a terminal. */
async function runInTerminal(command: string, folder: string): Promise<string> {
  const { stdout } = await new Deno.Command("script", {
    args: ["-qec", `stty cols 100; ${command}`, "/dev/null"],
    cwd: folder,
    env: {
      NO_COLOR: "1",
      PATH: `${(await buildIfNeeded()).replace(/[^/]*$/, "")}:${
        Deno.env.get("PATH")
      }`,
    },
  }).output();
  return new TextDecoder().decode(stdout).replaceAll("\r\n", "\n");
}

const isLinux = Deno.build.os === "linux";

for (const { command, output } of listRuns(await Deno.readTextFile(README))) {
  Deno.test({ name: `README: ${command}`, ignore: !isLinux }, async () => {
    const folder = await Deno.makeTempDir();
    await Deno.copyFile(STATE, `${folder}/wfpstate.xml`);
    await Deno.writeTextFile(`${folder}/firewall.log`, LOG);
    assertEquals(await runInTerminal(command, folder), output);
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test("README lists the exit codes and permissions of the program", async () => {
  const text = (await Deno.readTextFile(README)).replace(/ +/g, " ");
  for (const { code, meaning } of EXIT_CODES) {
    assertEquals(text.includes(`| ${code} | ${meaning} |`), true, meaning);
  }
  for (const permission of PERMISSIONS) {
    const [name = "", values] = permission.split("=");
    assertEquals(text.includes(`\`${name}\``), true, name);
    for (const value of values?.split(",") ?? []) {
      assertEquals(text.includes(`\`${value}\``), true, value);
    }
  }
});
