import type { ChosenReport } from "@/components/releases/reports-choice";
import type { UserId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import type { AskedRelease, ReleaseFilters } from "@/domain/release/asked";
import { type DateMeaning, releasableStates, usualLicences } from "@/domain/release/release-values";

/** What a form of a project begins with. */
export type FormOf = {
  project: Pick<Project, "id" | "name" | "mode" | "languages" | "releaseApproval">;
  people: readonly { id: UserId; name: string }[];
  /** The labels that the project adds to the core kinds. */
  labels: readonly { slug: string; name: string }[];
  last: AskedRelease | undefined;
  me: string;
};

/** What stands in the form of a release that is about to be made. */
export type ReleaseDraft = {
  title: string;
  creators: string;
  /** One that is offered, or "" for another one in words. */
  licence: string;
  licenceWords: string;
  note: string;
  everyState: boolean;
  analysts: boolean;
  date: DateMeaning | "";
  from: string;
  to: string;
  language: string;
  person: UserId | "";
  /** Null for all. */
  kinds: string[] | null;
  /** None for all. */
  reports: ChosenReport[];
  split: boolean;
};

/** A form to begin with: what was said of the last release, if there was one. */
export function draftAfter(
  last: AskedRelease | undefined,
  { title, creator }: { title: string; creator: string },
): ReleaseDraft {
  const licence = last?.licence ?? usualLicences[0];
  const offered = usualLicences.some((each) => each === licence);
  return {
    title: last?.title ?? title,
    creators: last?.creators.join("\n") ?? creator,
    licence: offered ? licence : "",
    licenceWords: offered ? "" : licence,
    note: "",
    everyState: (last?.states.length ?? 1) > 1,
    analysts: last?.layers === "analysts",
    date: "",
    from: "",
    to: "",
    language: last?.languages?.[0] ?? "",
    person: "",
    kinds: last?.kinds ?? null,
    reports: [],
    split: last?.split !== null && last !== undefined,
  };
}

/** What the form asks for, as the API takes it. */
export function filtersOf(draft: ReleaseDraft): ReleaseFilters {
  const { everyState, analysts, date, from, to, language, person, kinds, reports } = draft;
  return {
    states: everyState ? [...releasableStates] : ["accepted"],
    kinds,
    people: person === "" ? null : [person],
    date: date === "" || (from === "" && to === "") ? null : { which: date, ...(from && { from }), ...(to && { to }) },
    languages: language === "" ? null : [language],
    reports: reports.length === 0 ? null : reports.map(({ id }) => id),
    layers: analysts ? "analysts" : "counted",
  };
}

const shares = { train: 80, dev: 10, test: 10 };

export const askedBy = (draft: ReleaseDraft): AskedRelease => ({
  ...filtersOf(draft),
  title: draft.title.trim(),
  licence: draft.licence || draft.licenceWords.trim(),
  creators: draft.creators
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== ""),
  note: draft.note.trim(),
  split: draft.split ? shares : null,
});
