import type { WfpRecord } from "../model/record.ts";

const PREFIX_REGEXP =
  /^(?:FWPM_)?(?:(?:CALLOUT|LAYER|SUBLAYER|CONDITION|PROVIDER_CONTEXT|PROVIDER|KEYING_MODULE)_)?/;
/** Symbols of the run time, under which a layer is known beside its own. */
const RUN_TIME_REGEXP = /^FWPS_/;

/** A symbol without the prefix of its kind, in upper case. */
function stripPrefix(symbol: string): string {
  return symbol.toUpperCase().replace(PREFIX_REGEXP, "");
}

/** How a name was read. */
export type NameReading =
  | "symbol"
  | "alias"
  | "display name"
  | "localized name"
  | "wildcard";

/**
 * By which of its names a record was found.
 *
 * @param record A record that `text` names
 * @param text The name as the user wrote it
 */
export function findNameReading(record: WfpRecord, text: string): NameReading {
  const wanted = stripPrefix(text.trim());
  if (record.kind !== "filter") {
    const { name, displayName } = record;
    if (name !== null && name !== displayName && stripPrefix(name) === wanted) {
      return "symbol";
    }
    if (
      RUN_TIME_REGEXP.test(wanted) ||
      record.aliases.some((alias) => stripPrefix(alias) === wanted)
    ) return "alias";
  }
  const fold = text.trim().toLowerCase();
  const localized = record.kind === "callout"
    ? record.observed?.localizedNames ?? []
    : [];
  return localized.some(({ name }) => name.toLowerCase() === fold)
    ? "localized name"
    : "display name";
}
