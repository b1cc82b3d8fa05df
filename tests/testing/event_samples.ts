/** One event, written by us, in the fields of its template and in their order. */
export interface EventSample {
  readonly eventId: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** The parts of every sample that are not in its fields. */
export const SAMPLE_HEAD = {
  time: "2024-05-06T07:08:09.1234567Z",
  computer: "pc1.example.test",
  recordId: "4242",
} as const;

const CONDITIONS = [
  "",
  "\tCondition ID:\t{3971ef2b-623e-4f9a-8cb1-6e79b806b9a7}",
  "\tMatch value:\tEqual to",
  "\tCondition value:\t0x11",
  "",
  "\tCondition ID:\t{d78e1e87-8644-4ea5-9437-d809ecefc971}",
  "\tMatch value:\tEqual to",
  "\tCondition value:\t",
  "    00000000  63 00 3a 00 5c 00 61 00-26 00 62 00 2e 00 65 00  c.:.\\.a.&.b...e.",
  "    00000010  78 00 65 00 00 00                                x.e...",
  "",
  "",
].join("\n");

const PROCESS = {
  ProcessId: "1234",
  UserSid: "S-1-5-19",
  UserName: "NT AUTHORITY\\LOCAL SERVICE",
};
const PROVIDER = {
  ProviderKey: "{DECC16CA-3F33-4346-BE1E-8FB4AE0F3D62}",
  ProviderName: "Microsoft Corporation",
};
const NO_PROVIDER = {
  ProviderKey: "{00000000-0000-0000-0000-000000000000}",
  ProviderName: "-",
};
const LAYER = {
  LayerKey: "{C38D57D1-05A7-4C33-904F-7FBCEEE60E82}",
  LayerName: "ALE Connect v4 Layer",
  LayerId: "48",
};
const FILTER = {
  FilterKey: "{11112222-3333-4444-5555-666677778888}",
  FilterName: 'Rule "A & B" <1>',
  FilterType: "%%16387",
  FilterId: "66238",
};
const CALLOUT = {
  CalloutKey: "{EDA08606-2494-4D78-89BC-67837C03B969}",
  CalloutName: "WFP built-in silent drop callout",
};
const NO_CALLOUT = {
  CalloutKey: "{00000000-0000-0000-0000-000000000000}",
  CalloutName: "-",
};
const RTID = { FilterRTID: "66238", LayerName: "%%14611", LayerRTID: "48" };
const REMOTE = { RemoteUserID: "S-1-0-0", RemoteMachineID: "S-1-0-0" };
const PROGRAM = "\\device\\harddiskvolume4\\windows\\system32\\svchost.exe";
const SOCKET = {
  ProcessId: "976",
  Application: PROGRAM,
  SourceAddress: "::1",
  SourcePort: "49672",
  Protocol: "6",
};
const FLOW = {
  ProcessId: "976",
  Application: PROGRAM,
  Direction: "%%14593",
  SourceAddress: "192.0.2.1",
  SourcePort: "50000",
  DestAddress: "198.51.100.2",
  DestPort: "443",
  Protocol: "6",
};
const { ProcessId, ...FLOW_REST } = FLOW;
const MAC = {
  Direction: "%%14592",
  SourceAddress: "02-00-00-00-00-01",
  DestAddress: "02-00-00-00-00-02",
  EtherType: "0x800",
  MediaType: "0",
  InterfaceType: "6",
  VlanTag: "0x0",
  FilterRTID: "70001",
  LayerName: "%%14616",
  LayerRTID: "89",
};

/** One event of every number that is decoded. */
export const EVENT_SAMPLES: readonly EventSample[] = [
  { eventId: 5150, fields: MAC },
  { eventId: 5151, fields: MAC },
  { eventId: 5152, fields: { ...FLOW, ...RTID } },
  { eventId: 5153, fields: { ...FLOW, ...RTID } },
  { eventId: 5154, fields: { ...SOCKET, ...RTID, FilterRTID: "0" } },
  { eventId: 5155, fields: { ...SOCKET, ...RTID } },
  {
    eventId: 5156,
    fields: { ProcessID: ProcessId, ...FLOW_REST, ...RTID, ...REMOTE },
  },
  {
    eventId: 5157,
    fields: { ProcessID: ProcessId, ...FLOW_REST, ...RTID, ...REMOTE },
  },
  { eventId: 5158, fields: { ...SOCKET, ...RTID } },
  { eventId: 5159, fields: { ...SOCKET, ...RTID } },
  {
    eventId: 5440,
    fields: {
      ...PROVIDER,
      ...CALLOUT,
      CalloutType: "%%16387",
      CalloutId: "7",
      ...LAYER,
    },
  },
  {
    eventId: 5441,
    fields: {
      ...PROVIDER,
      ...FILTER,
      FilterType: "%%16386",
      ...LAYER,
      Weight: "18446744073709551615",
      Conditions: CONDITIONS,
      Action: "%%16390",
      ...NO_CALLOUT,
    },
  },
  { eventId: 5442, fields: { ...PROVIDER, ProviderType: "%%16387" } },
  {
    eventId: 5444,
    fields: {
      ...NO_PROVIDER,
      SubLayerKey: "{7B6B11F6-CBB5-433C-AE06-6A4F0076E49E}",
      SubLayerName: "Teredo",
      SubLayerType: "%%16388",
      Weight: "5",
    },
  },
  {
    eventId: 5446,
    fields: {
      ...PROCESS,
      ...PROVIDER,
      ChangeType: "%%16384",
      CalloutKey: "{C3DBED20-0BB6-4BF3-828D-96732E1E0024}",
      CalloutName: "Windows Firewall: callout",
      CalloutType: "%%16388",
      CalloutId: "262",
      LayerKey: "{1247D66D-0B60-4A15-8D44-7155D0F53A0C}",
      LayerName: "ALE Resource Assignment v4 Layer",
      LayerId: "36",
    },
  },
  {
    eventId: 5447,
    fields: {
      ...PROCESS,
      ...NO_PROVIDER,
      ChangeType: "%%16385",
      ...FILTER,
      ...LAYER,
      Weight: "32",
      Conditions: CONDITIONS,
      Action: "%%16391",
      ...CALLOUT,
    },
  },
  {
    eventId: 5448,
    fields: {
      ...PROCESS,
      ChangeType: "%%16384",
      ...PROVIDER,
      ProviderType: "%%16388",
    },
  },
  {
    eventId: 5450,
    fields: {
      ...PROCESS,
      ...PROVIDER,
      ChangeType: "%%16384",
      SubLayerKey: "{B3CDD441-AF90-41BA-A745-7C6008FF2300}",
      SubLayerName: "WSH",
      SubLayerType: "%%16387",
      Weight: "3",
    },
  },
];
