/**
 * How records of each kind look in tables and text.
 *
 * @module
 */

import type {
  CalloutRecord,
  CatalogRecord,
  LayerRecord,
  ProviderRecord,
  SublayerRecord,
} from "../../model/record.ts";
import type { Column, View } from "../../render/view.ts";

/** What `list` prints. */
export type ListedRecord = CatalogRecord;

/** The kinds of what `list` prints. */
export type ListedKind = ListedRecord["kind"];

const NAME: Column<ListedRecord> = {
  title: "Name",
  value: ({ name }) => name ?? "",
  // Nearly every symbol is shorter, and cut ones look alike
  leastWidth: 42,
};
const GUID: Column<ListedRecord> = {
  title: "GUID",
  value: ({ guid }) => guid ?? "",
};
const DESCRIPTION: Column<ListedRecord> = {
  title: "Description",
  value: ({ description, displayName }) => description ?? displayName ?? "",
  leastWidth: 20,
  dropOrder: 1,
};
const SINCE: Column<ListedRecord> = {
  title: "Since",
  value: ({ since }: { since?: { windows: string } | null }) =>
    since?.windows ?? "",
  leastWidth: 12,
  dropOrder: 2,
};

function yesOrNo(value: boolean | null | undefined): string {
  return value === null || value === undefined ? "" : value ? "yes" : "no";
}

const CALLOUT: View<ListedRecord> = {
  schema: "callout",
  columns: [
    NAME,
    {
      title: "Layer",
      value: (r) => asCallout(r).layer ?? "",
      leastWidth: 16,
      dropOrder: 4,
    },
    {
      title: "Owner",
      value: (r) =>
        asCallout(r).owner?.product ?? asCallout(r).owner?.vendor ?? "",
      leastWidth: 12,
      dropOrder: 3,
    },
    {
      title: "Registered",
      value: (r) =>
        yesOrNo(
          r.source === "builtin"
            ? asCallout(r).observed?.registered
            : asCallout(r).registered,
        ),
      dropOrder: 2,
    },
    GUID,
    {
      title: "Run-time id",
      value: (r) => String(asCallout(r).runtimeId ?? ""),
      dropOrder: 1,
    },
  ],
  rows: (record) => [record],
  summary: (records) => count(records, "callout"),
};

const LAYER: View<ListedRecord> = {
  schema: "layer",
  columns: [
    NAME,
    {
      title: "Run-time id",
      value: (r) => String((r as LayerRecord).runtimeId ?? ""),
    },
    {
      title: "Mode",
      value: (r) => (r as LayerRecord).mode ?? "",
      dropOrder: 3,
    },
    SINCE,
    GUID,
    DESCRIPTION,
  ],
  rows: (record) => [record],
  summary: (records) => count(records, "layer"),
};

const SUBLAYER: View<ListedRecord> = {
  schema: "sublayer",
  columns: [
    NAME,
    {
      title: "Weight",
      value: (r) => String((r as SublayerRecord).weight ?? ""),
    },
    {
      title: "Provider",
      value: (r) => (r as SublayerRecord).provider ?? "",
      leastWidth: 16,
      dropOrder: 2,
    },
    GUID,
    DESCRIPTION,
  ],
  rows: (record) => [record],
  summary: (records) => count(records, "sublayer"),
};

const PROVIDER: View<ListedRecord> = {
  schema: "provider",
  columns: [
    NAME,
    {
      title: "Service",
      value: (r) => (r as ProviderRecord).serviceName ?? "",
    },
    GUID,
    DESCRIPTION,
  ],
  rows: (record) => [record],
  summary: (records) => count(records, "provider"),
};

const NAMED: View<ListedRecord> = {
  schema: "named",
  columns: [NAME, SINCE, GUID, DESCRIPTION],
  rows: (record) => [record],
  summary: (records) =>
    count(records, records[0]?.kind.replaceAll("_", " ") ?? "object"),
};

function asCallout(record: ListedRecord): CalloutRecord {
  return record as CalloutRecord;
}

function count(records: readonly ListedRecord[], word: string): string {
  return `${records.length} ${word}${records.length === 1 ? "" : "s"}`;
}

/** The view of each kind. */
export const RECORD_VIEWS: Readonly<
  Record<ListedRecord["kind"], View<ListedRecord>>
> = {
  callout: CALLOUT,
  layer: LAYER,
  sublayer: SUBLAYER,
  provider: PROVIDER,
  condition: NAMED,
  "keying_module": NAMED,
  "provider_context": NAMED,
};
