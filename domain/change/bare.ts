import type { z } from "zod";
import type { Hash } from "@/domain/change/kind";
import type { SentSegment } from "@/domain/tag/tag";

type Sent = z.infer<typeof SentSegment>;

/** Places with the hashes of their words instead of the words. */
export const bareSegments = (segments: readonly Sent[], hash: Hash): Promise<Sent[]> =>
  Promise.all(
    segments.map(async ({ start, end, quote, quoteHash }) => ({
      start,
      end,
      quoteHash: quoteHash ?? (await hash(quote ?? "")),
    })),
  );
