import type { Mark } from "@/domain/document/range";

/** What a group of the file says of the words in it; groups inside take it over. */
export interface State {
  /** Where words go: into the text, into a note, into something that is collected, or nowhere. */
  into: "text" | "note" | "skip" | "link" | "marker" | "info" | "style" | "font";
  /** Of `info`, the field; of `style` and `font`, the number. */
  about: string;
  encoding: string;
  /** Bytes to leave out after a character in Unicode. */
  skip: number;
  marks: ReadonlySet<"bold" | "italic" | "underline" | "struck" | "raised" | "lowered" | "hidden">;
  deleted: boolean;
  link: string | undefined;
}

export const firstState = (): State => ({
  into: "text",
  about: "",
  encoding: "windows-1252",
  skip: 1,
  marks: new Set(),
  deleted: false,
  link: undefined,
});

export const marksOf = ({ marks, link }: State): Mark[] => [
  ...[...marks].map((is): Mark => ({ is })),
  ...(link === undefined ? [] : [{ is: "link" as const, href: link }]),
];

type PlainMark = State["marks"] extends ReadonlySet<infer M> ? M : never;

const TOGGLES: Readonly<Record<string, PlainMark>> = {
  b: "bold",
  i: "italic",
  ul: "underline",
  strike: "struck",
  striked: "struck",
  super: "raised",
  sub: "lowered",
  v: "hidden",
};

/** Whether a control is about how words look; then the state says so from now on. */
export function lookOf(state: State, name: string, value: number | undefined): boolean {
  const mark = TOGGLES[name];
  if (mark) {
    const marks = new Set(state.marks);
    if (value === 0) marks.delete(mark);
    else marks.add(mark);
    state.marks = marks;
    return true;
  }
  if (name === "plain") state.marks = new Set();
  else if (name === "ulnone") state.marks = new Set([...state.marks].filter((each) => each !== "underline"));
  else if (name === "nosupersub")
    state.marks = new Set([...state.marks].filter((each) => !/ed$/.test(each) || each === "struck"));
  else if (name === "deleted") state.deleted = value !== 0;
  else return false;
  return true;
}
