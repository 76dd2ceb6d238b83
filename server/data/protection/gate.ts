import "server-only";
import { createHash } from "node:crypto";
import type { Protection } from "@/domain/protection/protection";
import { type Gate, whatMayLeave } from "@/domain/protection/what-may-leave";

/** What may go through a door: load its protection once for each thing that leaves, and pass everything through. */
export const gateOf = (protection: Protection): Gate =>
  whatMayLeave(protection, (text) => createHash("sha256").update(text).digest("hex"));
