import { UnavailableError } from "../model/errors.ts";
import type { RawSource } from "../model/raw.ts";

/**
 * The filter engine of this machine. Nothing native is loaded before `read`.
 */
export function openLiveSource(): RawSource {
  return {
    read: () => {
      throw new UnavailableError(
        "engineUnavailable",
        "Cannot ask the filter engine: this is not Windows",
        {
          hint: "take a dump or snapshot on the Windows machine and use --from",
        },
      );
    },
  };
}
