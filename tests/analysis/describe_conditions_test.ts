import { assertEquals } from "@std/assert";
import { describeConditions } from "../../src/analysis/describe_conditions.ts";
import type { FilterCondition } from "../../src/model/record.ts";
import type { FwpValue } from "../../src/model/value.ts";

function condition(
  field: string,
  match: string,
  value: FwpValue | null,
): FilterCondition {
  return {
    field: `FWPM_CONDITION_${field}`,
    match: `FWP_MATCH_${match}`,
    value,
  };
}

const port = (value: number): FwpValue => ({ type: "FWP_UINT16", value });

Deno.test("describeConditions() joins alternatives of a field, and fields", () => {
  assertEquals(
    describeConditions([
      condition("IP_REMOTE_PORT", "EQUAL", port(443)),
      condition("IP_PROTOCOL", "EQUAL", { type: "FWP_UINT8", value: 6 }),
      condition("IP_REMOTE_PORT", "RANGE", {
        type: "FWP_RANGE_TYPE",
        value: { low: port(80), high: port(90) },
      }),
    ]),
    "IP_REMOTE_PORT = 443, 80-90 and IP_PROTOCOL = 6 (TCP)",
  );
});

Deno.test("describeConditions() keeps different comparisons of a field apart", () => {
  assertEquals(
    describeConditions([
      condition("IP_LOCAL_PORT", "GREATER", port(1023)),
      condition("IP_LOCAL_PORT", "NOT_EQUAL", port(8080)),
      condition("FLAGS", "FLAGS_NONE_SET", { type: "FWP_UINT32", value: 9 }),
    ]),
    "(IP_LOCAL_PORT > 1023 or IP_LOCAL_PORT != 8080) and FLAGS has none of IS_LOOPBACK|IS_WILDCARD_BIND",
  );
});

Deno.test("describeConditions() names flags, and leaves bits of other fields and unknown ones as numbers", () => {
  const flags = (field: string, value: number): string =>
    describeConditions([
      condition(field, "FLAGS_ALL_SET", { type: "FWP_UINT32", value }),
    ]);
  assertEquals(
    ["FLAGS", "ALE_SIO_FIREWALL_SYSTEM_PORT"].map((field) => flags(field, 1)),
    [
      "FLAGS has all of IS_LOOPBACK",
      "ALE_SIO_FIREWALL_SYSTEM_PORT has all of 0x1",
    ],
  );
  assertEquals(
    flags("FLAGS", 0x80400001),
    "FLAGS has all of IS_LOOPBACK|IS_APPCONTAINER_LOOPBACK|0x80000000",
  );
  assertEquals(flags("FLAGS", 0), "FLAGS has all of 0x0");
});

Deno.test("describeConditions() writes values as people write them", () => {
  const cases: readonly (readonly [string, FwpValue | null, string])[] = [
    [
      "IP_REMOTE_ADDRESS",
      { type: "FWP_UINT32", value: 3232235777 },
      "192.168.1.1",
    ],
    [
      "IP_REMOTE_ADDRESS",
      { type: "FWP_V4_ADDR_MASK", value: "10.0.0.0/8" },
      "10.0.0.0/8",
    ],
    [
      "IP_LOCAL_ADDRESS",
      {
        type: "FWP_BYTE_ARRAY16_TYPE",
        value: "fe800000000000000000000000000001",
      },
      "fe80::1",
    ],
    [
      "IP_LOCAL_ADDRESS",
      {
        type: "FWP_BYTE_ARRAY16_TYPE",
        value: "00000000000000000000000000000000",
      },
      "::",
    ],
    [
      "IP_LOCAL_ADDRESS",
      {
        type: "FWP_BYTE_ARRAY16_TYPE",
        value: "20010db8000000010001000100010001",
      },
      "2001:db8:0:1:1:1:1:1",
    ],
    [
      "ALE_APP_ID",
      { type: "FWP_BYTE_BLOB_TYPE", value: "5c0061000000" },
      "\\a",
    ],
    ["ALE_APP_ID", { type: "FWP_BYTE_BLOB_TYPE", value: "0102ff" }, "0x0102ff"],
    ["ALE_USER_ID", { type: "FWP_SID", value: "S-1-5-18" }, "S-1-5-18"],
    [
      "IP_LOCAL_INTERFACE",
      { type: "FWP_UINT64", value: "1689399632855040" },
      "1689399632855040",
    ],
    ["IP_PROTOCOL", { type: "FWP_UINT8", value: 99 }, "99"],
    ["IP_PROTOCOL", { type: "FWP_EMPTY", value: null }, "(empty)"],
    ["IP_PROTOCOL", null, "?"],
  ];
  for (const [field, value, text] of cases) {
    assertEquals(
      describeConditions([condition(field, "EQUAL", value)]),
      `${field} = ${text}`,
    );
  }
});

Deno.test("describeConditions() tells none from not known", () => {
  assertEquals(describeConditions([]), "always");
  assertEquals(describeConditions(null), "");
  assertEquals(
    describeConditions([{ field: null, match: null, value: null }]),
    "(unknown field) ? ?",
  );
});
