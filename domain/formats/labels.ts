import type { Codebook } from "@/domain/codebook/codebook";
import type { LabelColour } from "@/domain/codebook/codebook-values";
import { coreKinds } from "@/domain/kind-values";
import { relationKinds } from "@/domain/tag/relation-values";

/** Colours as other tools take them: dark enough for white letters. */
const hex: Record<LabelColour, string> = {
  violet: "#6b3fa0",
  magenta: "#a0287a",
  wine: "#7a1f3d",
  orange: "#a04a00",
  brown: "#6b4a2b",
  olive: "#5c6116",
  teal: "#1a6666",
  cyan: "#0b6380",
  indigo: "#3d4a9e",
  slate: "#4a5568",
};
const ofCore = { claim: "#9c2f24", place: "#20558f", source: "#1f6650" } as const;

/** A label as a file names it, which is what the API calls the kind, and the colour that it may be drawn in. */
export type NamedLabel = { name: string; colour: string };

/** Every label that a tag of a project may have; retired ones too, since their tags stay. */
export const labelsIn = ({ labels }: Codebook): NamedLabel[] => [
  ...coreKinds.map((name) => ({ name, colour: ofCore[name] })),
  ...labels.map(({ slug, colour }) => ({ name: `label:${slug}`, colour: hex[colour] })),
];

/** Every kind of link that a project may have. */
export const linkLabelsIn = ({ relationTypes }: Codebook): NamedLabel[] => [
  ...relationKinds.map((name) => ({ name, colour: hex.slate })),
  ...relationTypes.map(({ slug, colour }) => ({ name: `relation:${slug}`, colour: hex[colour] })),
];
