"use client";

import { useTranslations } from "use-intl";
import { FoundItem } from "@/components/search/found-item";
import { KeepSearch, SavedHere, SavedSearches } from "@/components/search/saved-searches";
import { SearchHelp } from "@/components/search/search-help";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { SearchInput, Select } from "@/components/ui/input";
import { Paging, pageAt } from "@/components/ui/paging";
import type { ProjectId } from "@/domain/ids";
import { findable } from "@/domain/search/findable";
import type { Found } from "@/domain/search/found";
import type { OtherNames } from "@/domain/search/other-names";
import type { SavedSearch } from "@/domain/search/saved-search";

type Named = { id: ProjectId; name: string };
type Asked = { q: string; of: Found["of"] | undefined; project: Named | undefined };

/** Everything found again by its words. The form works without a script, and its address can be kept and sent. */
export function SearchPage({
  projects,
  found,
  paged,
  refused,
  saved,
  here,
  ...asked
}: Asked & {
  /** The searches that this person keeps. */
  saved: readonly SavedSearch[];
  /** The one of them that is shown. */
  here: SavedSearch | undefined;
  projects: readonly Named[];
  /** Undefined before anything was asked, and where the query could not be read. */
  found: { items: readonly Found[]; next?: string; names?: readonly OtherNames[] } | undefined;
  /** This is not the first page. */
  paged: boolean;
  /** What is wrong with the query. */
  refused: string | undefined;
}) {
  const t = useTranslations("search");
  const { q, of, project } = asked;
  return (
    <Page narrow title={t("title")} lead={project ? t("leadIn", { project: project.name }) : t("lead")}>
      <search>
        <form
          action="/search"
          key={addressOf(asked)}
          className="mb-4 grid gap-3 sm:grid-cols-[1fr_auto_auto_auto] sm:items-end"
        >
          <Field label={t("field")} {...(refused ? { error: refused } : {})}>
            <SearchInput name="q" dir="auto" autoFocus={q === ""} defaultValue={q} />
          </Field>
          <Field label={t("project")}>
            <Select name="project" defaultValue={project?.id ?? ""} className="sm:max-w-44">
              <option value="">{t("anywhere")}</option>
              {projects.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("what")}>
            <Select name="in" defaultValue={of ?? ""}>
              <option value="">{t("anything")}</option>
              {findable.map((each) => (
                <option key={each} value={each}>
                  {t(`of.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" variant="primary">
            {t("go")}
          </Button>
        </form>
      </search>
      {here ? <SavedHere search={here} /> : found && refused === undefined ? <KeepSearch asked={asked} /> : null}
      <SavedSearches searches={saved} {...(here ? { here: here.id } : {})} />
      <SearchHelp open={q === "" && saved.length === 0} />
      {found ? <Results asked={asked} found={found} paged={paged} /> : null}
    </Page>
  );
}

function Results({
  asked,
  found: { items, next, names = [] },
  paged,
}: {
  asked: Asked;
  found: { items: readonly Found[]; next?: string; names?: readonly OtherNames[] };
  paged: boolean;
}) {
  const t = useTranslations("search");
  if (items.length === 0) return <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>;
  const also = [...new Set(names.flatMap((each) => each.also))];
  return (
    <section aria-label={t("results")}>
      {also.length > 0 ? (
        <p dir="auto" className="mb-2 text-small text-ink-2">
          {t("alsoFound", { names: also.join(", ") })}
        </p>
      ) : null}
      <ol className="flex flex-col">
        {items.map((item) => (
          <FoundItem key={item.id} item={item} withProject={!asked.project} />
        ))}
      </ol>
      <Paging
        label={t("pages")}
        first={paged ? addressOf(asked) : undefined}
        next={next && pageAt(addressOf(asked), next)}
      />
    </section>
  );
}

function addressOf({ q, of, project }: Asked): string {
  const query = new URLSearchParams({ q });
  if (project) query.set("project", project.id);
  if (of) query.set("in", of);
  return `/search?${query}`;
}
