import type { Answers } from "@/domain/api/answers";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type BeforeQuery<Path extends string> = Path extends `${infer Address}?${string}` ? Address : Path;

/** A part of a path: words stand for themselves, `{reportId}` and what is filled in for it for any id. */
type Part<Word extends string> = Word extends `{${string}}`
  ? "*"
  : Record<never, never> extends Record<Word, 1>
    ? "*"
    : Word;

type Parts<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? `${Part<First>}/${Parts<Rest>}`
  : Part<Path>;

type Known = {
  [Key in keyof Answers as Key extends `${infer M} ${infer Path}` ? `${M} ${Parts<Path>}` : never]: Answers[Key];
};

type Found<Key> = Key extends keyof Known ? Known[Key] : unknown;

/** What an address answers; of one that our pages do not read, nothing is known. `path` may have a query. */
export type AnswerTo<M extends Method, Path extends string> = Path extends string
  ? Found<`${M} ${Parts<BeforeQuery<Path>>}`>
  : never;
