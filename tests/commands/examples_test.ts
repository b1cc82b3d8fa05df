/**
 * Every example of every command's help runs as it stands, in a folder that
 * holds the files which the examples name.
 *
 * @module
 */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { loadCommands } from "../../src/commands/table.ts";
import { EVENT_SAMPLES } from "../testing/event_samples.ts";
import { buildEvtx } from "../testing/evtx_builder.ts";
import { tool } from "../tool.ts";

const SILENT_DROP = "eda08606-2494-4d78-89bc-67837c03b969";
const SILENT_DROP_NAME = "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP";
/** The filter of which the examples and the samples of events speak. */
const FILTER_ID = "66238";
const STATE = Deno.readTextFileSync(
  new URL("../testdata/netsh/state.xml", import.meta.url),
).replace("<filterId>70007<", `<filterId>${FILTER_ID}<`);

const FIXTURES: Readonly<Record<string, string | Uint8Array>> = {
  "wfpstate.xml": STATE,
  "monday.xml": STATE,
  "friday.xml": STATE.replace(/<item>\s*<calloutKey>[^]*?<\/item>/, ""),
  "Security.evtx": buildEvtx(EVENT_SAMPLES),
  "firewall.log": `drop by {${SILENT_DROP}}\n`,
  "driver.c": `/* calls ${SILENT_DROP} */\n`,
};

/** What an example answers. */
interface Answer {
  /** 0 without it. */
  readonly code?: number;
  /** A part of what it prints. */
  readonly prints: string;
  /** The file that it writes, which then holds `prints`. */
  readonly file?: string;
}

/** By the command line without `wfpcallout`. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  "list --builtin --family IPv6": {
    prints: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V6",
  },
  "list 'IPSEC_*_V4' --json": { prints: '"name":"FWPM_CALLOUT_IPSEC_' },
  "list --kind layer redirect": { prints: "FWPM_LAYER_ALE_BIND_REDIRECT_V4" },
  "list --third-party windivert": { prints: "WinDivert.sys" },
  [`resolve '{${SILENT_DROP}}'`]: { prints: SILENT_DROP_NAME },
  "resolve tcp_templates_connect_layer_v4 --json": {
    prints: "FWPM_CALLOUT_TCP_TEMPLATES_CONNECT_LAYER_V4",
  },
  "resolve 'hex:06,86,a0,ed,94,24,78,4d,89,bc,67,83,7c,03,b9,69'": {
    prints: SILENT_DROP_NAME,
  },
  "resolve '*SILENT_DROP'": { prints: SILENT_DROP_NAME },
  [`validate '{${SILENT_DROP}}'`]: { prints: "builtin" },
  "validate 0686a0ed-9424-784d-89bc-67837c03b969": {
    code: 1,
    prints: "byte-swapped",
  },
  "validate --expect layer c38d57d1-05a7-4c33-904f-7fbceee60e82": {
    prints: "builtin",
  },
  "filters --from wfpstate.xml": { prints: "CALLOUT_INSPECTION" },
  [`filters --from wfpstate.xml --id ${FILTER_ID} --json`]: {
    prints: `"filterId":"${FILTER_ID}"`,
  },
  "audit --from wfpstate.xml": { code: 1, prints: "dangling" },
  "audit --from wfpstate.xml --severity warning --json": {
    code: 1,
    prints: '"id":"dangling"',
  },
  "diff monday.xml friday.xml --filters": {
    code: 1,
    prints: "removed\tcallout",
  },
  "diff builtin wfpstate.xml": { code: 1, prints: "added\tcallout" },
  "events Security.evtx": { prints: SILENT_DROP_NAME },
  "events --from wfpstate.xml Security.evtx --jsonl": { prints: FILTER_ID },
  "annotate firewall.log": { prints: `{${SILENT_DROP}} (${SILENT_DROP_NAME})` },
  "annotate --from wfpstate.xml --style comment driver.c": {
    prints: `${SILENT_DROP} /* ${SILENT_DROP_NAME} */`,
  },
  "snapshot --from wfpstate.xml -o state.json": {
    file: "state.json",
    prints: '"format": "wfpcallout-snapshot"',
  },
  "generate --language c --kind callout": { prints: SILENT_DROP_NAME },
  "generate --language csharp -o WfpGuids.cs": {
    file: "WfpGuids.cs",
    prints: SILENT_DROP,
  },
  "schema callout": { prints: '"urn:wfpcallout:schema:1:callout"' },
  "schema": { prints: '"urn:wfpcallout:schema:1:' },
  "completions bash": { prints: "complete -" },
  "completions powershell": { prints: "Register-ArgumentCompleter" },
  "doctor": {
    code: Deno.build.os === "windows" ? 0 : 5,
    prints: "Opening the filter engine",
  },
  "version": { prints: "wfpcallout " },
  "version --json": { prints: '"schemaVersion":' },
  "help": { prints: "wfpcallout COMMAND" },
  "help resolve": { prints: "wfpcallout resolve" },
};

/** The words of a command line; quoted ones are in single quotes. */
function splitWords(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map((match) =>
    match[1] ?? match[2] ?? ""
  );
}

async function makeFolder(): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const [name, content] of Object.entries(FIXTURES)) {
    if (typeof content === "string") {
      await Deno.writeTextFile(`${folder}/${name}`, content);
    } else await Deno.writeFile(`${folder}/${name}`, content);
  }
  return folder;
}

const EXAMPLES = (await loadCommands()).flatMap(({ examples }) =>
  examples.map(({ command }) => command.replace(/^wfpcallout /, ""))
);

Deno.test("examples: this file knows the answer of each, and of no other", () => {
  assertEquals([...EXAMPLES].sort(), Object.keys(ANSWERS).sort());
});

for (const example of EXAMPLES) {
  Deno.test(`wfpcallout ${example} (example of its help)`, async () => {
    const { code = 0, prints, file } = ANSWERS[example] ?? { prints: "" };
    const folder = await makeFolder();
    const result = await tool(splitWords(example), { cwd: folder });
    assertEquals({ code: result.code, example }, { code, example });
    assertStringIncludes(
      file === undefined
        ? result.stdout
        : await Deno.readTextFile(`${folder}/${file}`),
      prints,
    );
    await Deno.remove(folder, { recursive: true });
  });
}
