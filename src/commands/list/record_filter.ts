/**
 * The test that the options of `list` make of each record.
 *
 * @module
 */

import { lookUp } from "../../analysis/lookup.ts";
import { suggest } from "../../analysis/suggest.ts";
import type { Invocation, ParsedOptions } from "../../cli/command.ts";
import { UsageError } from "../../model/errors.ts";
import type { CalloutRecord, Guid } from "../../model/record.ts";
import { hasWildcards, parseWildcard } from "../../model/wildcard.ts";
import type { ListedRecord } from "./record_views.ts";
import { parseSince } from "./windows_order.ts";

/** Whether a record is wanted. */
export type RecordTest = (record: ListedRecord) => boolean;

/**
 * Makes one test of all options that were given. Providers differ from machine to
 * machine: one that is not there leaves nothing, with a warning, since it may be
 * mistyped. Layers are the same everywhere, so an unknown one is an error.
 *
 * @throws {UsageError} If no layer or no Windows has the name that an option gives
 */
export function makeRecordTest(
  { options, warn }: Pick<Invocation, "options" | "warn">,
  records: readonly ListedRecord[],
): RecordTest {
  const tests: RecordTest[] = [];
  const layers = options.values("layer");
  if (layers.length > 0) tests.push(makeLayerTest(layers, records));
  const providers = options.values("provider");
  if (providers.length > 0) {
    tests.push(makeProviderTest(providers, records, warn));
  }
  const family = options.value("family");
  if (family !== undefined) {
    tests.push((record) =>
      "addressFamily" in record &&
      record.addressFamily === family
    );
  }
  const since = options.value("since");
  if (since !== undefined) {
    const isSince = parseSince(since);
    tests.push((record) => isSince(record.since));
  }
  if (options.has("builtin")) tests.push((record) => record.builtin);
  if (options.has("third-party")) tests.push(isThirdParty);
  tests.push(...registrationTests(options));
  return (record) => tests.every((test) => test(record));
}

function isThirdParty(record: ListedRecord): boolean {
  return record.kind === "callout" && !record.builtin &&
    record.owner?.vendor !== "Microsoft";
}

function registrationTests(options: ParsedOptions): RecordTest[] {
  const wanted = options.has("registered");
  if (!wanted && !options.has("unregistered")) return [];
  if (wanted && options.has("unregistered")) {
    throw new UsageError(
      "Cannot use --registered with --unregistered: nothing is both",
    );
  }
  return [
    (record) => record.kind === "callout" && registrationOf(record) === wanted,
  ];
}

function registrationOf(callout: CalloutRecord): boolean | null {
  return callout.source === "builtin"
    ? callout.observed?.registered ?? null
    : callout.registered;
}

/** A name without wildcards must be a layer of the catalogue or of the list itself. */
function makeLayerTest(
  texts: readonly string[],
  records: readonly ListedRecord[],
): RecordTest {
  const tests = texts.map((text): RecordTest => {
    const guids = guidsOf(text, "layer");
    if (guids.size > 0) {
      return (record) =>
        record.kind === "callout" && guids.has(record.layerGuid);
    }
    const isMeant = makeNameTest(text);
    const test: RecordTest = (record) =>
      record.kind === "callout" && isMeant(record.layer, record.layerGuid);
    if (!hasWildcards(text) && !records.some(test)) throw unknownLayer(text);
    return test;
  });
  return (record) => tests.some((test) => test(record));
}

function unknownLayer(text: string): UsageError {
  const lookup = lookUp(text, { kind: "layer" });
  const [near] = suggest(text, lookup, { kind: "layer" });
  return new UsageError(
    `Cannot use --layer "${text}": no layer has this name or GUID`,
    {
      hint: near === undefined
        ? "wfpcallout list --kind layer lists them"
        : `did you mean ${near.name}?`,
      details: { option: "layer", value: text },
    },
  );
}

function makeProviderTest(
  texts: readonly string[],
  records: readonly ListedRecord[],
  warn: Invocation["warn"],
): RecordTest {
  const tests = texts.map((text) => {
    const guids = guidsOf(text, "provider");
    const isMeant = makeNameTest(text);
    const test: RecordTest = (record) =>
      "providerGuid" in record &&
      (guids.has(record.providerGuid) ||
        isMeant(record.provider, record.providerGuid));
    const isKnown = guids.size > 0 || hasWildcards(text) || records.some(test);
    if (!isKnown) warnOfProvider(text, warn);
    return test;
  });
  return (record) => tests.some((test) => test(record));
}

function warnOfProvider(text: string, warn: Invocation["warn"]): void {
  const lookup = lookUp(text, { kind: "provider" });
  const [near] = suggest(text, lookup, { kind: "provider" });
  warn(`Cannot find provider "${text}": nothing listed belongs to it`, {
    code: "unknownProvider",
    hint: near && `did you mean ${near.name ?? near.guid}?`,
    details: { option: "provider", value: text },
  });
}

function guidsOf(
  text: string,
  kind: "layer" | "provider",
): Set<Guid | null> {
  const { matches, guids } = lookUp(text, { kind });
  return new Set<Guid | null>([
    ...matches.map(({ record }) => record.guid),
    ...(matches.length > 0 ? [] : guids.map(({ guid }) => guid)),
  ]);
}

function makeNameTest(
  text: string,
): (name: string | null, guid: Guid | null) => boolean {
  const matches = parseWildcard(text);
  return (name, guid) =>
    (name !== null && matches(name)) || guid === text.toLowerCase();
}
