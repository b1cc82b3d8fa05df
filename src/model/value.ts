/**
 * A typed value of the filter engine, `FWP_VALUE0` or `FWP_CONDITION_VALUE0`.
 *
 * `type` is the symbol of `FWP_DATA_TYPE`, such as `FWP_UINT16`. `value` is by type:
 * a number for 8, 16 and 32 bits and floats, decimal digits for 64 bits, a dotted IPv4
 * address or an IPv6 address in the two `…_V4_ADDR_MASK` and `…_V6_ADDR_MASK` types
 * (`address/prefix`), lower-case hexadecimal for arrays and blobs, `S-1-…` for a SID,
 * SDDL for a security descriptor (hexadecimal where the system cannot convert it),
 * text for strings, a {@linkcode FwpRange} for `FWP_RANGE_TYPE`, null for `FWP_EMPTY`.
 */
export interface FwpValue {
  readonly type: string;
  readonly value: string | number | FwpRange | null;
}

/** The two ends of `FWP_RANGE_TYPE`, both included. */
export interface FwpRange {
  readonly low: FwpValue;
  readonly high: FwpValue;
}
