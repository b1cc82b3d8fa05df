import config from "../../deno.json" with { type: "json" };
import { BuildError } from "./build_error.ts";
import { dirname, listFiles, ROOT } from "./files.ts";

/**
 * Makes the module from its sources: the functions of `Private` and `Public`
 * in one file, everything else as it is.
 */
export async function makeModule(folder: string): Promise<void> {
  const source = `${ROOT}/ps/WfpCallout`;
  await Deno.mkdir(folder, { recursive: true });
  for (const path of await listFiles(source)) {
    if (/^(Private|Public)\/|\.psm1$/.test(path)) continue;
    await Deno.mkdir(dirname(`${folder}/${path}`), { recursive: true });
    await Deno.copyFile(`${source}/${path}`, `${folder}/${path}`);
  }
  await Deno.copyFile(`${ROOT}/LICENSE`, `${folder}/LICENSE`);
  await checkManifest(`${folder}/WfpCallout.psd1`);
  await Deno.writeTextFile(
    `${folder}/WfpCallout.psm1`,
    await mergeModule(source),
  );
}

async function checkManifest(path: string): Promise<void> {
  const manifest = await Deno.readTextFile(path);
  const version = /^\s*ModuleVersion\s*=\s*'([^']+)'/m.exec(manifest)?.[1];
  if (version === config.version) return;
  throw new BuildError(
    `Cannot build the module: its manifest has version ${version}, ` +
      `deno.json has ${config.version}`,
    "write the version of deno.json into ps/WfpCallout/WfpCallout.psd1",
  );
}

/** Puts the functions where the source module loads their files. */
async function mergeModule(source: string): Promise<string> {
  const load = /^foreach \(\$folder in 'Private', 'Public'\) \{\n[^]*?^\}\n/m;
  const main = await Deno.readTextFile(`${source}/WfpCallout.psm1`);
  if (!load.test(main)) {
    throw new BuildError(
      "Cannot merge the module: WfpCallout.psm1 does not load its functions",
      "it needs the loop: foreach ($folder in 'Private', 'Public') { ... }",
    );
  }
  const scripts = (await listFiles(source)).filter((path) =>
    /^(Private|Public)\/.*\.ps1$/.test(path)
  );
  const texts = await Promise.all(
    scripts.map((path) => Deno.readTextFile(`${source}/${path}`)),
  );
  return main.replace(
    load,
    () => texts.map((text) => text.trim()).join("\n\n") + "\n",
  );
}
