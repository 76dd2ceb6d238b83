import { z } from "zod";
import { NewToken, PutToken, Token } from "@/domain/people/token";
import { route } from "@/server/http/route";
import { listTokens } from "@/server/operations/list-tokens";
import { makeToken } from "@/server/operations/make-token";

export const GET = route(
  { summary: "List your own tokens, without their secrets", answers: z.object({ items: z.array(Token) }) },
  (actor) => listTokens(actor),
);

export const POST = route(
  {
    scope: "admin",
    summary:
      "Create a token; its secret is returned only once. A token can't create one with more scopes or a later expiry than its own",
    body: PutToken,
    answers: NewToken,
    status: 201,
  },
  (actor, { body }) => makeToken(actor, body),
);
