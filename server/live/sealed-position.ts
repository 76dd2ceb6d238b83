import "server-only";
import type { Actor } from "@/domain/access/actor";
import { lastOfAll, type Position } from "@/domain/live/position";
import { seal, unseal } from "@/server/seal";

const purposeOf = ({ workspaceId, userId }: Pick<Actor, "workspaceId" | "userId">) => ["stream", workspaceId, userId];

/**
 * A position as its reader has it: the value of a stream's `id:` lines and of `Last-Event-ID`. It is another text every
 * time, so that it tells neither how much happened nor whether anything did; only the same person can come back with it.
 */
export function sealPosition(reader: Pick<Actor, "workspaceId" | "userId">, { txid, id }: Position): string {
  const plain = Buffer.alloc(16);
  plain.writeBigInt64BE(txid, 0);
  plain.writeBigInt64BE(id, 8);
  return seal(purposeOf(reader), plain, { fresh: true });
}

/** Undefined for what this server did not seal for this reader, such as the plain numbers that earlier versions gave. */
export function unsealPosition(reader: Pick<Actor, "workspaceId" | "userId">, text: string): Position | undefined {
  const plain = unseal(purposeOf(reader), text);
  if (plain?.length !== 16) return undefined;
  const position = { txid: plain.readBigInt64BE(0), id: plain.readBigInt64BE(8) };
  return position.txid <= lastOfAll && position.id <= lastOfAll ? position : undefined;
}
