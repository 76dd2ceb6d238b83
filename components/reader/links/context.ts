import type { DeskState } from "@/client/desk/desk";
import { relationsOf } from "@/client/desk/linked";
import { speakerOf } from "@/client/desk/speaker";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

type Things = Pick<DeskState, "annotations" | "relations" | "entities">;

/** Characters of the text shown on each side, cut at a word. */
const side = 24;

const oneLine = (text: string) => text.replace(/\s+/g, " ");
const before = (text: string) => (text.length <= side ? text : text.slice(-side).replace(/^\S*\s/, ""));
const after = (text: string) => (text.length <= side ? text : text.slice(0, side).replace(/\s\S*$/, ""));

/** A tag's words among those around them, so that five mentions of one name can be told apart. */
export function inContext(tag: Pick<Annotation, "segments">): string {
  const { segments } = tag;
  return `… ${before(oneLine(segments[0]?.prefix ?? ""))}${wordsOf(tag)}${after(oneLine(segments.at(-1)?.suffix ?? ""))} …`;
}

/** Whom or what a mention stands for, where somebody has said so. */
export function meantBy({ entities }: Things, tag: Annotation): string | undefined {
  const { located } = tag.attributes as { located?: { name?: string } };
  return tag.kind === "source" ? speakerOf(entities, tag)?.name : located?.name;
}

/** Whether a link already leads from one to the other. */
export const isLinked = (things: Things, from: TagId, to: TagId): boolean =>
  relationsOf(things, from).some((relation) => relation.from === from && relation.to === to);
