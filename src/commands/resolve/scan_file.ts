import { findFamilyRecord } from "../../analysis/family_record.ts";
import {
  type LookupOptions,
  recordsOfGuid,
} from "../../analysis/records_of_guid.ts";
import type { Invocation } from "../../cli/command.ts";
import type { GuidReading } from "../../model/guid_reading.ts";
import { readGuid } from "../../model/guid_text.ts";
import { scanGuids } from "../../readers/scan_guids.ts";
import { decodeText } from "../../readers/text_encoding.ts";
import { attempt } from "../shared/attempt.ts";

/** A spelling of a GUID in a file. */
export interface FileGuid {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the GUIDs of a source file. Digits and bytes may be anything: they count
 * if they spell a known GUID. A file that cannot be read is reported, and the
 * others go on.
 *
 * @param path The file, or `-`
 * @param invocation What the user asked
 * @param known Where known GUIDs are looked up
 */
export function* scanFile(
  path: string,
  invocation: Invocation,
  known: LookupOptions,
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
    const isCertain = read.readings.length === 1;
    if (isCertain || read.readings.some((reading) => isKnown(reading, known))) {
      yield { text: written, line, column };
    }
  }
}

function isKnown({ guid }: GuidReading, known: LookupOptions): boolean {
  return recordsOfGuid(guid, known).length > 0 ||
    ((known.kind ?? "callout") === "callout" &&
      findFamilyRecord(guid) !== null);
}
