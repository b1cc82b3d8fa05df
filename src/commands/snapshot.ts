import type { CommandSpec, Invocation } from "../cli/command.ts";
import { UsageError } from "../model/errors.ts";
import { SCHEMA_VERSION, SNAPSHOT_FORMAT } from "../model/schema_version.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { formatJson } from "../render/json.ts";
import type { FileReading } from "../sources/file_source.ts";
import { VERSION } from "../version.ts";
import { chooseSources, readReading } from "./shared/read_sources.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";

const LISTS = [
  "callouts",
  "filters",
  "layers",
  "sublayers",
  "providers",
] as const;

/** `wfpcallout snapshot`: everything that a source holds, as one file. */
export const SNAPSHOT: CommandSpec = {
  name: "snapshot",
  summary: "save what a machine or a dump holds as one file for --from",
  description:
    "Writes callouts, filters, layers, sublayers and providers of one source " +
    "as one JSON file. --from reads it on any machine and gives the same " +
    "records, with the path of the file as their source. The file holds " +
    "paths of programs, names of rules, and user ids where conditions name " +
    "them.\n\n" +
    "If no source is named, the filter engine of this machine is asked, " +
    "which needs Windows.",
  arguments: [],
  options: SOURCE_OPTIONS.map((option) =>
    option.name === "from" ? { ...option, repeatable: false } : option
  ),
  printsRecords: false,
  examples: [
    {
      command: "wfpcallout snapshot --from wfpstate.xml -o state.json",
      summary: "turn a dump into a snapshot",
    },
  ],
  exitOne: null,
  run: async (invocation) => {
    const [name, ...more] = chooseSources(invocation, "live");
    if (name === undefined || more.length > 0) {
      throw new UsageError(
        "Cannot write several sources into one snapshot: name one",
      );
    }
    // Read before anything is written: an error leaves no file behind.
    const reading = await readReading(name, invocation);
    const facts = listFacts(reading, invocation);
    for (const line of formatSnapshot(facts, reading.snapshot)) {
      invocation.output.raw(line);
    }
    return true;
  },
};

/** The members before the lists, in the order in which they are written. */
function listFacts(
  { snapshot, fault }: FileReading,
  { system }: Invocation,
): Record<string, unknown> {
  const isLive = snapshot.source === "live";
  return {
    format: SNAPSHOT_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    tool: `wfpcallout ${VERSION}`,
    time: snapshot.time ?? (isLive ? system.now().toISOString() : null),
    computer: snapshot.computer ?? (isLive ? system.computer : null),
    windows: snapshot.windows,
    complete: snapshot.complete,
    // Who reads the snapshot later does not see what went wrong now
    warnings: fault === null
      ? snapshot.warnings
      : [...snapshot.warnings, `${fault.message}; the rest is missing`],
  };
}

/** One JSON object, a record a line, so that text tools can compare two of them. */
function* formatSnapshot(
  facts: Record<string, unknown>,
  snapshot: Snapshot,
): Generator<string> {
  let before = "{\n";
  for (const [name, value] of Object.entries(facts)) {
    yield `${before}${formatJson(name)}: ${formatJson(value)}`;
    before = ",\n";
  }
  for (const name of LISTS) {
    yield `,\n${formatJson(name)}: `;
    const records = snapshot[name];
    if (records === null) {
      yield "null";
      continue;
    }
    before = "[";
    for (const record of records) {
      yield `${before}\n${formatJson(record)}`;
      before = ",";
    }
    yield records.length === 0 ? "[]" : "\n]";
  }
  yield "\n}\n";
}
