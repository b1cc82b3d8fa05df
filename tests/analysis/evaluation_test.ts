import { assertEquals } from "@std/assert";
import { sortByEvaluation } from "../../src/analysis/evaluation.ts";
import { enrich } from "../../src/sources/enrich.ts";
import { rawFilter, rawSnapshot, rawSublayer } from "../testing/raw_objects.ts";

const CONNECT = "FWPM_LAYER_ALE_AUTH_CONNECT_V4";
const ACCEPT = "FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_V4";
const HIGH = "aaaaaaaa-0000-4000-8000-000000000001";
const TWIN = "aaaaaaaa-0000-4000-8000-000000000002";

Deno.test("sortByEvaluation() sorts by layer, sublayer weight, effective weight", () => {
  const rows = [
    ["g", ACCEPT, HIGH, "5"],
    ["f", CONNECT, "FWPM_SUBLAYER_UNIVERSAL", null],
    ["d", CONNECT, "FWPM_SUBLAYER_UNIVERSAL", "18446744073709551615"],
    ["e", CONNECT, "FWPM_SUBLAYER_UNIVERSAL", "9"],
    ["c", CONNECT, TWIN, "999"],
    ["b", CONNECT, HIGH, "10"],
    ["a", CONNECT, HIGH, "9223372036854775808"],
  ] as const;
  const { filters } = enrich(
    rawSnapshot({
      sublayers: [
        rawSublayer(),
        rawSublayer({ key: HIGH, weight: 65535 }),
        rawSublayer({ key: TWIN, weight: 65535 }),
      ],
      filters: rows.map(([name, layerKey, sublayerKey, effectiveWeight]) =>
        rawFilter({ name, layerKey, sublayerKey, effectiveWeight })
      ),
    }),
    "a.xml",
  );
  assertEquals(
    sortByEvaluation(filters ?? []).map(({ displayName }) => displayName),
    ["a", "b", "c", "d", "e", "f", "g"],
  );
});
