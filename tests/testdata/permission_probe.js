// Compiled with the permissions of the product: prints what the system lets it do.

const ATTEMPTS = {
  "fetch": () => fetch("http://127.0.0.1:9/"),
  "connect": () => Deno.connect({ hostname: "127.0.0.1", port: 9 }),
  "listen": () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  "resolve a name": () => Deno.resolveDns("localhost", "A"),
  "open a WebSocket": () => new WebSocket("ws://127.0.0.1:9/"),
  "import from the network": () => import(Deno.args[0]),
  "start a process": () => new Deno.Command(Deno.execPath()).output(),
  "signal a process": () => Deno.kill(Deno.pid, "SIGCONT"),
  "read HOME": () => Deno.env.get("HOME"),
  "list the environment": () => Deno.env.toObject(),
  "ask for more": async () => {
    const { state } = await Deno.permissions.request({ name: "net" });
    if (state !== "granted") throw new Error(state);
  },
  "read NO_COLOR": () => Deno.env.get("NO_COLOR"),
  "read a file": () => Deno.readTextFile(Deno.args[1]),
};

for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  try {
    await attempt();
    console.log(`${name}: allowed`);
  } catch {
    console.log(`${name}: refused`);
  }
}
