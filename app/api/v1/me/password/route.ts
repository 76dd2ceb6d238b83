import { ChangePassword } from "@/domain/people/session";
import { route } from "@/server/http/route";
import { changePassword } from "@/server/operations/change-password";

export const POST = route(
  {
    scope: "admin",
    summary: "Change one's own password; this ends one's other sign-ins and all one's tokens",
    body: ChangePassword,
  },
  (actor, { body }) => changePassword(actor, body),
);
