/**
 * Defines a test that needs Linux: a shared object that gcc builds, or a shell.
 * Elsewhere it is shown as ignored.
 *
 * @param name What the test says
 * @param fn The test
 */
export function linuxTest(
  name: string,
  fn: (t: Deno.TestContext) => void | Promise<void>,
): void {
  Deno.test({ name, ignore: Deno.build.os !== "linux", fn });
}
