import { z } from "zod";

/** So many things are remembered; the one that was used least lately gives way. */
const mostRemembered = 60;

const Use = z.strictObject({ times: z.int().min(1).max(1_000_000), at: z.iso.datetime() });

/** How often somebody chose what from the palette, and when last. */
export const PaletteUse = z
  .record(z.string().min(1).max(200), Use)
  .refine((used) => Object.keys(used).length <= mostRemembered, "Too many things are remembered.");
export type PaletteUse = z.infer<typeof PaletteUse>;
