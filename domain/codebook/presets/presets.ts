import { Codebook } from "@/domain/codebook/codebook";
import { conflictMonitor } from "@/domain/codebook/presets/conflict-monitor";
import { factCheck } from "@/domain/codebook/presets/fact-check";
import { humanRights } from "@/domain/codebook/presets/human-rights";
import { intelligence } from "@/domain/codebook/presets/intelligence";
import { namedEntities } from "@/domain/codebook/presets/named-entities";
import type { Preset } from "@/domain/codebook/presets/parts";

/** What each kind of desk usually records; a project changes its own copy as it likes. */
const contents = {
  "conflict-monitor": conflictMonitor,
  "fact-check": factCheck,
  intelligence,
  "human-rights": humanRights,
  "named-entities": namedEntities,
  empty: {},
} satisfies Record<string, Preset>;

/** The first version of a new project's codebook. */
export const codebookOf = (preset: keyof typeof contents): Codebook => Codebook.parse(contents[preset]);
