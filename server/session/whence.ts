import "server-only";
import type { Whence } from "@/server/data/sessions";
import { passedOnHeader, peerHeader } from "@/server/edge/peer";

/** Where a request came from; the address is unknown where nobody watched the socket. */
export const whenceOf = (headers: Headers): Whence => ({
  address: headers.get(peerHeader) ?? undefined,
  userAgent: headers.get("user-agent") ?? "",
  passedOn: headers.get(passedOnHeader) ?? undefined,
});
