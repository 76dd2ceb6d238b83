import type { Change } from "@/client/outbox/change";

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type Sent = { start: number; end: number; quote?: string | undefined; quoteHash?: string | undefined };

async function hashed<S extends Sent>(
  segments: readonly S[],
): Promise<{ start: number; end: number; quoteHash: string }[]> {
  return Promise.all(
    segments.map(async ({ start, end, quote, quoteHash }) => ({
      start,
      end,
      quoteHash: quoteHash ?? (await sha256(quote ?? "")),
    })),
  );
}

/** The same change with hashes where it quoted the report: a device keeps no words of a report. */
export async function withoutQuotes(change: Change): Promise<Change> {
  switch (change.deed) {
    case "put-annotation":
      return { ...change, body: { ...change.body, segments: await hashed(change.body.segments) } };
    case "put-relation": {
      const { cue } = change.body;
      return cue
        ? { ...change, body: { ...change.body, cue: { ...cue, segments: await hashed(cue.segments) } } }
        : change;
    }
    case "open-thread": {
      const { target } = change.body;
      if (target.on !== "passage") return change;
      return { ...change, body: { ...change.body, target: { ...target, segments: await hashed(target.segments) } } };
    }
    case "decide": {
      // The change of a decision is the body of a put of the same type.
      if (!change.change) return change;
      const deed = change.type === "annotation" ? "put-annotation" : "put-relation";
      const put = await withoutQuotes({ deed, body: change.change } as Change);
      return put.deed === deed ? { ...change, change: put.body } : change;
    }
    default:
      return change;
  }
}
