import { assertEquals } from "@std/assert";
import { findWindowsBuild } from "../../src/catalog/windows_builds.ts";

Deno.test("findWindowsBuild() knows names, releases, guards and builds", () => {
  const builds: Readonly<Record<string, number | undefined>> = {
    "Vista": 6000,
    "Windows  7": 7600,
    "win8.1": 9600,
    "windows server 2019": 17763,
    "Windows 10 1703 (15063)": 15063,
    "10.0.19045": 19045,
    "NTDDI_WIN11_GE": 26100,
    "22631": 22631,
    "10.0.22621.1": 22621,
    "Windows 10, version 1809": 17763,
    "Windows 10 version 22H2": 19045,
    "Windows 11, version 21H2": 22000,
    "21H2": 19044,
    "RS5": 17763,
    "Windows Server 2012R2": 9600,
    "2016": 14393,
    "Windows Vista SP1, Server 2008": 6001,
    "NTDDI_VISTASP1": 6001,
    "1999": undefined,
    "constructor": undefined,
    "": undefined,
  };
  for (const [text, build] of Object.entries(builds)) {
    assertEquals(findWindowsBuild(text), build, text);
  }
});
