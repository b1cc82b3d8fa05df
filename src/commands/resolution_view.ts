import type { WfpRecord } from "../model/record.ts";
import type { View } from "../render/view.ts";
import type { Resolution } from "./resolve.ts";

type Row = Partial<WfpRecord> & {
  readonly input: string;
  readonly reading: string | null;
  readonly note: string;
};

/** Resolutions for people: a row a match, and a note for a miss. */
export const RESOLUTION_VIEW: View<Resolution, Row> = {
  schema: "resolutionRow",
  columns: [
    { title: "Input", value: ({ input }) => input, flexible: true },
    { title: "Kind", value: ({ kind }) => kind ?? "" },
    { title: "Name", value: nameOf, flexible: true },
    { title: "GUID", value: ({ guid }) => guid ?? "" },
    { title: "Layer", value: layerOf, flexible: true },
    { title: "Owner", value: ownerOf, flexible: true },
    { title: "Reading", value: ({ reading }) => reading ?? "" },
    { title: "Note", value: ({ note }) => note },
  ],
  rows: (resolution) => {
    const { input, matches, suggestions, line, column, error } = resolution;
    const shared = { input, line, column, error };
    if (matches.length > 0) {
      return matches.map((match) => ({
        ...shared,
        ...match,
        suggestions: [],
        note: "",
      }));
    }
    const names = suggestions.map(({ name, guid }) => name ?? guid);
    const note = error?.message ??
      (names.length === 0
        ? "unknown"
        : `unknown; did you mean ${names.join(", ")}?`);
    return [{ ...shared, reading: null, suggestions: names, note }];
  },
};

function nameOf(row: Row): string {
  if (row.kind === "filter") return row.displayName ?? "";
  return (row as { name?: string | null }).name ?? row.displayName ?? "";
}

function layerOf(row: Row): string {
  return (row as { layer?: string | null }).layer ?? "";
}

function ownerOf(row: Row): string {
  if (row.kind !== "callout") return "";
  return row.owner?.product ?? row.owner?.vendor ?? "";
}
