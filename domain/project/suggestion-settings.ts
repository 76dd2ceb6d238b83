import { z } from "zod";

/** An engine's rule: "words:trigger". */
const RuleName = z
  .string()
  .regex(/^[a-z0-9-]{1,60}:[a-z0-9-]{1,60}$/, "An engine and a rule of it, like words:trigger.");

/** Where an engine of one's own is asked, and its version: a report is sent once for each. */
export const SuggestionService = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "A web address, like http://127.0.0.1:8200/propose." }).max(500),
  version: z.int().min(1).max(1_000_000).default(1),
});
export type SuggestionService = z.infer<typeof SuggestionService>;

/** How engines work in a project. Everything has a default, so that a project that never chose is one that chose these. */
export const SuggestionSettings = z.strictObject({
  /** Whether engines suggest anything at all. */
  on: z.boolean().default(true),
  /** In shared projects: whether new reports are read as they come in. */
  onImport: z.boolean().default(true),
  /** Whether somebody sees suggestions for a report only once they have said that they went through it themselves. */
  afterFirstPass: z.boolean().default(false),
  /** A service that is asked beside the engines that come with Glossator; docs/ENGINE.md. */
  service: SuggestionService.optional(),
  /** Rules that editors switched on or off for good; all others switch themselves off when mostly rejected. */
  rules: z.record(RuleName, z.enum(["on", "off"])).default({}),
});
export type SuggestionSettings = z.infer<typeof SuggestionSettings>;
