import { answered } from "@/cli/api";
import { asJson, type Command } from "@/cli/command";
import { exits } from "@/cli/exits";
import { tableOf } from "@/cli/table";

/** The projects that somebody is in. */
export const projects: Command = {
  name: "projects",
  says: "lists the projects you are in, with your role",
  options: asJson,
  examples: [{ line: "glossator projects", says: "the first column is what --project takes" }],
  run: async ({ given, terminal, api: open }) => {
    const api = await open();
    const { projects: items } = answered(api, await api.ask("GET", "/me"));
    if (given.flag("json")) await terminal.json({ items });
    else
      await terminal.result(
        tableOf(
          ["Project", "Role", "Name"],
          items.map(({ slug, role, name }) => [slug, role, name]),
        ),
      );
    return exits.done;
  },
};
