/**
 * What the reader can do without until it is asked for: one script for all of it, because apart each would carry the
 * same primitives again. Shown by `Later`.
 */

export { KeyHelp } from "@/components/annotate/keys/key-help";
export { ProtectPassage } from "@/components/protection/protect-passage";
export { DecideShown } from "@/components/reader/decisions/decide-shown";
export { Deciding } from "@/components/reader/decisions/deciding";
export { AnnotationPanel } from "@/components/reader/inspector/annotation-panel";
export { RelationPanel } from "@/components/reader/inspector/relation-panel";
export { SeveralPanel } from "@/components/reader/inspector/several-panel";
export { ConflictDialog } from "@/components/reader/saving/conflict-dialog";
export { SaveDetails } from "@/components/reader/saving/save-details";
export { SuggestionBar } from "@/components/reader/suggestions/suggestion-bar";
export { FilterChoices } from "@/components/reader/tag-list/filter-choices";
export { FindBar } from "@/components/reader/text/find-bar";
export { StackPicker } from "@/components/reader/text/stack-picker";
export { AskedThread } from "@/components/reader/threads/asked-thread";
export { PassageComment } from "@/components/reader/threads/passage-comment";
export { Threads } from "@/components/reader/threads/threads";
export { HandIn } from "@/components/reader/work/hand-in";
export { HandOver } from "@/components/reader/work/hand-over";
export { ReturnWork } from "@/components/reader/work/return-work";
export { WorkMenu } from "@/components/reader/work/work-menu";
