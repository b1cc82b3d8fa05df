import { assertEquals } from "@std/assert";
import { parseEventTime } from "../../src/readers/event_time.ts";

const CASES: readonly (readonly [string, string | null])[] = [
  ["2021-06-03T19:17:46.776993900Z", "2021-06-03T19:17:46.7769939Z"],
  ["2021-06-03T19:17:46.7769939+02:00", "2021-06-03T17:17:46.7769939Z"],
  ["2021-06-03T00:17:46-0130", "2021-06-03T01:47:46Z"],
  ["2021-06-03 19:17:46.776994 UTC", "2021-06-03T19:17:46.776994Z"],
  ["2021-06-03T19:17:46.500Z", "2021-06-03T19:17:46.5Z"],
  ["/Date(1622747866776)/", "2021-06-03T19:17:46.776Z"],
  ["1622747866", "2021-06-03T19:17:46Z"],
  ["1622747866.7769939", "2021-06-03T19:17:46.7769939Z"],
  ["1622747866776", "2021-06-03T19:17:46.776Z"],
  ["16227478667", null],
  ["2021-06-03 19:17:46", null],
  ["2021-02-30T00:00:00Z", null],
  ["2021-06-03T25:00:00Z", null],
  ["6/3/2021, 7:17:46.776 PM", null],
  ["/Date(9999999999999999)/", null],
  ["yesterday", null],
  ["", null],
];

Deno.test("parseEventTime() writes times in UTC, or null if the zone is not known", () => {
  for (const [text, time] of CASES) {
    assertEquals([text, parseEventTime(text, null)], [text, time]);
  }
});

Deno.test("parseEventTime() takes the zone that the caller knows", () => {
  const zone = -4 * 3_600_000;
  const text = "2020-09-04 03:07:59";
  assertEquals(parseEventTime(text, zone), "2020-09-04T07:07:59Z");
  const export_ = "6/3/2021, 12:17:46.776 AM";
  assertEquals(parseEventTime(export_, 0), "2021-06-03T00:17:46.776Z");
});
