import { createHash } from "node:crypto";
import { OpId } from "@/domain/ids";

/** Each thing of an upload has an id of its own, the same whenever the upload is sent. */
export function opIdWithin(opId: OpId, at: number | string): OpId {
  const hex = createHash("sha256").update(`${opId} ${at}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return OpId.parse(parts.join("-"));
}
