import { z } from "zod";
import { TokenId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { revokeToken } from "@/server/operations/revoke-token";

export const DELETE = route(
  { summary: "Revoke one of the asker's own tokens", params: z.object({ tokenId: TokenId }) },
  (actor, { params }) => revokeToken(actor, params.tokenId),
);
