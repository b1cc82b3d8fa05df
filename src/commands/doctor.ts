import { listRecords } from "../catalog/list_records.ts";
import type { CommandSpec, Outcome } from "../cli/command.ts";
import { describeError, type ErrorReport } from "../cli/report_error.ts";
import type { System } from "../cli/system.ts";
import { WfpError } from "../model/errors.ts";
import type { RawSnapshot } from "../model/raw.ts";
import { SCHEMA_VERSION } from "../model/schema_version.ts";
import { escapeForTerminal } from "../render/escape_text.ts";
import { formatJson } from "../render/json.ts";
import { VERSION } from "../version.ts";

/** How one step went: `ok` is null if it was not tried. */
interface Step {
  readonly ok: boolean | null;
  readonly error: Omit<ErrorReport, "exitCode"> | null;
}

/** What the engine answered. */
interface EngineCheck {
  /** The exit code of the command. */
  readonly outcome: Outcome;
  readonly opening: Step;
  readonly enumeration: Step & {
    /** How many objects of each kind; null where nothing was listed. */
    readonly counts: Readonly<Record<string, number | null>> | null;
    readonly complete: boolean | null;
    readonly warnings: readonly string[];
  };
}

const KINDS = [
  "callouts",
  "filters",
  "layers",
  "sublayers",
  "providers",
] as const;

/** `wfpcallout doctor`: what works on this machine, and why not. */
export const DOCTOR: CommandSpec = {
  name: "doctor",
  summary: "say what works on this machine, and why the rest does not",
  description:
    "Prints the version, the system, whether the program has the rights of " +
    "an administrator, whether the filter engine can be opened and listed, " +
    "what the catalogue holds, and whether the PowerShell module is beside " +
    "the executable. It ends with 0 if the filter engine answers, 4 if it " +
    "denies access, and 5 if it is not available. Everything but --live " +
    "works without it.",
  arguments: [],
  options: [{ name: "json", summary: "print one JSON object" }],
  printsRecords: false,
  examples: [
    { command: "wfpcallout doctor", summary: "see why --live does not work" },
  ],
  exitZero: "the filter engine answers",
  exitOne: null,
  asksEngine: true,
  run: async ({ options, output, system }) => {
    const { outcome, ...engine } = await checkEngine(system);
    const facts = {
      name: "wfpcallout",
      version: VERSION,
      schemaVersion: SCHEMA_VERSION,
      os: system.os,
      architecture: system.architecture,
      runtime: system.runtime,
      elevated: await readElevation(system),
      engine,
      catalog: countCatalog(),
      module: findModule(system),
    };
    output.raw(
      options.has("json") ? formatJson(facts) + "\n" : formatFacts(facts),
    );
    return outcome;
  },
};

async function checkEngine(system: System): Promise<EngineCheck> {
  try {
    const raw = (await system.openEngine()).read();
    const done: Step = { ok: true, error: null };
    const { complete, warnings } = raw;
    return {
      outcome: true,
      opening: done,
      enumeration: { ...done, counts: countObjects(raw), complete, warnings },
    };
  } catch (error) {
    if (!(error instanceof WfpError)) throw error;
    return describeFailure(error);
  }
}

function describeFailure(error: WfpError): EngineCheck {
  const { exitCode, ...report } = describeError(error);
  const failed: Step = { ok: false, error: report };
  // What fails after the opening was about to list something or to end that
  const isOpen = /^Cannot (?:begin|close|end|list|read) /.test(error.message);
  return {
    outcome: exitCode,
    opening: isOpen ? { ok: true, error: null } : failed,
    enumeration: {
      ...isOpen ? failed : { ok: null, error: null },
      counts: null,
      complete: null,
      warnings: [],
    },
  };
}

function countObjects(raw: RawSnapshot): Record<string, number | null> {
  return Object.fromEntries(
    KINDS.map((kind) => [kind, raw[kind]?.length ?? null]),
  );
}

async function readElevation(system: System): Promise<boolean | null> {
  if (system.os !== "windows") return null;
  try {
    return (await system.openEngine()).isElevated?.() ?? null;
  } catch (error) {
    if (error instanceof WfpError) return null;
    throw error;
  }
}

function countCatalog(): Record<string, number> {
  const records = listRecords();
  const kinds = Map.groupBy(records, ({ kind }) => kind);
  return Object.fromEntries(
    [...kinds].map(([kind, { length }]) => [kind, length]),
  );
}

interface ModuleFacts {
  readonly manifest: string;
  readonly version: string | null;
}

function findModule(system: System): ModuleFacts | null {
  for (const manifest of listManifests(system.executable ?? "")) {
    try {
      const text = new TextDecoder().decode(system.readFile(manifest));
      const version = /^\s*ModuleVersion\s*=\s*['"]([^'"]+)/m.exec(text)?.[1];
      return { manifest, version: version ?? null };
    } catch (error) {
      if (!(error instanceof WfpError)) throw error;
    }
  }
  return null;
}

/** The executable is in the module, in `bin/<system>`, or beside the module's folder. */
function listManifests(executable: string): string[] {
  const inside = /^(.*?)([/\\])[^/\\]+[/\\][^/\\]+[/\\][^/\\]+$/
    .exec(executable);
  const beside = /^(.*[/\\])[^/\\]+$/.exec(executable);
  const separator = executable.includes("\\") ? "\\" : "/";
  const manifests: string[] = [];
  if (inside) manifests.push(`${inside[1]}${inside[2]}WfpCallout.psd1`);
  if (beside) {
    manifests.push(`${beside[1]}WfpCallout${separator}WfpCallout.psd1`);
  }
  return manifests;
}

interface Facts {
  readonly version: string;
  readonly os: string;
  readonly architecture: string;
  readonly elevated: boolean | null;
  readonly engine: Omit<EngineCheck, "outcome">;
  readonly catalog: Readonly<Record<string, number>>;
  readonly module: ModuleFacts | null;
}

function formatFacts(facts: Facts): string {
  const { opening, enumeration } = facts.engine;
  const rows: [string, string][] = [
    ["Version", facts.version],
    ["System", `${facts.os} ${facts.architecture}`],
    ["Administrator", formatAnswer(facts.elevated)],
    ["Opening the filter engine", formatStep(opening)],
    [
      "Listing its objects",
      enumeration.counts === null
        ? formatStep(enumeration)
        : `${formatCounts(enumeration.counts)}${
          enumeration.complete ? "" : " (perhaps not all)"
        }`,
    ],
    ["Catalogue", formatCounts(facts.catalog)],
    [
      "PowerShell module",
      facts.module === null
        ? "not found beside the executable"
        : `${
          facts.module.version ?? "of unknown version"
        }, ${facts.module.manifest}`,
    ],
  ];
  const hint = opening.error?.hint ?? enumeration.error?.hint;
  if (hint) rows.push(["Next step", hint]);
  const width = Math.max(...rows.map(([title]) => title.length));
  return rows.map(([title, text]) =>
    `${title.padEnd(width)}  ${escapeForTerminal(text)}\n`
  ).join("");
}

function formatAnswer(answer: boolean | null): string {
  return answer === null ? "not known" : answer ? "yes" : "no";
}

function formatStep({ ok, error }: Step): string {
  if (ok === null) return "not tried";
  return error === null ? "works" : error.message;
}

function formatCounts(counts: Readonly<Record<string, number | null>>): string {
  return Object.entries(counts).map(([kind, n]) =>
    `${kind.replaceAll("_", " ")}: ${n ?? "not known"}`
  ).join(", ");
}
