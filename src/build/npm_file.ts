import { CACHE, exists, openWorkFolder } from "./files.ts";
import { runDeno } from "./run_deno.ts";

/** One file of a pinned npm package, for this platform only. */
export interface NpmFile {
  readonly package: string;
  readonly integrity: string;
  readonly file: string;
}

/** Installs through Deno, which reads the user's npm settings and checks the integrity. */
export async function getNpmFile(wanted: NpmFile): Promise<string> {
  const at = wanted.package.lastIndexOf("@");
  const name = wanted.package.slice(0, at);
  const version = wanted.package.slice(at + 1);
  const file = `${CACHE}/${name.replace(/\W+/g, "_")}-${version}`;
  if (await exists(file)) return file;
  using work = await openWorkFolder();
  const write = (path: string, value: unknown): Promise<void> =>
    Deno.writeTextFile(`${work.path}/${path}`, JSON.stringify(value));
  await write("package.json", { dependencies: { [name]: version } });
  await write("deno.json", { nodeModulesDir: "auto" });
  await write("deno.lock", {
    version: "5",
    specifiers: { [`npm:${wanted.package}`]: version },
    npm: {
      [wanted.package]: {
        integrity: wanted.integrity,
        os: ["linux"],
        cpu: ["x64"],
      },
    },
    workspace: { packageJson: { dependencies: [`npm:${wanted.package}`] } },
  });
  await runDeno(Deno.execPath(), {
    args: ["install", "--quiet", "--frozen"],
    cwd: work.path,
  });
  await Deno.rename(
    await Deno.realPath(`${work.path}/node_modules/${name}/${wanted.file}`),
    file,
  );
  return file;
}
