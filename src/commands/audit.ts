import { auditSnapshot } from "../analysis/audit.ts";
import {
  type Accepted,
  parseBaseline,
  removeAccepted,
} from "../analysis/audit_baseline.ts";
import {
  type Evidence,
  type Finding,
  FINDING_IDS,
  SEVERITIES,
  type Severity,
} from "../analysis/audit_finding.ts";
import {
  type OwnersTable,
  parseOwners,
  withOwners,
} from "../analysis/owners.ts";
import type { CommandSpec, Invocation, Output } from "../cli/command.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { decodeText } from "../readers/text_encoding.ts";
import { escapeForTerminal } from "../render/escape_text.ts";
import type { Column, View } from "../render/view.ts";
import { WIDEST, wrapText } from "../render/wrap.ts";
import { attributeFilter } from "../sources/attribute_owners.ts";
import { attempt } from "./shared/attempt.ts";
import { getFilters, readSources } from "./shared/read_sources.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";

const COLUMNS: readonly Column<Finding>[] = [
  { title: "Severity", value: ({ severity }) => severity },
  { title: "ID", value: ({ id }) => id },
  { title: "Finding", value: ({ title }) => title, leastWidth: 20 },
  { title: "Why", value: ({ reason }) => reason },
  {
    title: "Objects",
    value: ({ evidence }) => evidence.map(formatObject).join("; "),
  },
  { title: "What to do", value: ({ remedy }) => remedy },
];

/** A table is the overview, with the details of what is bad below it. */
function makeView(format: Output["format"]): View<Finding> {
  return {
    schema: "finding",
    columns: format === "table" ? COLUMNS.slice(0, 3) : COLUMNS,
    rows: (finding) => [finding],
    summary: (findings, columns) => {
      const details = findings.filter(({ severity }) => severity !== "info")
        .map((finding) => formatDetails(finding, columns));
      const counts = formatCounts(findings);
      return details.length === 0
        ? counts
        : `\n${[...details, counts].join("\n\n")}`;
    },
  };
}

/** `wfpcallout audit`: what is wrong with a machine's callouts and filters. */
export const AUDIT: CommandSpec = {
  name: "audit",
  summary: "find filters whose callout is gone, and suspicious callouts",
  description:
    "Looks for what is wrong with the callouts and filters of a machine. " +
    "Each finding says what was found, why it matters, which objects it is " +
    "about and what to do.\n\n" +
    "dangling (error): filters block, because their callout is gone\n" +
    "blind (warning): filters inspect nothing, for the same reason\n" +
    "impostor (error): a callout passes itself off as a built-in\n" +
    "conflict (info, or warning at redirect and stream layers): vendors share " +
    "a layer\n" +
    "unregistered (warning, or info where normal): no driver has registered a " +
    "callout\n" +
    "shared-guid (info): several products use one GUID\n" +
    "orphan (info): no filter uses a callout\n" +
    "unattributed (info): the owner of a callout is not known\n" +
    "not-visible (info): a callout is missing from a list that may be " +
    "incomplete\n\n" +
    "A table for --owners has the columns guid, product and vendor: JSON (an " +
    "array or lines of objects), or CSV or tab-separated text, with or " +
    "without a header; lines that begin with # are skipped. It takes " +
    "precedence over the catalogue.\n\n" +
    "A file for --baseline is what audit --json or --jsonl printed before: " +
    "those findings are accepted and left out, unless they have come to " +
    "involve other objects.",
  arguments: [],
  options: [
    ...SOURCE_OPTIONS,
    {
      name: "severity",
      value: "LEVEL",
      choices: SEVERITIES,
      summary: "only findings of this severity or worse",
      details: "The worst is error, then warning, then info.",
    },
    {
      name: "ignore",
      value: "ID",
      repeatable: true,
      choices: FINDING_IDS,
      summary: "leave out findings with this ID",
      details: "The IDs are listed above.",
    },
    {
      name: "baseline",
      value: "FILE",
      completion: "file",
      summary: "leave out the findings that an earlier audit printed to FILE",
    },
    {
      name: "owners",
      value: "FILE",
      completion: "file",
      summary: "a table of your own that names the owners of callouts",
    },
  ],
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout audit --from wfpstate.xml",
      summary: "audit the machine that a dump is from",
    },
    {
      command: "wfpcallout audit --from wfpstate.xml --severity warning --json",
      summary: "errors and warnings only, with their evidence",
    },
  ],
  exitZero: "there is no error and no warning, or all of them are accepted",
  exitOne: "there is an error or a warning that was not accepted",
  run: async (invocation) => {
    const { options, output } = invocation;
    const owners = readOwners(invocation);
    const baseline = readBaseline(invocation);
    const snapshots = await readSources(invocation, {
      default: "live",
      filters: "callouts",
    });
    const writer = output.records(makeView(output.format));
    let isHealthy = true;
    for (const snapshot of snapshots) {
      const findings = attempt(invocation, () =>
        audit(snapshot, { owners, invocation })) ?? [];
      for (const finding of removeAccepted(findings, baseline)) {
        if (!isWanted(finding, options)) {
          continue;
        }
        writer.write(
          snapshots.length === 1 ? finding : {
            ...finding,
            title: `${snapshot.source}: ${finding.title}`,
          },
        );
        if (finding.severity !== "info") {
          isHealthy = false;
        }
      }
    }
    return isHealthy;
  },
};

function formatDetails(finding: Finding, columns: number | null): string {
  const { id, severity, title, reason, evidence, remedy, reference } = finding;
  const width = Math.min(columns ?? WIDEST, WIDEST);
  const paragraphs: readonly (readonly [text: string, indent: number])[] = [
    [`${severity}, ${id}: ${title}`, 2],
    [`  ${reason}`, 2],
    ...evidence.map((object) => [`  - ${formatObject(object)}`, 4] as const),
    [`  What to do: ${remedy}`, 4],
  ];
  const lines = paragraphs.flatMap(([text, indent]) =>
    wrapText(escapeForTerminal(text), { width, indent })
  );
  if (reference !== null) lines.push(`  See: ${reference}`);
  return lines.join("\n");
}

function formatObject({ kind, name, guid, layer, filterId }: Evidence): string {
  const label = name === null ? guid ?? "?" : guid ? `${name} (${guid})` : name;
  const id = filterId === null ? "" : `, run-time id ${filterId}`;
  return `${kind} ${label}${layer === null ? "" : ` at ${layer}`}${id}`;
}

function formatCounts(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => {
    const some = findings.filter((finding) => finding.severity === severity);
    return `${severity}: ${some.length}`;
  }).join(", ");
}

function readOwners(invocation: Invocation): OwnersTable | null {
  const file = readTextOf("owners", invocation);
  return file === null ? null : parseOwners(file.text, file.path);
}

function readBaseline(invocation: Invocation): readonly Accepted[] {
  const file = readTextOf("baseline", invocation);
  return file === null ? [] : parseBaseline(file.text, file.path);
}

/** The file that an option names; Windows PowerShell writes UTF-16 with `>`. */
function readTextOf(
  option: string,
  { options, system }: Invocation,
): { readonly text: string; readonly path: string } | null {
  const path = options.value(option);
  if (path === undefined) return null;
  return { text: decodeText(system.readFile(path)).text, path };
}

interface AuditParts {
  readonly owners: OwnersTable | null;
  readonly invocation: Invocation;
}

function audit(
  snapshot: Snapshot,
  { owners, invocation }: AuditParts,
): Finding[] {
  getFilters(snapshot);
  if (snapshot.callouts === null && snapshot.warnings.length === 0) {
    invocation.warn(
      `Cannot tell which callouts are missing: "${snapshot.source}" names none`,
      {
        code: "noCallouts",
        hint:
          "use a dump of netsh wfp show state, which lists the callouts too",
        details: { file: snapshot.source },
      },
    );
  }
  const own = owners ? withOwners(snapshot, owners) : snapshot;
  return auditSnapshot(own, {
    findOwners: (filter) => {
      const owner = owners?.get(filter.callout ?? "");
      return owner ? [owner] : attributeFilter(filter);
    },
  });
}

function isWanted(
  { id, severity }: Finding,
  options: Invocation["options"],
): boolean {
  const least = options.value("severity") as Severity | undefined;
  return !options.values("ignore").includes(id) &&
    SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least ?? "info");
}
