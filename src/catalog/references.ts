import { REFERENCES } from "./data/references.ts";
import type { Reference } from "./reference.ts";

/** The key of a source. */
export type SourceKey = keyof ReturnType<typeof REFERENCES>;

/** The source of a key. */
function findReference(key: SourceKey): Reference {
  return REFERENCES()[key];
}

/**
 * References as lines of a record, each once.
 *
 * @param keys The keys of the sources
 * @returns Title, version in parentheses and address of each, as far as they are known
 */
export function formatReferences(
  keys: readonly SourceKey[],
): readonly string[] {
  return [...new Set(keys)].map(formatReference);
}

/** Whether a source shows a running system, and not source code or a document. */
export function isFromMachine(key: SourceKey): boolean {
  return findReference(key).name !== null;
}

/**
 * The short name of a source, for lists.
 *
 * @param key The key of the source
 * @returns Such as `keploy` or `portmaster issue 542`; the title of source code
 */
export function sourceName(key: SourceKey): string {
  const { name, title } = findReference(key);
  return name ?? title;
}

function formatReference(key: SourceKey): string {
  const { title, version, address } = findReference(key);
  return title + (version === null ? "" : ` (${version})`) +
    (address === null ? "" : `, ${address}`);
}
