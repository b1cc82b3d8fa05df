/** The flags of a callout by bit, lowest first, as fwpmtypes.h names them. */
const FLAGS = [
  [0x1, "FWP_CALLOUT_FLAG_CONDITIONAL_ON_FLOW"],
  [0x2, "FWP_CALLOUT_FLAG_ALLOW_OFFLOAD"],
  [0x4, "FWP_CALLOUT_FLAG_ENABLE_COMMIT_ADD_NOTIFY"],
  [0x8, "FWP_CALLOUT_FLAG_ALLOW_MID_STREAM_INSPECTION"],
  [0x10, "FWP_CALLOUT_FLAG_ALLOW_RECLASSIFY"],
  [0x20, "FWP_CALLOUT_FLAG_RESERVED1"],
  [0x40, "FWP_CALLOUT_FLAG_ALLOW_RSC"],
  [0x80, "FWP_CALLOUT_FLAG_ALLOW_L2_BATCH_CLASSIFY"],
  [0x100, "FWP_CALLOUT_FLAG_ALLOW_USO"],
  [0x200, "FWP_CALLOUT_FLAG_ALLOW_URO"],
  [0x400, "FWP_CALLOUT_FLAG_RESERVED2"],
  [0x10000, "FWPM_CALLOUT_FLAG_PERSISTENT"],
  [0x20000, "FWPM_CALLOUT_FLAG_USES_PROVIDER_CONTEXT"],
  [0x40000, "FWPM_CALLOUT_FLAG_REGISTERED"],
] as const;

/** The bit that says that a driver has registered the callout. */
export const REGISTERED = 0x40000;

/**
 * The symbols of a callout's flags.
 *
 * @param flags The flags as one number, every bit of which has a name
 * @returns The symbols, lowest bit first
 */
export function calloutFlagNames(flags: number): readonly string[] {
  return FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
}
