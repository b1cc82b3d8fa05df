import { SUBLAYER_FLAGS } from "../model/flags.ts";
import type { RawSublayer } from "../model/raw.ts";
import {
  decodeDisplay,
  decodeGuidPointer,
  decodeProviderData,
} from "./decode_common.ts";
import { decodeGuid } from "./decode_guid.ts";
import { createFlagNamer } from "./flag_namer.ts";
import { SUBLAYER0 } from "./layouts.ts";
import type { NativeReader } from "./native_reader.ts";

const nameFlags = createFlagNamer(SUBLAYER_FLAGS);

/**
 * Decodes a `FWPM_SUBLAYER0`.
 *
 * @param reader Where its pointers lead
 * @param view The structure
 * @returns The sublayer, all of it copied
 */
export function decodeSublayer(
  reader: NativeReader,
  view: DataView,
): RawSublayer {
  return {
    key: decodeGuid(view, SUBLAYER0.subLayerKey),
    ...decodeDisplay(reader, view, SUBLAYER0.displayData),
    flags: nameFlags(view.getUint32(SUBLAYER0.flags, true)),
    providerKey: decodeGuidPointer(reader, view, SUBLAYER0.providerKey),
    providerData: decodeProviderData(reader, view, SUBLAYER0.providerData),
    weight: view.getUint16(SUBLAYER0.weight, true),
  };
}
