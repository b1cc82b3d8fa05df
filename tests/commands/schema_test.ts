import { assertEquals } from "@std/assert";
import { Ajv2020 as Ajv } from "ajv/dist/2020.js";
import { tool } from "../tool.ts";

const OUTPUTS: readonly (readonly [string, readonly string[]])[] = [
  ["callout", ["list"]],
  ["layer", ["list", "--kind", "layer"]],
  ["sublayer", ["list", "--kind", "sublayer"]],
  ["provider", ["list", "--kind", "provider"]],
  ["condition", ["list", "--kind", "condition"]],
  ["keying_module", ["list", "--kind", "keying_module"]],
  ["provider_context", ["list", "--kind", "provider_context"]],
  ["resolution", ["resolve", "*", "nope", "{eda08606-", "TEREDO"]],
  ["resolution", ["resolve", "c3dbed20-0bb6-4bf3-828d-96732e1e0413"]],
  [
    "verdict",
    [
      "validate",
      "TEREDO",
      "nope",
      "{eda08606-",
      "eda08606-2494-4d78-89bc-67837c03b968",
      "c38d57d1-05a7-4c33-904f-7fbceee60e82",
    ],
  ],
];

async function schemas(): Promise<Record<string, object>> {
  return JSON.parse((await tool(["schema"])).stdout);
}

for (const [record, args] of OUTPUTS) {
  Deno.test(`wfpcallout ${args.join(" ")} keeps the schema of ${record}`, async () => {
    const ajv = new Ajv({ strict: true, validateFormats: false });
    const check = ajv.compile((await schemas())[record] ?? {});
    const { stdout } = await tool([...args, "--json"]);
    const records = JSON.parse(stdout);
    assertEquals(records.length > 0, true);
    for (const each of records) {
      check(each);
      assertEquals(check.errors ?? [], [], JSON.stringify(each));
    }
  });
}

Deno.test("wfpcallout schema RECORD is the one that schema lists, and a valid schema", async () => {
  const all = await schemas();
  const ajv = new Ajv({ strict: true, validateFormats: false });
  for (const [name, schema] of Object.entries(all)) {
    const { stdout } = await tool(["schema", name]);
    assertEquals(JSON.parse(stdout), schema);
    assertEquals(ajv.validateSchema(schema), true, name);
  }
});
