import { type Codebook, emptyCodebook } from "@/domain/codebook/codebook";
import type { Project } from "@/domain/project/project";

type Preset = Project["preset"];

const named = (names: readonly string[]) =>
  names.map((name) => ({ slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"), name }));

/** What each kind of desk usually records; a project changes its own copy as it likes. */
const eventTypes: Record<Preset, readonly string[]> = {
  "conflict-monitor": [
    "Armed clash",
    "Shelling or missile fire",
    "Air or drone strike",
    "Explosive device",
    "Attack on civilians",
    "Abduction or detention",
    "Gain or loss of ground",
    "Movement of forces",
    "Siege or blockade",
    "Truce or agreement",
    "Protest",
    "Riot or mob violence",
    "Displacement",
    "Damage to infrastructure",
    "Humanitarian access",
  ],
  "fact-check": [
    "Statistic",
    "Quotation",
    "Decision or law",
    "Record of office",
    "Health",
    "Economy",
    "Environment",
    "Vote or poll",
    "Image or video",
    "Incident",
  ],
  intelligence: [
    "Meeting or contact",
    "Travel or movement",
    "Statement",
    "Capability or equipment",
    "Procurement or transfer",
    "Financing",
    "Recruitment or training",
    "Cyber or signals activity",
    "Attack or sabotage",
    "Change of leadership",
  ],
};

/** The first version of a new project's codebook. */
export const codebookOf = (preset: Preset): Codebook => ({ ...emptyCodebook, eventTypes: named(eventTypes[preset]) });
