import "server-only";
import { plain } from "@/server/http/problem";

/** RFC 6266 and 8187: a plain name for everybody, the real one for those who read UTF-8. */
function disposition(fileName: string): string {
  const ascii = fileName.replace(/[^\w.-]+/g, "_").slice(-100) || "download";
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** A stream that asks for the next chunk when it is wanted, and tells the maker when its reader has gone. */
export const streamed = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });

/** A download that no browser will show in our origin. */
export function attachment(
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  { fileName, mediaType }: { fileName: string; mediaType: string },
): Response {
  const headers = { ...plain, "content-type": mediaType, "content-disposition": disposition(fileName) };
  return new Response(body, { headers: { ...headers, "content-security-policy": "sandbox; default-src 'none'" } });
}
