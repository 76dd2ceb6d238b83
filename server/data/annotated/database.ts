import { Client } from "pg";
import type { Source } from "../../import/annotated/source";
import { pieceSize } from "../../import/annotated/source";
import type { Task } from "../../import/annotated/task";

const settings =
  "set statement_timeout = 0; set lock_timeout = '30s'; set timezone = 'UTC'; set datestyle = 'ISO'; set jit = off";

/** A connection of the thread's own. */
export async function connected(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, application_name: "glossator import", keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  await client.query(settings);
  return client;
}

/** The files of an upload, read part by part as they are wanted; the last parts are remembered. */
export async function sourcesOf(client: Client, { workspaceId }: Task["job"], upload: string): Promise<Source[]> {
  const { rows } = await client.query<{ nth: number; name: string; bytes: string }>(
    `select nth, name, bytes from upload_file where workspace_id = $1 and upload_id = $2 and bytes is not null order by nth`,
    [workspaceId, upload],
  );
  return rows.map(({ nth, name, bytes }) => {
    const parts = remembering(async (part: number) => {
      const found = await client.query<{ bytes: Buffer }>({
        name: "part",
        text: "select bytes from upload_part where workspace_id = $1 and upload_id = $2 and file = $3 and part = $4",
        values: [workspaceId, upload, nth, part],
      });
      return found.rows[0]?.bytes ?? Buffer.alloc(0);
    });
    return {
      name,
      size: Number(bytes),
      slice: (from, length) => sliceOf(parts, from, Math.min(length, Number(bytes) - from)),
    };
  });
}

async function sliceOf(part: (nth: number) => Promise<Buffer>, from: number, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let at = from; at < from + length; ) {
    const within = at % pieceSize;
    const bytes = await part(Math.floor(at / pieceSize));
    const piece = bytes.subarray(within, within + from + length - at);
    if (piece.length === 0) break;
    pieces.push(piece);
    at += piece.length;
  }
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

function remembering(read: (part: number) => Promise<Buffer>) {
  const recent = new Map<number, Promise<Buffer>>();
  return (part: number) => {
    const known = recent.get(part) ?? read(part);
    recent.set(part, known);
    const [oldest] = recent.size > 4 ? recent.keys() : [];
    if (oldest !== undefined) recent.delete(oldest);
    return known;
  };
}
