import type { CommandSpec } from "../cli/command.ts";
import { SCHEMA_VERSION } from "../model/schema_version.ts";
import { formatJson } from "../render/json.ts";
import { VERSION } from "../version.ts";

/** `wfpcallout version`: what this executable is. */
export const VERSION_COMMAND: CommandSpec = {
  name: "version",
  summary: "print the version and how the executable was built",
  description:
    "Prints the version of the program, the version of the schema of the " +
    "JSON records, and the runtime that is compiled in.",
  arguments: [],
  options: [{ name: "json", summary: "print one JSON object" }],
  printsRecords: false,
  examples: [
    { command: "wfpcallout version", summary: "print the version" },
    {
      command: "wfpcallout version --json",
      summary: "print version, schema version and build facts as JSON",
    },
  ],
  exitOne: null,
  run: ({ options, output, system }) => {
    const facts = {
      name: "wfpcallout",
      version: VERSION,
      schemaVersion: SCHEMA_VERSION,
      os: system.os,
      architecture: system.architecture,
      runtime: system.runtime,
    };
    if (options.has("json")) output.raw(formatJson(facts) + "\n");
    else {
      const { deno, v8 } = facts.runtime;
      output.raw(
        `wfpcallout ${VERSION} (schema ${SCHEMA_VERSION}, ${facts.os} ` +
          `${facts.architecture}, Deno ${deno}, V8 ${v8})\n`,
      );
    }
    return true;
  },
};
