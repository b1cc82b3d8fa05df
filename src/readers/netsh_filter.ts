/**
 * The filters of a netsh file; see `netsh_objects.ts`, whose rules hold here too.
 *
 * @module
 */

import { FILTER_FLAGS } from "../model/flags.ts";
import type { RawCondition, RawFilter, RawKey } from "../model/raw.ts";
import type { FwpValue } from "../model/value.ts";
import { type Draft, readItems } from "./netsh_items.ts";
import {
  parseUint64,
  readBlob,
  readDisplayData,
  readFlags,
  readKey,
  readText,
  readValue,
  weightDigits,
} from "./netsh_values.ts";
import type { XmlScanner } from "./xml_scanner.ts";

/** Reads a filter. */
export function readFilter(
  xml: XmlScanner,
  first: string | null = xml.child(),
): RawFilter {
  const filter = newFilter();
  for (let child = first; child !== null; child = xml.child()) {
    readFilterField(xml, child, filter);
  }
  return filter;
}

/** A filter of which nothing is known yet. */
export function newFilter(): Draft<RawFilter> {
  return {
    key: null,
    name: null,
    description: null,
    flags: null,
    providerKey: null,
    providerData: null,
    layerKey: null,
    sublayerKey: null,
    weight: null,
    conditions: null,
    actionType: null,
    calloutKey: null,
    providerContextKey: null,
    filterId: null,
    effectiveWeight: null,
  };
}

/** Reads one field of a filter; other elements are skipped. */
export function readFilterField(
  xml: XmlScanner,
  field: string,
  filter: Draft<RawFilter>,
): void {
  switch (field) {
    case "filterKey":
      filter.key = readKey(xml);
      break;
    case "displayData":
      Object.assign(filter, readDisplayData(xml));
      break;
    case "flags":
      filter.flags = readFlags(xml, FILTER_FLAGS);
      break;
    case "providerKey":
      filter.providerKey = readKey(xml);
      break;
    case "providerData":
      filter.providerData = readBlob(xml);
      break;
    case "layerKey":
      filter.layerKey = readKey(xml);
      break;
    case "subLayerKey":
      filter.sublayerKey = readKey(xml);
      break;
    default:
      readFilterRule(xml, field, filter);
  }
}

function readFilterRule(
  xml: XmlScanner,
  field: string,
  filter: Draft<RawFilter>,
): void {
  switch (field) {
    case "weight":
      filter.weight = readValue(xml);
      break;
    case "filterCondition":
      filter.conditions = readItems(xml, { read: readCondition });
      break;
    case "action":
      Object.assign(filter, readAction(xml));
      break;
    case "providerContextKey":
      filter.providerContextKey = readKey(xml);
      break;
    case "filterId":
      filter.filterId = parseUint64(xml.text());
      break;
    case "effectiveWeight":
      filter.effectiveWeight = weightDigits(readValue(xml)?.value ?? null);
      break;
    default:
      xml.skip();
  }
}

/** The union of the action holds a callout's key only if the type says so. */
function readAction(
  xml: XmlScanner,
): { readonly actionType: string | null; readonly calloutKey: RawKey } {
  let actionType: string | null = null;
  let key: RawKey = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "type") actionType = readText(xml);
    else if (child === "filterType" || child === "calloutKey") {
      key = readKey(xml) ?? key;
    } else xml.skip();
  }
  const isCallout = actionType?.startsWith("FWP_ACTION_CALLOUT") ?? false;
  return { actionType, calloutKey: isCallout ? key : null };
}

function readCondition(xml: XmlScanner): RawCondition {
  let fieldKey: RawKey = null;
  let matchType: string | null = null;
  let value: FwpValue | null = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "fieldKey") fieldKey = readKey(xml);
    else if (child === "matchType") matchType = readText(xml);
    else if (child === "conditionValue") value = readValue(xml);
    else xml.skip();
  }
  return { fieldKey, matchType, value };
}
