import { CONDITION_FLAGS, formatFlags } from "../model/flags.ts";
import type { FilterCondition } from "../model/record.ts";
import type { FwpRange, FwpValue } from "../model/value.ts";

const MATCH_WORDS: Readonly<Record<string, string>> = {
  FWP_MATCH_EQUAL: "=",
  FWP_MATCH_GREATER: ">",
  FWP_MATCH_LESS: "<",
  FWP_MATCH_GREATER_OR_EQUAL: ">=",
  FWP_MATCH_LESS_OR_EQUAL: "<=",
  // A range is written `low-high`, so that it can stand in one list with single values.
  FWP_MATCH_RANGE: "=",
  FWP_MATCH_FLAGS_ALL_SET: "has all of",
  FWP_MATCH_FLAGS_ANY_SET: "has any of",
  FWP_MATCH_FLAGS_NONE_SET: "has none of",
  FWP_MATCH_EQUAL_CASE_INSENSITIVE: "= (any case)",
  FWP_MATCH_NOT_EQUAL: "!=",
  FWP_MATCH_PREFIX: "begins with",
  FWP_MATCH_NOT_PREFIX: "does not begin with",
};

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: "ICMP",
  2: "IGMP",
  6: "TCP",
  17: "UDP",
  47: "GRE",
  58: "ICMPv6",
};

/**
 * Says the conditions of a filter in words: `IP_PROTOCOL = 6 (TCP) and
 * IP_REMOTE_PORT = 443, 80-90`. Conditions of one field are alternatives, as in
 * the filter engine; different fields must all hold.
 *
 * @param conditions The conditions, or null if they are not known
 * @returns One line; empty if nothing is known, `always` if there are none
 */
export function describeConditions(
  conditions: readonly FilterCondition[] | null,
): string {
  if (conditions === null) return "";
  if (conditions.length === 0) return "always";
  const fields = new Map<string, Map<string, string[]>>();
  for (const { field, match, value } of conditions) {
    const name = field?.replace(/^FWPM_CONDITION_/, "") ?? "(unknown field)";
    const word = match === null ? "?" : MATCH_WORDS[match] ?? match;
    const matches = entry(fields, name, () => new Map<string, string[]>());
    entry(matches, word, () => []).push(describeValue(value, name, word));
  }
  return [...fields].map(([name, matches]) => describeField(name, matches))
    .join(" and ");
}

/** The value under a key, made if it is not there yet. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, value = make());
  return value;
}

function describeField(name: string, matches: Map<string, string[]>): string {
  const parts = [...matches].map(([word, values]) =>
    `${name} ${word} ${values.join(", ")}`
  );
  return parts.length === 1 ? parts.join() : `(${parts.join(" or ")})`;
}

/**
 * Says a value in the terms of the field that it is compared with.
 *
 * @param value The value, or null if it is not known
 * @param field The field without its prefix, such as `IP_REMOTE_PORT`
 * @param word How the two are compared, such as `has all of`
 */
function describeValue(
  value: FwpValue | null,
  field: string,
  word: string,
): string {
  if (value === null) return "?";
  const content = value.value;
  if (content === null) return "(empty)";
  if (typeof content === "object") return describeRange(content, field, word);
  if (typeof content === "number") return describeNumber(content, field, word);
  if (field.endsWith("_ADDRESS") && /^[0-9a-f]{32}$/.test(content)) {
    return formatIpv6(content);
  }
  if (value.type === "FWP_BYTE_BLOB_TYPE") {
    return decodeText(content) ?? `0x${content}`;
  }
  return content;
}

function describeRange(range: FwpRange, field: string, word: string): string {
  return `${describeValue(range.low, field, word)}-${
    describeValue(range.high, field, word)
  }`;
}

function describeNumber(value: number, field: string, word: string): string {
  if (word.startsWith("has ")) {
    return field === "FLAGS" && value !== 0
      ? describeFlags(value)
      : `0x${value.toString(16)}`;
  }
  if (field.endsWith("_ADDRESS")) return formatIpv4(value);
  const protocol = field === "IP_PROTOCOL" ? PROTOCOLS[value] : undefined;
  return protocol === undefined ? `${value}` : `${value} (${protocol})`;
}

/** `IS_LOOPBACK|IS_FRAGMENT`: commas stand between alternatives. */
function describeFlags(bits: number): string {
  return formatFlags(CONDITION_FLAGS, bits)
    .map((flag) => flag.replace(/^FWP_CONDITION_FLAG_/, "")).join("|");
}

function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}

/** Shortens the longest run of zero groups, as RFC 5952 writes addresses. */
function formatIpv6(hex: string): string {
  const groups = (hex.match(/.{4}/g) ?? []).map((group) =>
    group.replace(/^0{1,3}/, "")
  ).join(":");
  const runs = groups.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  if (runs.length === 0) return groups;
  const longest = runs.reduce((a, b) => b.length > a.length ? b : a);
  const [before, after] = splitAt(groups, groups.indexOf(longest), longest);
  return `${before}::${after.replace(/^:/, "")}`;
}

function splitAt(text: string, at: number, part: string): [string, string] {
  return [text.slice(0, at), text.slice(at + part.length)];
}

/** UTF-16LE text that ends in a null, as application ids are; undefined for other bytes. */
function decodeText(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{4})+0000$/.test(hex)) return undefined;
  let text = "";
  for (let at = 0; at < hex.length - 4; at += 4) {
    const unit = parseInt(
      hex.slice(at + 2, at + 4) + hex.slice(at, at + 2),
      16,
    );
    if (unit < 0x20) return undefined;
    text += String.fromCharCode(unit);
  }
  return text.isWellFormed() ? text : undefined;
}
