import { assertEquals, assertThrows } from "@std/assert";
import { parseOwners, withOwners } from "../../src/analysis/owners.ts";
import { InputError } from "../../src/model/errors.ts";
import { enrich } from "../../src/sources/enrich.ts";
import { rawCallout, rawSnapshot } from "../testing/raw_objects.ts";

const GUID = "11111111-1111-4111-8111-111111111111";
const OTHER = "33333333-3333-4333-8333-333333333333";

function parse(text: string): unknown {
  return [...parseOwners(text, "own.csv")];
}

function owner(product: string | null, vendor: string | null): unknown {
  return { product, vendor, confidence: "high", evidence: "listed in own.csv" };
}

Deno.test("parseOwners() reads tables in each form", () => {
  const expected = [
    [GUID, owner("Shield, large", "Contoso")],
    [OTHER, owner(null, "Fabrikam")],
  ];
  assertEquals(
    parse(
      `guid,product,vendor\r\n${GUID},"Shield, large",Contoso\r\n{${OTHER.toUpperCase()}},,Fabrikam\r\n`,
    ),
    expected,
  );
  assertEquals(
    parse(
      `# ours\nvendor\tguid\tproduct\nContoso\t${GUID}\tShield, large\n\nFabrikam\t${OTHER}\t\n`,
    ),
    expected,
  );
  assertEquals(
    parse(
      `${GUID}\tShield, large\tContoso\n${OTHER}\t\tFabrikam\n${GUID}\tsecond\trow\n`,
    ),
    expected,
  );
  const rows = [
    { guid: GUID, product: "Shield, large", vendor: "Contoso" },
    { guid: `{${OTHER}}`, vendor: "Fabrikam" },
  ];
  assertEquals(parse(JSON.stringify(rows)), expected);
  assertEquals(
    parse(rows.map((row) => JSON.stringify(row)).join("\n")),
    expected,
  );
  assertEquals(
    parse(
      `guid;product;vendor\n${GUID};Shield, large;Contoso\n${OTHER};;Fabrikam\n`,
    ),
    expected,
  );
  assertEquals(parse(""), []);
});

Deno.test("parseOwners() names the line that it cannot read", () => {
  for (
    const [text, message] of [
      [
        "guid,product\nnonsense,x\n",
        "line 2: a row needs a GUID and a product or vendor",
      ],
      ["[null]", "line 1: a row needs a GUID and a product or vendor"],
      ["[{},7]", "line 1: a row needs a GUID and a product or vendor"],
      [`${GUID},,\n`, "line 1: a row needs a GUID and a product or vendor"],
      [`${GUID},"open\n`, "line 1: a quotation mark is not closed"],
      [`${GUID},"a"b\n`, "line 1: text follows a closing quotation mark"],
    ] as const
  ) {
    assertThrows(
      () => parse(text),
      InputError,
      `Cannot read the owners in "own.csv", ${message}`,
    );
  }
  assertThrows(
    () => parse(`{"guid":"${GUID}","product":"a"}\n{`),
    InputError,
    "line 2: it is not JSON",
  );
});

Deno.test("withOwners() puts the user's word before all others", () => {
  const raw = rawSnapshot({
    callouts: [
      rawCallout(),
      rawCallout({ key: "8e44982b-f477-11df-85ce-78e7d1810190" }),
    ],
  });
  const table = parseOwners(
    `${GUID},Shield,\n`,
    "own.csv",
  );
  const before = enrich(raw, "a");
  const { callouts } = withOwners(before, table);
  assertEquals(callouts?.[0]?.owners as unknown, [owner("Shield", null)]);
  assertEquals(callouts?.[0]?.owner, callouts?.[0]?.owners[0]);
  assertEquals(callouts?.[1], before.callouts?.[1]);
});
