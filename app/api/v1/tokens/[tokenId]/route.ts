import { z } from "zod";
import { TokenId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { revokeToken } from "@/server/operations/revoke-token";

export const DELETE = route(
  {
    scope: "admin",
    summary: "Revoke a token and everything created with it: your own or, for admins, anyone's",
    params: z.object({ tokenId: TokenId }),
  },
  (actor, { params }) => revokeToken(actor, params.tokenId),
);
