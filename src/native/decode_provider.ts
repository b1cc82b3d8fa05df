import { PROVIDER_FLAGS } from "../model/flags.ts";
import type { RawProvider } from "../model/raw.ts";
import { decodeDisplay, decodeProviderData } from "./decode_common.ts";
import { decodeGuid } from "./decode_guid.ts";
import { createFlagNamer } from "./flag_namer.ts";
import { PROVIDER0 } from "./layouts.ts";
import { readAddress, readWideText } from "./memory.ts";
import type { NativeReader } from "./native_reader.ts";

const nameFlags = createFlagNamer(PROVIDER_FLAGS);

/**
 * Decodes a `FWPM_PROVIDER0`.
 *
 * @param reader Where its pointers lead
 * @param view The structure
 * @returns The provider, all of it copied
 */
export function decodeProvider(
  reader: NativeReader,
  view: DataView,
): RawProvider {
  const serviceName = readAddress(view, PROVIDER0.serviceName);
  return {
    key: decodeGuid(view, PROVIDER0.providerKey),
    ...decodeDisplay(reader, view, PROVIDER0.displayData),
    flags: nameFlags(view.getUint32(PROVIDER0.flags, true)),
    providerData: decodeProviderData(reader, view, PROVIDER0.providerData),
    serviceName: readWideText(reader.memory, serviceName) || null,
  };
}
