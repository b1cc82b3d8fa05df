import type { CommandSpec } from "../cli/command.ts";
import { suggestion } from "../cli/suggestion.ts";
import { UsageError } from "../model/errors.ts";
import { RECORD_FIELDS } from "../model/record_fields.ts";
import { SCHEMA_VERSION } from "../model/schema_version.ts";
import { formatJson } from "../render/json.ts";
import { makeJsonSchema, SCHEMA_NAMES } from "../render/json_schema.ts";

/** `wfpcallout schema`: the JSON Schemas of the records. */
export const SCHEMA: CommandSpec = {
  name: "schema",
  summary: "print the JSON Schema of a record",
  description:
    "Prints the JSON Schema (draft 2020-12) of a RECORD, which is one line of " +
    "--jsonl and one item of the array of --json. Without RECORD it prints an " +
    "object with all schemas by name.",
  arguments: [{
    name: "RECORD",
    choices: SCHEMA_NAMES,
    summary: `the record: ${SCHEMA_NAMES.join(", ")}`,
  }],
  options: [],
  printsRecords: false,
  examples: [
    { command: "wfpcallout schema callout", summary: "print one schema" },
    { command: "wfpcallout schema", summary: "print all schemas" },
  ],
  exitOne: null,
  run: ({ arguments: [name], output }) => {
    output.raw(formatJson(makeSchema(name), 2) + "\n");
    return true;
  },
};

function makeSchema(name: string | undefined): object {
  const options = { records: RECORD_FIELDS, version: SCHEMA_VERSION };
  if (name === undefined) {
    return Object.fromEntries(
      SCHEMA_NAMES.map((each) => [each, makeJsonSchema(each, options)]),
    );
  }
  const fold = name.toLowerCase();
  const known = SCHEMA_NAMES.find((each) => each.toLowerCase() === fold);
  if (known !== undefined) return makeJsonSchema(known, options);
  throw new UsageError(
    `Cannot print the schema of "${name}": there is no such record`,
    suggestion(fold, SCHEMA_NAMES) ??
      { hint: `the records are ${SCHEMA_NAMES.join(", ")}` },
  );
}
