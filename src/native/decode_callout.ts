import { CALLOUT_FLAGS } from "../model/flags.ts";
import type { RawCallout } from "../model/raw.ts";
import {
  decodeDisplay,
  decodeGuidPointer,
  decodeProviderData,
} from "./decode_common.ts";
import { decodeGuid } from "./decode_guid.ts";
import { createFlagNamer } from "./flag_namer.ts";
import { CALLOUT0 } from "./layouts.ts";
import type { NativeReader } from "./native_reader.ts";

const nameFlags = createFlagNamer(CALLOUT_FLAGS);

/**
 * Decodes a `FWPM_CALLOUT0`.
 *
 * @param reader Where its pointers lead
 * @param view The structure
 * @returns The callout, all of it copied
 */
export function decodeCallout(
  reader: NativeReader,
  view: DataView,
): RawCallout {
  return {
    key: decodeGuid(view, CALLOUT0.calloutKey),
    ...decodeDisplay(reader, view, CALLOUT0.displayData),
    flags: nameFlags(view.getUint32(CALLOUT0.flags, true)),
    providerKey: decodeGuidPointer(reader, view, CALLOUT0.providerKey),
    providerData: decodeProviderData(reader, view, CALLOUT0.providerData),
    layerKey: decodeGuid(view, CALLOUT0.applicableLayer),
    calloutId: view.getUint32(CALLOUT0.calloutId, true),
  };
}
