import {
  type Change,
  diffSnapshots,
  type SnapshotDiff,
} from "../analysis/diff.ts";
import type { CommandSpec, Invocation } from "../cli/command.ts";
import { InputError } from "../model/errors.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { View } from "../render/view.ts";
import type { FileReading } from "../sources/file_source.ts";
import { reportOrThrow } from "./shared/attempt.ts";
import { readReading, type SourceName } from "./shared/read_sources.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";

/** `wfpcallout diff`: what changed between two sources. */
export const DIFF: CommandSpec = {
  name: "diff",
  summary: "compare the callouts of two machines or two days",
  description:
    "Compares two sources, each of which is a file, live (the filter engine " +
    "of this machine) or builtin (the callouts that the SDK header " +
    "defines).\n\n" +
    "Objects are matched by GUID. What is left is matched by content, one " +
    "for one, since some drivers make new GUIDs at each start: such objects " +
    "count as equal, and their number is printed as rekeyed. Run-time ids, " +
    "order, time, the display texts of built-ins and what one side does not " +
    "know do not count as differences. What is missing from a file that was " +
    "not read to its end is only counted, as not visible.",
  arguments: [
    {
      name: "BEFORE",
      required: true,
      completion: "file",
      summary: "a file, live or builtin; - is standard input",
    },
    {
      name: "AFTER",
      required: true,
      completion: "file",
      summary: "a file, live or builtin; - is standard input",
    },
  ],
  options: [
    { name: "filters", summary: "compare the filters too" },
    ...SOURCE_OPTIONS.filter(({ name }) => name === "encoding"),
  ],
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout diff monday.xml friday.xml --filters",
      summary: "what changed in the week",
    },
    {
      command: "wfpcallout diff builtin wfpstate.xml",
      summary: "what a machine has beyond the built-in callouts",
    },
  ],
  exitZero: "nothing differs",
  exitOne: "something differs",
  asksEngine: true,
  run: async (invocation) => {
    const sides: FileReading[] = [];
    for (const text of invocation.arguments) {
      try {
        sides.push(await readSide(text, invocation));
      } catch (error) {
        reportOrThrow(error, invocation);
      }
    }
    const [first, second] = sides;
    if (first === undefined || second === undefined) return true;
    const [before, after] = [first.snapshot, second.snapshot];
    const diff = diffSnapshots(before, after, {
      filters: invocation.options.has("filters"),
      isBeforeCut: first.fault !== null,
      isAfterCut: second.fault !== null,
    });
    checkCompared(diff, { before, after, invocation });
    const writer = invocation.output.records(makeView(diff));
    for (const change of diff.changes) writer.write(change);
    if (diff.rekeyed > 0 && invocation.output.format !== "table") {
      invocation.warn(
        `rekeyed: ${diff.rekeyed} (the same content under new GUIDs)`,
        { code: "rekeyed", details: { rekeyed: diff.rekeyed } },
      );
    }
    if (diff.notVisible > 0) {
      invocation.warn(
        `not visible: ${diff.notVisible} (on one side only, where the other was not read to its end)`,
        { code: "notVisible", details: { notVisible: diff.notVisible } },
      );
    }
    return diff.changes.length === 0;
  },
};

async function readSide(
  text: string,
  invocation: Invocation,
): Promise<FileReading> {
  const name: SourceName = text === "builtin" || text === "live"
    ? { type: text }
    : { type: "file", path: text };
  const reading = await readReading(name, invocation);
  if (name.type !== "builtin") return reading;
  const { snapshot } = reading;
  const callouts = snapshot.callouts?.filter(({ builtin }) => builtin) ?? null;
  return { ...reading, snapshot: { ...snapshot, callouts } };
}

interface Sides {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly invocation: Invocation;
}

/** Says what could not be compared; nothing at all is an error. */
function checkCompared(
  { compared }: SnapshotDiff,
  { before, after, invocation }: Sides,
): void {
  const wanted = invocation.options.has("filters")
    ? ["callout", "filter"] as const
    : ["callout"] as const;
  const missing = wanted.filter((kind) => !compared.includes(kind));
  for (const kind of missing) {
    const list = `${kind}s` as const;
    const side = before[list] === null ? before : after;
    const message = `"${side.source}" holds no ${list}`;
    if (compared.length === 0) {
      throw new InputError("nothingToCompare", `Cannot compare: ${message}`, {
        ...kind === "callout" && side.filters !== null &&
          { hint: "compare its filters with --filters" },
        place: { file: side.source },
      });
    }
    invocation.warn(`Cannot compare the ${list}: ${message}`, {
      code: "notCompared",
      details: { file: side.source },
    });
  }
}

function makeView({ changes, rekeyed }: SnapshotDiff): View<Change> {
  return {
    schema: "difference",
    columns: [
      { title: "Change", value: ({ change }) => change },
      { title: "Kind", value: ({ kind }) => kind, dropOrder: 1 },
      { title: "Name", value: ({ name }) => name ?? "", leastWidth: 24 },
      { title: "GUID", value: ({ guid }) => guid ?? "" },
      {
        title: "What",
        value: describeChange,
        leastWidth: 16,
        // Of what was added or removed this is the layer alone
        ...(changes.some(({ change }) => change === "changed")
          ? {}
          : { dropOrder: 2 }),
      },
    ],
    rows: (record) => [record],
    summary: (changes) => {
      const parts = (["added", "removed", "changed"] as const).map((word) =>
        `${word}: ${changes.filter(({ change }) => change === word).length}`
      );
      return [...parts, `rekeyed: ${rekeyed}`].join(", ");
    },
  };
}

function describeChange({ fields, before, after }: Change): string {
  const [old, now] = [before, after] as (Record<string, unknown> | null)[];
  if (!old || !now) {
    return `${(old ?? now)?.["layer"] ?? ""}`;
  }
  return fields.map((field) =>
    `${field}: ${formatField(old[field])} -> ${formatField(now[field])}`
  ).join("; ");
}

function formatField(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
