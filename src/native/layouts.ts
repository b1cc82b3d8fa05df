/**
 * The structures of the filter engine's interface: sizes and member offsets in bytes,
 * the same on x64 and ARM64. Each comment gives the C type of the member.
 * Source: fwpmtypes.h and fwptypes.h, SDK 10.0.22000. Test: layouts_test.ts.
 *
 * @module
 */

/** `GUID`: the first three members are little-endian, the rest are bytes in order. */
export const GUID = {
  size: 16,
  Data1: 0, // UINT32
  Data2: 4, // UINT16
  Data3: 6, // UINT16
  Data4: 8, // UINT8[8]
} as const;

/** `FWPM_DISPLAY_DATA0`. */
export const DISPLAY_DATA0 = {
  size: 16,
  name: 0, // wchar_t*, may be null
  description: 8, // wchar_t*, may be null
} as const;

/** `FWP_BYTE_BLOB`; `count` is its member `size`. */
export const BYTE_BLOB = {
  size: 16,
  count: 0, // UINT32
  data: 8, // UINT8*, may be null
} as const;

/** `FWP_VALUE0` and `FWP_CONDITION_VALUE0`, which differ only in the types they allow. */
export const VALUE0 = {
  size: 16,
  type: 0, // FWP_DATA_TYPE
  uint8: 8, // union of small values and pointers to the larger ones
} as const;

/** `FWP_V4_ADDR_AND_MASK`, both in host byte order. */
export const V4_ADDR_AND_MASK = {
  size: 8,
  addr: 0, // UINT32
  mask: 4, // UINT32
} as const;

/** `FWP_V6_ADDR_AND_MASK`. */
export const V6_ADDR_AND_MASK = {
  size: 17,
  addr: 0, // UINT8[16]
  prefixLength: 16, // UINT8
} as const;

/** `FWP_RANGE0`. */
export const RANGE0 = {
  size: 32,
  valueLow: 0, // FWP_VALUE0, inline
  valueHigh: 16, // FWP_VALUE0, inline
} as const;

/** `FWP_TOKEN_INFORMATION`. */
export const TOKEN_INFORMATION = {
  size: 32,
  sidCount: 0, // ULONG
  sids: 8, // SID_AND_ATTRIBUTES*, an array
  restrictedSidCount: 16, // ULONG
  restrictedSids: 24, // SID_AND_ATTRIBUTES*, an array
} as const;

/** `SID_AND_ATTRIBUTES`. Source: winnt.h. */
export const SID_AND_ATTRIBUTES = {
  size: 16,
  Sid: 0, // SID*
  Attributes: 8, // DWORD
} as const;

/** `SID`; `size` is that of a SID with one sub-authority. Source: winnt.h. */
export const SID = {
  size: 12,
  Revision: 0, // BYTE
  SubAuthorityCount: 1, // BYTE, at most 15
  IdentifierAuthority: 2, // BYTE[6], big-endian
  SubAuthority: 8, // DWORD[SubAuthorityCount]
} as const;

/** `FWPM_ACTION0`. */
export const ACTION0 = {
  size: 20,
  type: 0, // FWP_ACTION_TYPE
  calloutKey: 4, // GUID, a union with filterType
} as const;

/** `FWPM_FILTER_CONDITION0`. */
export const FILTER_CONDITION0 = {
  size: 40,
  fieldKey: 0, // GUID
  matchType: 16, // FWP_MATCH_TYPE
  conditionValue: 24, // FWP_CONDITION_VALUE0, inline
} as const;

/** `FWPM_CALLOUT0`. */
export const CALLOUT0 = {
  size: 88,
  calloutKey: 0, // GUID
  displayData: 16, // FWPM_DISPLAY_DATA0, inline
  flags: 32, // UINT32
  providerKey: 40, // GUID*, may be null
  providerData: 48, // FWP_BYTE_BLOB, inline
  applicableLayer: 64, // GUID
  calloutId: 80, // UINT32
} as const;

/** `FWPM_FILTER0`. */
export const FILTER0 = {
  size: 200,
  filterKey: 0, // GUID
  displayData: 16, // FWPM_DISPLAY_DATA0, inline
  flags: 32, // UINT32
  providerKey: 40, // GUID*, may be null
  providerData: 48, // FWP_BYTE_BLOB, inline
  layerKey: 64, // GUID
  subLayerKey: 80, // GUID
  weight: 96, // FWP_VALUE0, inline
  numFilterConditions: 112, // UINT32
  filterCondition: 120, // FWPM_FILTER_CONDITION0*, an array
  action: 128, // FWPM_ACTION0, inline
  providerContextKey: 152, // GUID, a union with UINT64 rawContext
  reserved: 168, // GUID*
  filterId: 176, // UINT64
  effectiveWeight: 184, // FWP_VALUE0, inline
} as const;

/** `FWPM_LAYER0`. */
export const LAYER0 = {
  size: 72,
  layerKey: 0, // GUID
  displayData: 16, // FWPM_DISPLAY_DATA0, inline
  flags: 32, // UINT32
  numFields: 36, // UINT32
  field: 40, // FWPM_FIELD0*, an array
  defaultSubLayerKey: 48, // GUID
  layerId: 64, // UINT16
} as const;

/** `FWPM_SUBLAYER0`. Its flags were a UINT16 before Windows 8; the member's place is the same. */
export const SUBLAYER0 = {
  size: 72,
  subLayerKey: 0, // GUID
  displayData: 16, // FWPM_DISPLAY_DATA0, inline
  flags: 32, // UINT32
  providerKey: 40, // GUID*, may be null
  providerData: 48, // FWP_BYTE_BLOB, inline
  weight: 64, // UINT16
} as const;

/** `FWPM_PROVIDER0`. */
export const PROVIDER0 = {
  size: 64,
  providerKey: 0, // GUID
  displayData: 16, // FWPM_DISPLAY_DATA0, inline
  flags: 32, // UINT32
  providerData: 40, // FWP_BYTE_BLOB, inline
  serviceName: 56, // wchar_t*, may be null
} as const;

/** `FWPM_SESSION0`. */
export const SESSION0 = {
  size: 72,
  sessionKey: 0, // GUID
  displayData: 16, // FWPM_DISPLAY_DATA0, inline
  flags: 32, // UINT32
  txnWaitTimeoutInMSec: 36, // UINT32
  processId: 40, // DWORD
  sid: 48, // SID*
  username: 56, // wchar_t*
  kernelMode: 64, // BOOL
} as const;

/** `OSVERSIONINFOW`. Source: winnt.h. */
export const OSVERSIONINFOW = {
  size: 276,
  dwOSVersionInfoSize: 0, // DWORD
  dwMajorVersion: 4, // DWORD
  dwMinorVersion: 8, // DWORD
  dwBuildNumber: 12, // DWORD
  dwPlatformId: 16, // DWORD
  szCSDVersion: 20, // WCHAR[128]
} as const;
