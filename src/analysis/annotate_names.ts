import { catalogue, type Entry, recordOf } from "../catalog/catalogue.ts";
import type { Guid, Kind, Owner, WfpRecord } from "../model/record.ts";
import type { SourceIndex } from "../sources/source_index.ts";

/** Which objects are named. */
export interface GuidNameOptions {
  /** Only objects of these kinds; all without it. */
  readonly kinds?: ReadonlySet<Kind> | undefined;
  /** What was read from `--live` and `--from`, behind the catalogue. */
  readonly sources?: SourceIndex | undefined;
}

/** Longer names, which only a damaged or hostile source has, are cut. */
const LONGEST_NAME = 256;

/** What a catalogue or source says of a GUID. */
interface Mention {
  readonly guid: Guid;
  readonly name: string | null;
  readonly owners: readonly Owner[];
}

/**
 * The names that stand for GUIDs in a text: the symbol, else the display name,
 * in letters, digits, blanks and `_.:-`; every other character becomes `_`. Of a
 * GUID with several owners it is the name of the first and how many more there are.
 *
 * @param options Which kinds, and what was read beside the catalogue; all and nothing without them
 * @returns The names by GUID; an object without a name has none
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const names = listGuidNames();
 * assertEquals(
 *   names.get("eda08606-2494-4d78-89bc-67837c03b969"),
 *   "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
 * );
 * assertEquals(
 *   names.get("b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8"),
 *   "Datagram-Data Proxy Callout +2",
 * );
 * ```
 */
export function listGuidNames(
  { kinds, sources }: GuidNameOptions = {},
): Map<Guid, string> {
  const isWanted = ({ kind }: { readonly kind: Kind }): boolean =>
    kinds === undefined || kinds.has(kind);
  const mentions = [
    ...catalogue().filter(isWanted).map(mentionOfEntry),
    ...(sources?.records ?? []).filter(isWanted).flatMap(mentionOfRecord),
  ];
  const names = new Map<Guid, string>();
  for (const [guid, group] of Map.groupBy(mentions, ({ guid }) => guid)) {
    const name = group.find(({ name }) => name)?.name;
    if (name) names.set(guid, formatName(name, countOwners(group)));
  }
  return names;
}

/** Only a callout outside the header can have several owners; its record is not made for less. */
function mentionOfEntry(entry: Entry): Mention {
  const { guid, name, isOther, facts } = entry;
  const record = isOther && facts.length > 1 ? recordOf(entry) : null;
  return {
    guid,
    name,
    owners: record?.kind === "callout" ? record.owners : [],
  };
}

function mentionOfRecord(record: WfpRecord): Mention[] {
  const { guid } = record;
  if (guid === null) return [];
  const name = record.kind === "filter" ? record.displayName : record.name;
  return [{
    guid,
    name,
    owners: record.kind === "callout" ? record.owners : [],
  }];
}

function countOwners(mentions: readonly Mention[]): number {
  const owners = mentions.flatMap((mention) => mention.owners);
  return new Set(owners.map((owner) => `${owner.product}\n${owner.vendor}`))
    .size;
}

function formatName(name: string, owners: number): string {
  const safe = name.slice(0, LONGEST_NAME)
    .replace(/[^A-Za-z0-9 _.:-]/gu, "_");
  return owners > 1 ? `${safe} +${owners - 1}` : safe;
}
