import { ChangeMe, Me } from "@/domain/people/me";
import { route } from "@/server/http/route";
import { changeMe } from "@/server/operations/change-me";
import { readMe } from "@/server/operations/read-me";

export const GET = route({ summary: "Get your own account and roles", answers: Me }, (actor) => readMe(actor));

export const PATCH = route(
  { scope: "admin", summary: "Change your name and preferences", body: ChangeMe, answers: Me },
  (actor, { body }) => changeMe(actor, body),
);
