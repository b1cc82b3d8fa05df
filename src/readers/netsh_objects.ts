/**
 * The objects of a netsh file but filters. Every function is given a scanner that has just
 * entered the element, takes its children in any order, and leaves it; `first` is
 * the element's first child where the caller has entered that already.
 *
 * @module
 */

import {
  CALLOUT_FLAGS,
  LAYER_FLAGS,
  PROVIDER_FLAGS,
  SUBLAYER_FLAGS,
} from "../model/flags.ts";
import type {
  RawCallout,
  RawLayer,
  RawProvider,
  RawSublayer,
} from "../model/raw.ts";
import type { Draft } from "./netsh_items.ts";
import {
  parseUint32,
  readBlob,
  readDisplayData,
  readFlags,
  readKey,
  readText,
} from "./netsh_values.ts";
import type { XmlScanner } from "./xml_scanner.ts";

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
