import { z } from "zod";
import { NewToken, PutToken, Token } from "@/domain/people/token";
import { route } from "@/server/http/route";
import { listTokens } from "@/server/operations/list-tokens";
import { makeToken } from "@/server/operations/make-token";

export const GET = route(
  { summary: "The asker's own tokens, without their secrets", answers: z.object({ items: z.array(Token) }) },
  (actor) => listTokens(actor),
);

export const POST = route(
  {
    scope: "admin",
    summary:
      "Make a token; its secret is shown this once. With a token: none that may do more or lasts longer than itself",
    body: PutToken,
    answers: NewToken,
    status: 201,
  },
  (actor, { body }) => makeToken(actor, body),
);
