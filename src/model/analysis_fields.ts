import type { RecordFields } from "./fields.ts";

const EVIDENCE: RecordFields = {
  title: "An object that a finding is about",
  fields: [
    {
      name: "kind",
      type: "'callout'|'filter'",
      meaning: "the kind of the object",
    },
    { name: "guid", type: "guid?", meaning: "its key" },
    {
      name: "name",
      type: "string?",
      meaning: "its symbol, else its display name",
    },
    { name: "layer", type: "string?", meaning: "the layer that it is at" },
    {
      name: "product",
      type: "string?",
      meaning:
        "the most likely owner of the callout, or of the filter's callout",
    },
    { name: "vendor", type: "string?", meaning: "who makes that product" },
    {
      name: "confidence",
      type: "'high'|'medium'|'low'?",
      meaning: "how certain it is that this is the owner",
    },
    {
      name: "callout",
      type: "guid?",
      meaning: "the GUID of the callout that the filter uses",
    },
    { name: "sublayer", type: "string?", meaning: "the filter's sublayer" },
    {
      name: "sublayerWeight",
      type: "uint32?",
      meaning: "the weight of that sublayer; the highest is evaluated first",
    },
    {
      name: "effectiveWeight",
      type: "uint64?",
      meaning:
        "the filter's weight that decides the order; the highest is evaluated first",
    },
    { name: "action", type: "string?", meaning: "FWP_ACTION_..." },
    { name: "flags", type: "string[]?", meaning: "the flags as symbols" },
    {
      name: "filterId",
      type: "uint64?",
      meaning: "the filter's run-time id, valid for one boot",
    },
  ],
};

const FINDING: RecordFields = {
  title: "A finding of an audit",
  fields: [
    {
      name: "id",
      type:
        "'dangling'|'blind'|'impostor'|'conflict'|'unregistered'|'shared-guid'|'orphan'|'unattributed'|'not-visible'",
      meaning: "which finding it is",
    },
    {
      name: "severity",
      type: "'error'|'warning'|'info'",
      meaning: "how serious it is",
    },
    { name: "title", type: "string", meaning: "what was found, in one line" },
    {
      name: "reason",
      type: "string",
      meaning: "why it is so and why it matters",
    },
    {
      name: "evidence",
      type: "evidence[]",
      meaning: "the objects that it is about",
    },
    { name: "remedy", type: "string", meaning: "what to do" },
    {
      name: "reference",
      type: "string?",
      meaning: "the page of Microsoft's documentation",
    },
  ],
};

const DIFFERENCE: RecordFields = {
  title: "A difference between two sources",
  fields: [
    {
      name: "change",
      type: "'added'|'removed'|'changed'",
      meaning: "what happened from the first to the second",
    },
    {
      name: "kind",
      type: "'callout'|'filter'",
      meaning: "the kind of the object",
    },
    { name: "guid", type: "guid?", meaning: "its key" },
    {
      name: "name",
      type: "string?",
      meaning: "its symbol, else its display name",
    },
    {
      name: "before",
      type: "record?",
      meaning: "the record of the first source; null if it was added",
    },
    {
      name: "after",
      type: "record?",
      meaning: "the record of the second source; null if it was removed",
    },
    {
      name: "fields",
      type: "string[]",
      meaning: "the members that differ; empty unless it was changed",
    },
  ],
};

const SNAPSHOT: RecordFields = {
  title: "Everything that one source holds",
  fields: [
    {
      name: "format",
      type: "'wfpcallout-snapshot'",
      meaning: "the format of the file",
    },
    {
      name: "schemaVersion",
      type: "uint32",
      meaning: "the version of the records",
    },
    { name: "tool", type: "string", meaning: "the program that wrote it" },
    { name: "time", type: "time?", meaning: "when the source was read, UTC" },
    { name: "computer", type: "string?", meaning: "the computer's name" },
    { name: "windows", type: "string?", meaning: "the version of Windows" },
    {
      name: "complete",
      type: "boolean",
      meaning: "false if objects may be missing",
    },
    {
      name: "warnings",
      type: "string[]",
      meaning: "what is missing or doubtful, in sentences",
    },
    { name: "callouts", type: "callout[]?", meaning: "null if not held" },
    { name: "filters", type: "filter[]?", meaning: "null if not held" },
    { name: "layers", type: "layer[]?", meaning: "null if not held" },
    { name: "sublayers", type: "sublayer[]?", meaning: "null if not held" },
    { name: "providers", type: "provider[]?", meaning: "null if not held" },
  ],
};

/** The fields of what audit, diff and snapshot print, by name. */
export const ANALYSIS_FIELDS: Readonly<Record<string, RecordFields>> = {
  finding: FINDING,
  evidence: EVIDENCE,
  difference: DIFFERENCE,
  snapshot: SNAPSHOT,
};
