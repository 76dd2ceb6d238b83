import { z } from "zod";

/** A codebook file as text; what it holds is answered, and nothing is kept. */
export const ReadCodebook = z.strictObject({ text: z.string().max(2_000_000) });
