import { assertEquals } from "@std/assert";
import { parseIpv4, parseIpv6 } from "../../src/readers/ip_address.ts";

Deno.test("parseIpv4() gives the address in host order, or null", () => {
  const cases = {
    "0.0.0.0": 0,
    "192.0.2.1": 0xc0000201,
    "255.255.255.255": 0xffffffff,
    "256.0.0.1": null,
    "1.2.3": null,
    "1.2.3.4.5": null,
    "1.2.3.x": null,
    "1.2.3.": null,
    "": null,
  };
  for (const [text, value] of Object.entries(cases)) {
    assertEquals(parseIpv4(text), value, text);
  }
});

Deno.test("parseIpv6() gives 16 bytes, or null", () => {
  const cases = {
    "::": "0".repeat(32),
    "::1": "0".repeat(31) + "1",
    "fe80::": "fe80" + "0".repeat(28),
    "2001:DB8:1:2:3:4:5:6": "20010db8000100020003000400050006",
    "::ffff:192.0.2.1": "00000000000000000000ffffc0000201",
    "1:2:3:4:5:6:7::": "00010002000300040005000600070000",
    "1:2:3:4:5:6:7": null,
    "1:2:3:4:5:6:7:8:9": null,
    "1::2::3": null,
    "1:2:3:4:5:6:7:8::": null,
    "12345::": null,
    "g::": null,
    ":1": null,
    "192.0.2.1": null,
    "1.2.3.4::": null,
    "": null,
  };
  for (const [text, value] of Object.entries(cases)) {
    assertEquals(parseIpv6(text), value, text);
  }
});
