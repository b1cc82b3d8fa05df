import type { Invocation } from "../cli/command.ts";
import { readGuid } from "../model/guid_text.ts";
import { scanGuids } from "../readers/scan_guids.ts";
import { decodeText } from "../readers/text_encoding.ts";
import { attempt } from "./attempt.ts";

/** A spelling of a GUID in a file. */
export interface FileGuid {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Whether it is a GUID only if it is a known one: digits and Base64 may be anything. */
  readonly isTentative: boolean;
}

/**
 * Finds the GUIDs of a source file. A file that cannot be read is reported, and
 * the others go on.
 */
export function* scanFile(
  path: string,
  invocation: Invocation,
): Generator<FileGuid> {
  const { options, system } = invocation;
  const decoded = attempt(
    invocation,
    () => decodeText(system.readFile(path), options.value("encoding")),
  );
  if (decoded === undefined) return;
  for (const warning of decoded.warnings) {
    invocation.warn(`${path}: ${warning}`, { code: "source" });
  }
  for (const { text: written, line, column } of scanGuids(decoded.text)) {
    const read = readGuid(written);
    if (read.type !== "guid") continue;
    const isTentative = read.readings.length > 1;
    yield { text: written, line, column, isTentative };
  }
}
