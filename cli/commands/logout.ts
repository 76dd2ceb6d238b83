import { forgetAccount } from "@/cli/account";
import type { Command } from "@/cli/command";
import { exits } from "@/cli/exits";

/** Deletes the token from this machine. */
export const logout: Command = {
  name: "logout",
  says: "deletes the token from this machine",
  options: {},
  teaches: ["The token goes on working until somebody revokes it in Glossator, under API tokens."],
  examples: [{ line: "glossator logout", says: "the next command asks to sign in again" }],
  run: async ({ terminal, env }) => {
    const was = await forgetAccount(env);
    terminal.note(
      was
        ? "The token was deleted from this machine. To end it everywhere, revoke it in Glossator under API tokens."
        : "Nobody was signed in here.",
    );
    return exits.done;
  },
};
