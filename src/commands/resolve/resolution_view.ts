import type { Suggestion } from "../../analysis/suggest.ts";
import type { CalloutRecord, WfpRecord } from "../../model/record.ts";
import type { Card } from "../../render/card.ts";
import type { View } from "../../render/view.ts";
import type { ItemError } from "../shared/text_item.ts";

/** What a text means, as it is printed. */
export interface Resolution {
  readonly input: string;
  readonly matches: readonly (WfpRecord & { readonly reading: string })[];
  readonly suggestions: readonly Suggestion[];
  readonly line: number | null;
  readonly column: number | null;
  readonly error: ItemError | null;
}

type Row = Partial<WfpRecord> & Pick<Resolution, "line" | "column"> & {
  readonly input: string;
  readonly reading: string | null;
  readonly note: string;
};

/** Resolutions for people: a row a match, and a note for a miss. */
export const RESOLUTION_VIEW: View<Resolution, Row> = {
  schema: "resolutionRow",
  columns: [
    { title: "Input", value: ({ input }) => input, leastWidth: 16 },
    { title: "Kind", value: ({ kind }) => kind ?? "" },
    { title: "Name", value: nameOf, leastWidth: 42 },
    { title: "GUID", value: ({ guid }) => guid ?? "" },
    { title: "Layer", value: layerOf, leastWidth: 16, dropOrder: 3 },
    { title: "Owner", value: ownerOf, leastWidth: 12, dropOrder: 1 },
    { title: "Reading", value: ({ reading }) => reading ?? "", dropOrder: 2 },
    { title: "Note", value: ({ note }) => note },
  ],
  rows: (resolution) => {
    const { input, matches, suggestions, error } = resolution;
    const { line, column } = resolution;
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
    const note = error === null ? noteOn(suggestions) : noteOnError(error);
    return [{ ...shared, reading: null, suggestions: names, note }];
  },
  cards: (resolutions) => {
    const rows = resolutions.flatMap((one) => [...RESOLUTION_VIEW.rows(one)]);
    if (rows.length === 0 || rows.length > MOST_CARDS) return null;
    return rows.map(cardOf);
  },
};

/**
 * What scans found: each GUID with its place, as compilers and `grep` write it.
 *
 * @param fileOf The file that a resolution is of, as the user gave it
 * @returns The view; the records have line and column alone
 */
export function makeScanView(
  fileOf: (resolution: Resolution) => string,
): View<Resolution, Row & { readonly place: string }> {
  return {
    schema: RESOLUTION_VIEW.schema,
    columns: [
      { title: "Place", value: ({ place }) => place },
      ...RESOLUTION_VIEW.columns,
    ],
    rows: (resolution) => {
      const { line, column } = resolution;
      const place = `${fileOf(resolution)}:${line}:${column}`;
      return RESOLUTION_VIEW.rows(resolution).map((row) => ({ ...row, place }));
    },
  };
}

function noteOnError({ message, hint }: ItemError): string {
  return hint === null ? message : `${message}; ${hint}`;
}

function noteOn(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) return "unknown";
  const names = suggestions.map(({ name, guid, distance }) =>
    `${name ?? guid} (distance ${distance})`
  );
  return `unknown; did you mean ${names.join(", ")}?`;
}

/** More matches than this are a table. */
const MOST_CARDS = 3;

function cardOf(row: Row): Card {
  if (row.reading === null) {
    return { title: row.input, pairs: [["", row.note]] };
  }
  const callout = row.kind === "callout" ? row as CalloutRecord : null;
  return {
    title: nameOf(row) || (row.guid ?? ""),
    pairs: [
      ["Kind", kindOf(row)],
      ["GUID", row.guid ?? null],
      ["Read as", row.reading === "guid" ? null : row.reading],
      ["Aliases", "aliases" in row ? row.aliases?.join(", ") ?? null : null],
      [
        "Display name",
        row.displayName === nameOf(row) ? null : row.displayName ?? null,
      ],
      ["Layer", layerOf(row)],
      ["Since", "since" in row ? row.since?.windows ?? null : null],
      ["Owner", callout === null ? null : ownersOf(callout)],
      ["Observed", callout === null ? null : observedOf(callout)],
      ["Meaning", row.description ?? null],
      ["Notes", "notes" in row ? row.notes?.join(" ") ?? null : null],
      ["Source", row.source === "builtin" ? null : row.source ?? null],
    ],
  };
}

function kindOf(row: Row): string {
  const words = [row.kind?.replaceAll("_", " ") ?? ""];
  if ("builtin" in row && row.builtin) words.push("built in");
  if ("reserved" in row && row.reserved) words.push("reserved");
  return words.join(", ");
}

function ownersOf({ owners }: CalloutRecord): string {
  return owners.map(({ product, vendor, confidence }) => {
    const names = [product, vendor].filter((name) => name !== null);
    return `${names.join(", ")} (confidence ${confidence})`;
  }).join("; ");
}

function observedOf({ observed }: CalloutRecord): string | null {
  if (observed === null) return null;
  const { registered, runtimeId } = observed;
  const words = [];
  if (registered !== null) {
    words.push(registered ? "registered" : "not registered");
  }
  if (runtimeId !== null) words.push(`run-time id ${runtimeId}`);
  return words.join(", ");
}

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
