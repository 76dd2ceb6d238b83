import { ChangePassword } from "@/domain/people/session";
import { route } from "@/server/http/route";
import { changePassword } from "@/server/operations/change-password";

export const POST = route(
  { summary: "Change own password and end one's other sign-ins", body: ChangePassword },
  (actor, { body }) => changePassword(actor, body),
);
