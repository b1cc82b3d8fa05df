/*
 * The types of fwpuclnt.dll: from the real headers on Windows, and declared here, member by
 * member as the public documentation has them, where there are none. layouts_test.ts compares
 * the sizes and offsets of both.
 */
#ifndef WFP_TYPES_H
#define WFP_TYPES_H

#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <fwpmu.h>

typedef wchar_t WIDE;

#else

typedef uint8_t UINT8;
typedef uint16_t UINT16;
typedef uint32_t UINT32;
typedef uint64_t UINT64;
typedef int8_t INT8;
typedef int16_t INT16;
typedef int32_t INT32;
typedef int64_t INT64;
typedef uint8_t BYTE;
typedef uint32_t DWORD;
typedef uint32_t ULONG;
typedef int32_t BOOL;
typedef uint16_t WIDE;
typedef void *HANDLE;
#define WINAPI

typedef struct { UINT32 Data1; UINT16 Data2; UINT16 Data3; UINT8 Data4[8]; } GUID;
typedef struct { BYTE Value[6]; } SID_IDENTIFIER_AUTHORITY;
typedef struct {
  BYTE Revision;
  BYTE SubAuthorityCount;
  SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
  DWORD SubAuthority[1];
} SID;
typedef struct { void *Sid; DWORD Attributes; } SID_AND_ATTRIBUTES;
typedef struct {
  ULONG dwOSVersionInfoSize, dwMajorVersion, dwMinorVersion, dwBuildNumber, dwPlatformId;
  WIDE szCSDVersion[128];
} OSVERSIONINFOW;

typedef struct { WIDE *name; WIDE *description; } FWPM_DISPLAY_DATA0;
typedef struct { UINT32 size; UINT8 *data; } FWP_BYTE_BLOB;
typedef struct { UINT8 byteArray6[6]; } FWP_BYTE_ARRAY6;
typedef struct { UINT8 byteArray16[16]; } FWP_BYTE_ARRAY16;
typedef struct {
  ULONG sidCount;
  SID_AND_ATTRIBUTES *sids;
  ULONG restrictedSidCount;
  SID_AND_ATTRIBUTES *restrictedSids;
} FWP_TOKEN_INFORMATION;
typedef struct { UINT32 addr; UINT32 mask; } FWP_V4_ADDR_AND_MASK;
typedef struct { UINT8 addr[16]; UINT8 prefixLength; } FWP_V6_ADDR_AND_MASK;

struct FWP_RANGE0_;
typedef struct {
  UINT32 type;
  union {
    UINT8 uint8;
    UINT16 uint16;
    UINT32 uint32;
    UINT64 *uint64;
    INT8 int8;
    INT16 int16;
    INT32 int32;
    INT64 *int64;
    float float32;
    double *double64;
    FWP_BYTE_ARRAY16 *byteArray16;
    FWP_BYTE_BLOB *byteBlob;
    SID *sid;
    FWP_BYTE_BLOB *sd;
    FWP_TOKEN_INFORMATION *tokenInformation;
    FWP_BYTE_BLOB *tokenAccessInformation;
    WIDE *unicodeString;
    FWP_BYTE_ARRAY6 *byteArray6;
    FWP_V4_ADDR_AND_MASK *v4AddrMask;
    FWP_V6_ADDR_AND_MASK *v6AddrMask;
    struct FWP_RANGE0_ *rangeValue;
  };
} FWP_VALUE0;
typedef FWP_VALUE0 FWP_CONDITION_VALUE0;
typedef struct FWP_RANGE0_ { FWP_VALUE0 valueLow; FWP_VALUE0 valueHigh; } FWP_RANGE0;

typedef struct { UINT32 type; union { GUID filterType; GUID calloutKey; }; } FWPM_ACTION0;
typedef struct { GUID fieldKey; UINT32 matchType; FWP_CONDITION_VALUE0 conditionValue; } FWPM_FILTER_CONDITION0;
typedef struct {
  GUID calloutKey;
  FWPM_DISPLAY_DATA0 displayData;
  UINT32 flags;
  GUID *providerKey;
  FWP_BYTE_BLOB providerData;
  GUID applicableLayer;
  UINT32 calloutId;
} FWPM_CALLOUT0;
typedef struct {
  GUID filterKey;
  FWPM_DISPLAY_DATA0 displayData;
  UINT32 flags;
  GUID *providerKey;
  FWP_BYTE_BLOB providerData;
  GUID layerKey;
  GUID subLayerKey;
  FWP_VALUE0 weight;
  UINT32 numFilterConditions;
  FWPM_FILTER_CONDITION0 *filterCondition;
  FWPM_ACTION0 action;
  union { UINT64 rawContext; GUID providerContextKey; };
  GUID *reserved;
  UINT64 filterId;
  FWP_VALUE0 effectiveWeight;
} FWPM_FILTER0;
typedef struct {
  GUID layerKey;
  FWPM_DISPLAY_DATA0 displayData;
  UINT32 flags;
  UINT32 numFields;
  void *field;
  GUID defaultSubLayerKey;
  UINT16 layerId;
} FWPM_LAYER0;
typedef struct {
  GUID subLayerKey;
  FWPM_DISPLAY_DATA0 displayData;
  UINT32 flags;
  GUID *providerKey;
  FWP_BYTE_BLOB providerData;
  UINT16 weight;
} FWPM_SUBLAYER0;
typedef struct {
  GUID providerKey;
  FWPM_DISPLAY_DATA0 displayData;
  UINT32 flags;
  FWP_BYTE_BLOB providerData;
  WIDE *serviceName;
} FWPM_PROVIDER0;
typedef struct {
  GUID sessionKey;
  FWPM_DISPLAY_DATA0 displayData;
  UINT32 flags;
  UINT32 txnWaitTimeoutInMSec;
  DWORD processId;
  SID *sid;
  WIDE *username;
  BOOL kernelMode;
} FWPM_SESSION0;

typedef struct SEC_WINNT_AUTH_IDENTITY_W SEC_WINNT_AUTH_IDENTITY_W;
typedef struct FWPM_CALLOUT_ENUM_TEMPLATE0 FWPM_CALLOUT_ENUM_TEMPLATE0;
typedef struct FWPM_FILTER_ENUM_TEMPLATE0 FWPM_FILTER_ENUM_TEMPLATE0;
typedef struct FWPM_LAYER_ENUM_TEMPLATE0 FWPM_LAYER_ENUM_TEMPLATE0;
typedef struct FWPM_SUBLAYER_ENUM_TEMPLATE0 FWPM_SUBLAYER_ENUM_TEMPLATE0;
typedef struct FWPM_PROVIDER_ENUM_TEMPLATE0 FWPM_PROVIDER_ENUM_TEMPLATE0;

#endif
#endif
