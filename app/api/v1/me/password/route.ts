import { ChangePassword } from "@/domain/people/session";
import { route } from "@/server/http/route";
import { changePassword } from "@/server/operations/change-password";

export const POST = route(
  {
    scope: "admin",
    summary: "Change your password; this ends your other sessions and revokes all your tokens",
    body: ChangePassword,
  },
  (actor, { body }) => changePassword(actor, body),
);
