import { assertEquals } from "@std/assert";
import * as layouts from "../../src/native/layouts.ts";
import { linuxTest } from "../testing/linux_test.ts";

/** The C type behind each layout, and the members whose names differ. */
const C_TYPES: Readonly<Record<string, string>> = {
  GUID: "GUID",
  DISPLAY_DATA0: "FWPM_DISPLAY_DATA0",
  BYTE_BLOB: "FWP_BYTE_BLOB",
  VALUE0: "FWP_VALUE0",
  V4_ADDR_AND_MASK: "FWP_V4_ADDR_AND_MASK",
  V6_ADDR_AND_MASK: "FWP_V6_ADDR_AND_MASK",
  RANGE0: "FWP_RANGE0",
  TOKEN_INFORMATION: "FWP_TOKEN_INFORMATION",
  SID_AND_ATTRIBUTES: "SID_AND_ATTRIBUTES",
  SID: "SID",
  ACTION0: "FWPM_ACTION0",
  FILTER_CONDITION0: "FWPM_FILTER_CONDITION0",
  CALLOUT0: "FWPM_CALLOUT0",
  FILTER0: "FWPM_FILTER0",
  LAYER0: "FWPM_LAYER0",
  SUBLAYER0: "FWPM_SUBLAYER0",
  PROVIDER0: "FWPM_PROVIDER0",
  SESSION0: "FWPM_SESSION0",
  OSVERSIONINFOW: "OSVERSIONINFOW",
};
const C_MEMBERS: Readonly<Record<string, string>> = {
  "FWP_BYTE_BLOB.count": "size",
};

/** What the compiler of Windows said when it was last asked. */
const RECORDED = new URL("../testdata/layouts.json", import.meta.url);
const HEADER = new URL("../fwpuclnt_double/wfp_types.h", import.meta.url);

/** `TYPE` or `TYPE.member`, and its size or offset. */
type Numbers = Readonly<Record<string, number>>;

function listLayouts(): Numbers {
  const numbers: Record<string, number> = {};
  for (const [name, layout] of Object.entries(layouts)) {
    for (const [member, offset] of Object.entries(layout)) {
      const path = `${C_TYPES[name]}.${member}`;
      numbers[member === "size" ? `${C_TYPES[name]}` : path] = offset;
    }
  }
  return numbers;
}

/** A program that no one runs: its assembly names each number that the compiler worked out. */
function formatProgram(): string {
  const lines = Object.keys(listLayouts()).map((path) => {
    const [type, member] = path.split(".");
    const value = member === undefined
      ? `sizeof(${type})`
      : `offsetof(${type}, ${C_MEMBERS[path] ?? member})`;
    return `  __asm__ volatile("@@${path} %0" : : "i"(${value}));`;
  });
  return [
    `#include "${HEADER.pathname}"`,
    "void numbers(void) {",
    ...lines,
    "}",
    "",
  ].join("\n");
}

/** Asks a C compiler for the numbers; null if it is not installed. */
async function compile(compiler: string): Promise<Numbers | null> {
  const folder = await Deno.makeTempDir();
  try {
    const source = `${folder}/layouts.c`;
    await Deno.writeTextFile(source, formatProgram());
    const { success, stdout, stderr } = await new Deno.Command(compiler, {
      args: ["-std=gnu11", "-S", "-o", "-", source],
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const assembly = new TextDecoder().decode(stdout);
    return Object.fromEntries(
      [...assembly.matchAll(/@@(\S+) \$(\d+)/g)]
        .map(([, path, number]) => [path, Number(number)]),
    );
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

linuxTest(
  "layouts: sizes and offsets are those of the headers of Windows",
  async () => {
    const compiled = await compile("x86_64-w64-mingw32-gcc");
    if (compiled === null && Deno.env.get("CI") === "true") {
      throw new Error(
        "Cannot ask the headers: gcc-mingw-w64-x86-64 is missing",
      );
    }
    const { numbers } = JSON.parse(await Deno.readTextFile(RECORDED));
    assertEquals(compiled ?? numbers, listLayouts());
    assertEquals(numbers, listLayouts());
  },
);

linuxTest(
  "layouts: the double's own declarations agree with them",
  async () => {
    assertEquals(await compile("gcc"), listLayouts());
  },
);
