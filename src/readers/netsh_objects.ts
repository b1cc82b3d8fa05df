/**
 * The objects of a netsh file. Every function is given a scanner that has just
 * entered the element, takes its children in any order, and leaves it; `first` is
 * the element's first child where the caller has entered that already.
 *
 * @module
 */

import {
  CALLOUT_FLAGS,
  FILTER_FLAGS,
  LAYER_FLAGS,
  PROVIDER_FLAGS,
  SUBLAYER_FLAGS,
} from "../model/flags.ts";
import type {
  RawCallout,
  RawCondition,
  RawFilter,
  RawKey,
  RawLayer,
  RawProvider,
  RawSublayer,
} from "../model/raw.ts";
import type { FwpValue } from "../model/value.ts";
import {
  parseUint32,
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

/** A raw object while its fields are read. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** Reads a callout. */
export function readCallout(
  xml: XmlScanner,
  first: string | null = xml.child(),
): RawCallout {
  const callout = newCallout();
  for (let child = first; child !== null; child = xml.child()) {
    readCalloutField(xml, child, callout);
  }
  return callout;
}

/** A callout of which nothing is known yet. */
export function newCallout(): Draft<RawCallout> {
  return {
    key: null,
    name: null,
    description: null,
    flags: null,
    providerKey: null,
    providerData: null,
    layerKey: null,
    calloutId: null,
  };
}

/** Reads one field of a callout; other elements are skipped. */
export function readCalloutField(
  xml: XmlScanner,
  field: string,
  callout: Draft<RawCallout>,
): void {
  switch (field) {
    case "calloutKey":
      callout.key = readKey(xml);
      break;
    case "displayData":
      Object.assign(callout, readDisplayData(xml));
      break;
    case "flags":
      callout.flags = readFlags(xml, CALLOUT_FLAGS);
      break;
    case "providerKey":
      callout.providerKey = readKey(xml);
      break;
    case "providerData":
      callout.providerData = readBlob(xml);
      break;
    case "applicableLayer":
      callout.layerKey = readKey(xml);
      break;
    case "calloutId":
      callout.calloutId = parseUint32(xml.text());
      break;
    default:
      xml.skip();
  }
}

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

/** Reads a layer, without the callouts and filters beside it. */
export function readLayer(
  xml: XmlScanner,
  first: string | null = xml.child(),
): RawLayer {
  const layer: Draft<RawLayer> = {
    key: null,
    name: null,
    description: null,
    flags: null,
    defaultSublayerKey: null,
    layerId: null,
  };
  for (let child = first; child !== null; child = xml.child()) {
    if (child === "layerKey") layer.key = readKey(xml);
    else if (child === "displayData") {
      Object.assign(layer, readDisplayData(xml));
    } else if (child === "flags") layer.flags = readFlags(xml, LAYER_FLAGS);
    else if (child === "layerId") layer.layerId = parseUint32(xml.text());
    else if (child === "defaultSubLayerKey") {
      layer.defaultSublayerKey = readKey(xml);
    } else xml.skip();
  }
  return layer;
}

/** Reads a sublayer. */
export function readSublayer(
  xml: XmlScanner,
  first: string | null = xml.child(),
): RawSublayer {
  const sublayer: Draft<RawSublayer> = {
    key: null,
    name: null,
    description: null,
    flags: null,
    providerKey: null,
    providerData: null,
    weight: null,
  };
  for (let child = first; child !== null; child = xml.child()) {
    if (child === "subLayerKey") sublayer.key = readKey(xml);
    else if (child === "displayData") {
      Object.assign(sublayer, readDisplayData(xml));
    } else if (child === "flags") {
      sublayer.flags = readFlags(xml, SUBLAYER_FLAGS);
    } else if (child === "providerKey") sublayer.providerKey = readKey(xml);
    else if (child === "providerData") sublayer.providerData = readBlob(xml);
    else if (child === "weight") sublayer.weight = parseUint32(xml.text());
    else xml.skip();
  }
  return sublayer;
}

/** Reads a provider. */
export function readProvider(
  xml: XmlScanner,
  first: string | null = xml.child(),
): RawProvider {
  const provider: Draft<RawProvider> = {
    key: null,
    name: null,
    description: null,
    flags: null,
    providerData: null,
    serviceName: null,
  };
  for (let child = first; child !== null; child = xml.child()) {
    if (child === "providerKey") provider.key = readKey(xml);
    else if (child === "displayData") {
      Object.assign(provider, readDisplayData(xml));
    } else if (child === "flags") {
      provider.flags = readFlags(xml, PROVIDER_FLAGS);
    } else if (child === "providerData") provider.providerData = readBlob(xml);
    else if (child === "serviceName") provider.serviceName = readText(xml);
    else xml.skip();
  }
  return provider;
}

/**
 * Reads the `item` elements of a list.
 *
 * @param xml The scanner, in the list
 * @param reader How an item is read
 * @param items Where they go: what stands there is kept if the text stops within the list
 * @returns `items`
 */
export function readItems<T>(
  xml: XmlScanner,
  reader: ItemReader<T>,
  items: T[] = [],
): T[] {
  for (;;) {
    const taken = reader.take?.(xml) ?? null;
    if (taken !== null) {
      items.push(taken);
      continue;
    }
    const child = xml.child();
    if (child === null) return items;
    if (child === "item") items.push(reader.read(xml));
    else xml.skip();
  }
}

/** How the items of a list are read. */
export interface ItemReader<T> {
  /** Reads an item that has been entered, whatever it looks like. */
  read(xml: XmlScanner): T;
  /** Reads the next item if it looks as netsh writes it, else returns null. */
  take?(xml: XmlScanner): T | null;
}
