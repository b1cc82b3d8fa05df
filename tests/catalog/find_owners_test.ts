import { assertEquals } from "@std/assert";
import { findOwners } from "../../src/catalog/find_owners.ts";
import { findOwnersByName } from "../../src/catalog/name_patterns.ts";

Deno.test("findOwners() gives Microsoft for callouts of the header and of Windows", () => {
  const guids = {
    header: "288b524d-0566-4e19-b612-8f441a2e5949",
    ndu: "8e44982f-f477-11df-85ce-78e7d1810190",
    wcm: "b793d570-34fe-4e65-aa76-69391383bdf8",
    firewall: "c3dbed20-0bb6-4bf3-828d-96732e1e0230",
    defender: "d67b238d-d80c-4ba7-96df-4a0c83464fa7",
    firewallNotInTheTables: "c3dbed20-0bb6-4bf3-828d-96732e1e0150",
  };
  const owners = Object.entries(guids).map(([what, guid]) =>
    findOwners(guid).map(({ product, vendor, confidence }) =>
      [what, product, vendor, confidence].join(", ")
    )
  );
  assertEquals(owners, [
    ["header, Windows, Microsoft, high"],
    ["ndu, Network Data Usage (ndu.sys), Microsoft, high"],
    ["wcm, Windows, Microsoft, high"],
    ["firewall, Windows Firewall, Microsoft, high"],
    ["defender, Windows Defender network inspection (WdNisDrv), Microsoft, medium"],
    ["firewallNotInTheTables, Windows Firewall, Microsoft, high"],
  ]);
});

Deno.test("findOwners() says why, and with what confidence", () => {
  const guids = [
    "ed7e5eb2-6b09-4783-961c-5495eaad361f",
    "05c55149-4732-4857-8d10-f178f3a06f8c",
    "6188bb80-e1f6-4a74-b96c-8285b632f821",
    "b5d627a2-13f6-4d47-8015-b8a83ee487ce",
    "2f9e02c0-3c13-48bd-8177-8d6c223c20ca",
  ];
  assertEquals(guids.flatMap((guid) => [...findOwners(guid)]), [
    {
      product: "npcap.sys",
      vendor: "Nmap Project",
      confidence: "high",
      evidence: "source code: nmap/npcap, packetWin7/npf/npf/Loopback.c",
    },
    {
      product: "portmaster-kext.sys (v1)",
      vendor: "Safing",
      confidence: "medium",
      evidence: "seen on running systems: portmaster",
    },
    {
      product: "COMODO firewall driver",
      vendor: "Comodo",
      confidence: "medium",
      evidence: "seen on running systems: portmaster issue 1534",
    },
    {
      product: "hrwfpdrv.sys",
      vendor: "Huorong",
      confidence: "low",
      evidence: "seen on running systems: astral; " +
        "the vendor is inferred from the name of the driver",
    },
    {
      product: "Killer networking (Rivet)",
      vendor: "Rivet Networks / Intel",
      confidence: "low",
      evidence:
        'action of a filter named "Rivet IpPacket V4 IpPacket Outbound ' +
        'Filtering Layer" on running systems: nebula',
    },
  ]);
});

Deno.test("findOwners() gives one owner for two sightings of one product", () => {
  const owners = findOwners("10636af3-50d6-4f53-acb7-d5af33217fcb");
  assertEquals(owners.map((owner) => [owner.vendor, owner.confidence]), [
    ["Proton AG", "high"],
  ]);
});

Deno.test("findOwners() gives nothing for an unknown GUID", () => {
  assertEquals(findOwners("00000000-0000-0000-0000-000000000001"), []);
});

Deno.test("findOwnersByName() knows names of drivers that make GUIDs at run time", () => {
  const names = [
    "WinDivert2.2_CalloutInboundNetworkIPv4",
    "SNTP TLS Stream V4",
    "Kaspersky Lab",
    "Flow Established Callout",
  ];
  assertEquals(
    names.map((name) =>
      findOwnersByName(name).map((owner) => [owner.vendor, owner.confidence])
    ),
    [
      [["WinDivert (basil00)", "low"]],
      [["Sophos", "low"]],
      [["Kaspersky", "low"]],
      [[null, "low"]],
    ],
  );
});

Deno.test("findOwnersByName() does not take a name for Microsoft's", () => {
  const names = [
    "Windows Firewall: callout",
    "windefend_stream_v4",
    "WFP Built-in Reserved callout",
    "Stream V4",
    "",
  ];
  assertEquals(names.flatMap((name) => [...findOwnersByName(name)]), []);
});
