/** Where a fact is from. */
export interface Reference {
  readonly title: string;
  /** A version, a commit or a date; null where the source has none. */
  readonly version: string | null;
  /** Where it can be read: an address, or repository and path. */
  readonly address: string | null;
  /** The licence as an SPDX name, or null where it is not known to us. */
  readonly licence: string | null;
}

const SDK = "Windows SDK";

/** Every source of a fact, by the key that the tables name it with. */
export const REFERENCES = {
  fwpmu: reference(
    `${SDK}, fwpmu.h`,
    "10.0.26100",
    "KNSoft/WinSDK Include/um/fwpmu.h",
  ),
  fwpmu6001: reference(
    "Windows Driver Kit, fwpmu.h",
    "6001 (Vista SP1)",
    "pedbsktbll/dynamic_libs inc/api/fwpmu.h",
  ),
  fwpmu17134: reference(
    `${SDK}, fwpmu.h`,
    "10.0.17134",
    "KNSoft/WinSDK Include/um/fwpmu.h",
  ),
  fwpmu19041: reference(
    `${SDK}, fwpmu.h`,
    "10.0.19041",
    "KNSoft/WinSDK Include/um/fwpmu.h",
  ),
  fwpmuWin8Beta: reference(
    `${SDK}, fwpmu.h`,
    "Windows 8 pre-release",
    "Frankie-PellesC/fSDK Include/fwpmu.h",
  ),
  fwpsk: reference(
    "Windows Driver Kit, fwpsk.h",
    "6001 to 10.0.26100",
    "KNSoft/WinSDK Include/km/fwpsk.h",
  ),
  fwDiagnose: reference(
    "FwDiagnose, WfpCallouts.cpp, WfpProviders.cpp and WfpSublayers.cpp",
    "0eb05bfa59c4",
    "https://github.com/microsoft/windows-networking-tools",
    "MIT",
  ),
  msCallouts: reference(
    "Built-in Callout Identifiers",
    "47e64c189dcb",
    "https://learn.microsoft.com/windows/win32/fwp/built-in-callout-identifiers",
  ),
  msProviders: reference(
    "Built-in Provider Identifiers",
    "47e64c189dcb",
    "https://learn.microsoft.com/windows/win32/fwp/built-in-provider-identifiers",
  ),
  msConnectionPolicy: reference(
    "Function that adds a connection policy (fwpmu.h)",
    "a3420d9e82e7",
    "https://learn.microsoft.com/windows/win32/api/fwpmu/nf-fwpmu-fwpmconnectionpolicyadd0",
  ),
  keployDump: dump(
    "2024-10, Windows 11",
    "keploy/keploy wfpstate.xml at be636d2f46e6",
    "Apache-2.0",
  ),
  portmasterDump: dump(
    "Windows 11 21H2 or Server 2022",
    "safing/portmaster service/compat/wfpstate_test.go at b5153a3a8484",
  ),
  piBurnerDump: dump("pi_burner", null),
  jenincareDump: dump("jenincare", null),
  duguudDump: dump("duguud, 2026-07", null),
  fanyiDump: dump("fanyi", null),
  astralDump: dump("astral, part of a Chinese Windows", null),
  levoileDump: filters(
    "le_voile",
    "velia-the-veil/le_voile filters.xml at fe05654705e5",
    "MIT",
  ),
  aquacultureDump: filters("aquaculture", null),
  astralFilters: filters("astral", null),
  nebulaDump: filters("nebula, part", null),
  windows7Event: reference(
    "Event 5446, a sample",
    "Windows 7 or Server 2008 R2",
    "https://www.ultimatewindowssecurity.com/securitylog/encyclopedia/event.aspx?eventid=5446",
  ),
  portmasterIssue542: issue(542),
  portmasterIssue1297: issue(1297),
  portmasterIssue1318: issue(1318),
  portmasterIssue1422: issue(1422),
  portmasterIssue1448: issue(1448),
  portmasterIssue1464: issue(1464),
  portmasterIssue1534: issue(1534),
  portmasterIssue1554: issue(1554),
  portmasterIssue1606: issue(1606),
  portmasterIssue1634: issue(1634),
  portmasterIssue1654: issue(1654),
  portmasterIssue1739: issue(1739),
  ddproxySample: source(
    "microsoft/Windows-driver-samples",
    "26a27df8",
    "network/trans/ddproxy/sys/DD_drv.c",
  ),
  inspectSample: source(
    "microsoft/Windows-driver-samples",
    "26a27df8",
    "network/trans/inspect/sys/TL_drv.c",
  ),
  msnmntrSample: source(
    "microsoft/Windows-driver-samples",
    "26a27df8",
    "network/trans/msnmntr/inc/mntrguid.h",
  ),
  ebpf: source(
    "microsoft/ebpf-for-windows",
    "0be2d1c3f",
    "netebpfext/net_ebpf_ext.c",
    "MIT",
  ),
  fort: source("tnodir/fort", "3c50b7cd", "src/driver/common/fortprov.c"),
  fortGuids: source("tnodir/fort", "3c50b7cd", "src/driver/common/fortguid.h"),
  ivpn: source("ivpn/desktop-app", "fd93ea23", "WFP/Callouts.cpp"),
  mullvad: source(
    "mullvad/win-split-tunnel",
    "0a0eb97",
    "src/firewall/callouts.cpp",
  ),
  npcap: source("nmap/npcap", "eb5b8520", "packetWin7/npf/npf/Loopback.c"),
  openVSwitch: source(
    "openvswitch/ovs",
    "before 232a254fa",
    "datapath-windows/ovsext/TunnelFilter.c",
  ),
  pia: source(
    "pia-foss/desktop",
    "5227515",
    "kapps_net/src/win/win_firewall.cpp",
  ),
  portmasterSource: source(
    "safing/portmaster",
    "b5153a3a",
    "windows_kext/driver/src/callouts.rs",
  ),
  protonVpn: source(
    "ProtonVPN/win-app",
    "abc33cfdd",
    "src/ProtonVPN.CalloutDriver/Public.h",
  ),
  sandboxie: source("sandboxie-plus/Sandboxie", "991c700d8", "core/drv/wfp.c"),
  windscribe: source(
    "Windscribe/Desktop-App",
    "e5bbaf51",
    "src/splittunneling/windows/WindscribeCallout.h",
  ),
} as const satisfies Readonly<Record<string, Reference>>;

/** The key of a source. */
export type SourceKey = keyof typeof REFERENCES;

function reference(
  title: string,
  version: string | null,
  address: string | null,
  licence: string | null = null,
): Reference {
  return { title, version, address, licence };
}

function dump(
  version: string,
  address: string | null,
  licence: string | null = null,
): Reference {
  return {
    title: "Dump of a running system, netsh wfp show state",
    version,
    address,
    licence,
  };
}

function filters(
  version: string,
  address: string | null,
  licence: string | null = null,
): Reference {
  return {
    title: "Dump of a running system, netsh wfp show filters",
    version,
    address,
    licence,
  };
}

function issue(number: number): Reference {
  return reference(
    `Portmaster issue ${number}, debug information of a running system`,
    null,
    `https://github.com/safing/portmaster/issues/${number}`,
  );
}

function source(
  repository: string,
  commit: string,
  path: string,
  licence: string | null = null,
): Reference {
  return reference(
    `${repository}, ${path}`,
    commit,
    `https://github.com/${repository}`,
    licence,
  );
}

/**
 * References as lines of a record, each once.
 *
 * @param keys The keys of the sources
 * @returns Title, version in parentheses and address of each, as far as they are known
 */
export function formatReferences(
  keys: readonly SourceKey[],
): readonly string[] {
  return [...new Set(keys)].map(formatReference);
}

function formatReference(key: SourceKey): string {
  const { title, version, address }: Reference = REFERENCES[key];
  return title + (version === null ? "" : ` (${version})`) +
    (address === null ? "" : `, ${address}`);
}

/** Whether a source shows a running system, and not source code or a document. */
export function isFromMachine(key: SourceKey): boolean {
  return /(?:Dump|Filters|Issue\d+|Event)$/.test(key);
}

/**
 * A source in one or two words, for lists.
 *
 * @param key The key of a source
 * @returns Such as `keploy` for a dump, `portmaster issue 542`
 */
export function sourceName(key: SourceKey): string {
  return key.replace(/(?:Dump|Filters)$/, "")
    .replace(/Issue(\d+)$/, " issue $1")
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
