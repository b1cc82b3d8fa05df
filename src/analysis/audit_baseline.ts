import { InputError } from "../model/errors.ts";
import type { Evidence, Finding } from "./audit_finding.ts";

/** What counts of an accepted finding. */
export type Accepted = Pick<Finding, "id" | "evidence">;

/**
 * Leaves out the findings that were accepted before. A finding is accepted if
 * one of the same id is in the baseline that was about all of its objects, told
 * by their GUIDs, or by their content for drivers that make GUIDs at run time.
 *
 * @param findings What an audit says now
 * @param baseline What was accepted: the answer of an earlier audit
 * @returns The findings that are left, in their order
 */
export function removeAccepted(
  findings: readonly Finding[],
  baseline: readonly Accepted[],
): Finding[] {
  return findings.filter((finding) =>
    !baseline.some((accepted) =>
      accepted.id === finding.id && covers(accepted.evidence, finding.evidence)
    )
  );
}

/**
 * Reads accepted findings.
 *
 * @param content What `audit --json` or `audit --jsonl` printed
 * @param path The name of the file, for errors
 * @returns What counts of each finding
 * @throws {InputError} If it is something else
 */
export function parseBaseline(content: string, path: string): Accepted[] {
  const text = content.trim();
  const items = text.startsWith("[")
    ? parseJson(text, path, 1)
    : text.split(/\r?\n/).filter((line) => line.trim() !== "")
      .map((line, i) => parseJson(line, path, i + 1));
  if (!Array.isArray(items) || !items.every(isFinding)) {
    throw badBaseline(path, "it is not a list of findings");
  }
  return items;
}

function parseJson(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badBaseline(path, `line ${line} is not JSON`, cause);
  }
}

function isFinding(item: unknown): item is Accepted {
  const { id, evidence } = (item ?? {}) as Record<string, unknown>;
  return typeof id === "string" && Array.isArray(evidence) &&
    evidence.every((object) => typeof object === "object" && object !== null);
}

function badBaseline(
  path: string,
  reason: string,
  cause?: unknown,
): InputError {
  return new InputError(
    "badBaseline",
    `Cannot read the accepted findings in "${path}": ${reason}`,
    {
      cause,
      hint: "give a file that wfpcallout audit --json wrote",
      place: { file: path },
    },
  );
}

/** Whether each of `objects` has its own counterpart among `accepted`. */
function covers(
  accepted: readonly Evidence[],
  objects: readonly Evidence[],
): boolean {
  const guids = new Set(accepted.map(({ guid }) => guid));
  const present = new Set(objects.map(({ guid }) => guid));
  const free = accepted.filter(({ guid }) =>
    guid === null || !present.has(guid)
  ).map(describe);
  return objects.every((object) => {
    if (object.guid !== null && guids.has(object.guid)) return true;
    const at = free.indexOf(describe(object));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

/** The content of an object, without what is made at run time. */
function describe(object: Evidence): string {
  const { kind, name, layer, product, vendor, sublayer, action } = object;
  return JSON.stringify([kind, name, layer, product, vendor, sublayer, action]);
}
