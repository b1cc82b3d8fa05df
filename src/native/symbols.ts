/**
 * Every native function that the program may call, under its C signature.
 * They only read: nothing that changes the filter engine is declared.
 * A `HANDLE` is passed as the number that it is, `u64`.
 *
 * @module
 */

/** `fwpuclnt.dll`. Source: fwpmu.h, SDK 10.0.22000. Every function with a result returns a status. */
export const FWPUCLNT = {
  // DWORD FwpmEngineOpen0(const wchar_t *serverName, UINT32 authnService,
  //   SEC_WINNT_AUTH_IDENTITY_W *authIdentity, const FWPM_SESSION0 *session, HANDLE *engineHandle)
  FwpmEngineOpen0: {
    parameters: ["pointer", "u32", "pointer", "buffer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmEngineClose0(HANDLE engineHandle)
  FwpmEngineClose0: { parameters: ["u64"], result: "u32" },
  // DWORD FwpmTransactionBegin0(HANDLE engineHandle, UINT32 flags)
  FwpmTransactionBegin0: { parameters: ["u64", "u32"], result: "u32" },
  // DWORD FwpmTransactionAbort0(HANDLE engineHandle)
  FwpmTransactionAbort0: { parameters: ["u64"], result: "u32" },
  // void FwpmFreeMemory0(void **p)
  FwpmFreeMemory0: { parameters: ["buffer"], result: "void" },

  // DWORD FwpmCalloutCreateEnumHandle0(HANDLE engineHandle,
  //   const FWPM_CALLOUT_ENUM_TEMPLATE0 *enumTemplate, HANDLE *enumHandle)
  FwpmCalloutCreateEnumHandle0: {
    parameters: ["u64", "pointer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmCalloutEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32 numEntriesRequested,
  //   FWPM_CALLOUT0 ***entries, UINT32 *numEntriesReturned)
  FwpmCalloutEnum0: {
    parameters: ["u64", "u64", "u32", "buffer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmCalloutDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle)
  FwpmCalloutDestroyEnumHandle0: { parameters: ["u64", "u64"], result: "u32" },

  // DWORD FwpmFilterCreateEnumHandle0(HANDLE engineHandle,
  //   const FWPM_FILTER_ENUM_TEMPLATE0 *enumTemplate, HANDLE *enumHandle)
  FwpmFilterCreateEnumHandle0: {
    parameters: ["u64", "pointer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmFilterEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32 numEntriesRequested,
  //   FWPM_FILTER0 ***entries, UINT32 *numEntriesReturned)
  FwpmFilterEnum0: {
    parameters: ["u64", "u64", "u32", "buffer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmFilterDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle)
  FwpmFilterDestroyEnumHandle0: { parameters: ["u64", "u64"], result: "u32" },

  // DWORD FwpmLayerCreateEnumHandle0(HANDLE engineHandle,
  //   const FWPM_LAYER_ENUM_TEMPLATE0 *enumTemplate, HANDLE *enumHandle)
  FwpmLayerCreateEnumHandle0: {
    parameters: ["u64", "pointer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmLayerEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32 numEntriesRequested,
  //   FWPM_LAYER0 ***entries, UINT32 *numEntriesReturned)
  FwpmLayerEnum0: {
    parameters: ["u64", "u64", "u32", "buffer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmLayerDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle)
  FwpmLayerDestroyEnumHandle0: { parameters: ["u64", "u64"], result: "u32" },

  // DWORD FwpmSubLayerCreateEnumHandle0(HANDLE engineHandle,
  //   const FWPM_SUBLAYER_ENUM_TEMPLATE0 *enumTemplate, HANDLE *enumHandle)
  FwpmSubLayerCreateEnumHandle0: {
    parameters: ["u64", "pointer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmSubLayerEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32 numEntriesRequested,
  //   FWPM_SUBLAYER0 ***entries, UINT32 *numEntriesReturned)
  FwpmSubLayerEnum0: {
    parameters: ["u64", "u64", "u32", "buffer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmSubLayerDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle)
  FwpmSubLayerDestroyEnumHandle0: { parameters: ["u64", "u64"], result: "u32" },

  // DWORD FwpmProviderCreateEnumHandle0(HANDLE engineHandle,
  //   const FWPM_PROVIDER_ENUM_TEMPLATE0 *enumTemplate, HANDLE *enumHandle)
  FwpmProviderCreateEnumHandle0: {
    parameters: ["u64", "pointer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmProviderEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32 numEntriesRequested,
  //   FWPM_PROVIDER0 ***entries, UINT32 *numEntriesReturned)
  FwpmProviderEnum0: {
    parameters: ["u64", "u64", "u32", "buffer", "buffer"],
    result: "u32",
  },
  // DWORD FwpmProviderDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle)
  FwpmProviderDestroyEnumHandle0: { parameters: ["u64", "u64"], result: "u32" },
} as const satisfies Deno.ForeignLibraryInterface;

/** `kernel32.dll`. Source: libloaderapi.h, sysinfoapi.h, fileapi.h, winbase.h. */
export const KERNEL32 = {
  // BOOL SetDefaultDllDirectories(DWORD DirectoryFlags)
  SetDefaultDllDirectories: { parameters: ["u32"], result: "i32" },
  // UINT GetSystemDirectoryW(LPWSTR lpBuffer, UINT uSize)
  GetSystemDirectoryW: { parameters: ["buffer", "u32"], result: "u32" },
  // DWORD GetFileAttributesW(LPCWSTR lpFileName)
  GetFileAttributesW: { parameters: ["buffer"], result: "u32" },
  // BOOL GetComputerNameExW(COMPUTER_NAME_FORMAT NameType, LPWSTR lpBuffer, LPDWORD nSize)
  GetComputerNameExW: {
    parameters: ["i32", "buffer", "buffer"],
    result: "i32",
  },
  // HLOCAL LocalFree(HLOCAL hMem)
  LocalFree: { parameters: ["u64"], result: "u64" },
} as const satisfies Deno.ForeignLibraryInterface;

/** `ntdll.dll`. Source: wdm.h. */
export const NTDLL = {
  // NTSTATUS RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation)
  RtlGetVersion: { parameters: ["buffer"], result: "i32" },
} as const satisfies Deno.ForeignLibraryInterface;

/** `advapi32.dll`. Source: sddl.h, securitybaseapi.h. */
export const ADVAPI32 = {
  // BOOL ConvertSecurityDescriptorToStringSecurityDescriptorW(PSECURITY_DESCRIPTOR SecurityDescriptor,
  //   DWORD RequestedStringSDRevision, SECURITY_INFORMATION SecurityInformation,
  //   LPWSTR *StringSecurityDescriptor, PULONG StringSecurityDescriptorLen)
  ConvertSecurityDescriptorToStringSecurityDescriptorW: {
    parameters: ["buffer", "u32", "u32", "buffer", "pointer"],
    result: "i32",
  },
  // BOOL GetTokenInformation(HANDLE TokenHandle, TOKEN_INFORMATION_CLASS TokenInformationClass,
  //   LPVOID TokenInformation, DWORD TokenInformationLength, PDWORD ReturnLength)
  GetTokenInformation: {
    parameters: ["u64", "i32", "buffer", "u32", "buffer"],
    result: "i32",
  },
} as const satisfies Deno.ForeignLibraryInterface;

/** `shlwapi.dll`. Source: shlwapi.h. */
export const SHLWAPI = {
  // HRESULT SHLoadIndirectString(PCWSTR pszSource, PWSTR pszOutBuf, UINT cchOutBuf, void **ppvReserved)
  SHLoadIndirectString: {
    parameters: ["buffer", "buffer", "u32", "pointer"],
    result: "i32",
  },
} as const satisfies Deno.ForeignLibraryInterface;
