import { accountFile, addressIn, configFolder, keepAccount, tokenIn } from "@/cli/account";
import { answered, apiOf } from "@/cli/api";
import type { Command, Running } from "@/cli/command";
import { exits, wrong } from "@/cli/exits";

/** Asks for address and token, tries them, and keeps them in a file that nobody else can read. */
export const login: Command = {
  name: "login",
  says: "keeps the address of Glossator and your API token for the next commands",
  options: {},
  teaches: [
    "Make a token in Glossator under API tokens (open the account menu). Its scopes decide what the commands may do: read for lists, write for imports and releases, export for exports and downloads.",
    "The token is asked for without being shown, or read from stdin where that is no terminal. It is kept in account.json of your settings folder, readable by you alone. On machines of others, set GLOSSATOR_URL and GLOSSATOR_TOKEN instead: then nothing is kept.",
  ],
  examples: [
    { line: "glossator login", says: "asks for both" },
    { line: "glossator login --url https://glossator.example.org", says: "asks for the token only" },
    { line: "pass show glossator | glossator login --url https://glossator.example.org", says: "for scripts" },
  ],
  run: async (running) => {
    const { terminal, env, signal } = running;
    const url = addressIn(await addressFor(running));
    const token = tokenIn(
      terminal.canAsk
        ? await terminal.ask("API token (it is not shown): ", { hidden: true })
        : await terminal.readAll(),
    );
    if (isOpenRoad(url)) terminal.note(`${url} is not https: whoever is on the way can read the token.`);
    const api = apiOf({ url, token }, { note: terminal.note, signal });
    const me = answered(api, await api.ask("GET", "/me"));
    await keepAccount(env, { url, token });
    await terminal.result(`Signed in to ${url} as ${me.name} (${me.email}); the token may ${me.scopes.join(", ")}.`);
    terminal.note(`The token is in ${accountFile(env)}. “glossator logout” deletes it there.`);
    return exits.done;
  },
};

async function addressFor({ given, env, terminal }: Running): Promise<string> {
  const said = given.text("url") ?? env["GLOSSATOR_URL"];
  if (said) return said;
  if (!terminal.canAsk) throw wrong(`Say with --url where Glossator is. Settings are kept in ${configFolder(env)}.`);
  return (await terminal.ask("Address of Glossator [http://localhost:3000]: ")) || "http://localhost:3000";
}

function isOpenRoad(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
