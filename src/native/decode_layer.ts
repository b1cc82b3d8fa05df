import { LAYER_FLAGS } from "../model/flags.ts";
import type { RawLayer } from "../model/raw.ts";
import { decodeDisplay } from "./decode_common.ts";
import { decodeGuid, decodeSetGuid } from "./decode_guid.ts";
import { createFlagNamer } from "./flag_namer.ts";
import { LAYER0 } from "./layouts.ts";
import type { NativeReader } from "./native_reader.ts";

const nameFlags = createFlagNamer(LAYER_FLAGS);

/**
 * Decodes a `FWPM_LAYER0`; its fields are not read, since nothing shows them.
 *
 * @param reader Where its pointers lead
 * @param view The structure
 * @returns The layer, all of it copied
 */
export function decodeLayer(reader: NativeReader, view: DataView): RawLayer {
  return {
    key: decodeGuid(view, LAYER0.layerKey),
    ...decodeDisplay(reader, view, LAYER0.displayData),
    flags: nameFlags(view.getUint32(LAYER0.flags, true)),
    defaultSublayerKey: decodeSetGuid(view, LAYER0.defaultSubLayerKey),
    layerId: view.getUint16(LAYER0.layerId, true),
  };
}
