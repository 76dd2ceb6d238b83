"use client";

import { useTranslations } from "use-intl";
import { CreateEntity } from "@/components/entities/create-entity";
import { MergeProposals } from "@/components/entities/merge-proposals";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Chip } from "@/components/ui/chip";
import { Dotted } from "@/components/ui/dotted";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchInput } from "@/components/ui/input";
import { Paging, pageAt } from "@/components/ui/paging";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { ReliabilityGrade } from "@/components/values/reliability";
import type { Entity } from "@/domain/entity/entity";
import type { MergeProposal } from "@/domain/entity/merge-proposal";
import type { Project } from "@/domain/project/project";

/** Everybody who speaks or acts in a project. */
export function EntityList({
  project,
  entities,
  proposals,
  names,
  query,
  next,
  paged,
  mayCreate,
}: {
  project: Pick<Project, "id" | "name">;
  entities: readonly Entity[];
  /** Pairs that may be one, for those who merge. */
  proposals: readonly MergeProposal[];
  /** The names of outlets by their id. */
  names: Readonly<Record<string, string>>;
  query: string;
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  mayCreate: boolean;
}) {
  const t = useTranslations("entities");
  const reports = useTranslations("reports");

  const base = `/projects/${project.id}/entities`;
  const list = query ? `${base}?${new URLSearchParams({ q: query })}` : base;
  const create = mayCreate ? <CreateEntity projectId={project.id} /> : null;
  const empty = entities.length === 0 && query === "";
  return (
    <Page
      title={t("title")}
      lead={t("lead", { project: project.name })}
      actions={
        empty ? null : (
          <>
            <ButtonLink href={`${base}/quotes`}>{t("quotes.title")}</ButtonLink>
            {create}
          </>
        )
      }
    >
      {empty ? (
        <EmptyState title={t("emptyTitle")} action={create}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <MergeProposals proposals={proposals} />
          <search>
            <form data-screen-only action={base} className="mb-4 flex max-w-md gap-2">
              <div className="grow">
                <SearchInput name="q" dir="auto" defaultValue={query} aria-label={t("find")} placeholder={t("find")} />
              </div>
              <Button type="submit">{reports("apply")}</Button>
            </form>
          </search>
          {entities.length === 0 ? (
            <EmptyState title={t("noneTitle", { query })} action={<ButtonLink href={base}>{t("clear")}</ButtonLink>} />
          ) : (
            <EntityTable project={project} entities={entities} base={base} names={names} />
          )}
          <Paging label={t("pages")} first={paged ? list : undefined} next={next && pageAt(list, next)} />
        </>
      )}
    </Page>
  );
}

function EntityTable({
  project,
  entities,
  base,
  names,
}: {
  project: Pick<Project, "id" | "name">;
  entities: readonly Entity[];
  base: string;
  names: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  return (
    <Table caption={t("caption", { project: project.name })}>
      <TableHead>
        <Th>{t("name")}</Th>
        <Th from="sm">{t("kind")}</Th>
        <Th from="md">{t("outlet")}</Th>
        <Th from="lg">{t("side")}</Th>
        <Th numeric>{t("reliability")}</Th>
      </TableHead>
      <tbody>
        {entities.map((entity) => (
          <Tr key={entity.id}>
            <Td>
              <RowLink href={`${base}/${entity.id}`} className="font-medium">
                <bdi>{entity.name}</bdi>
              </RowLink>
              {entity.closed ? (
                <span className="ms-2 inline-block">
                  <Chip>{t("closed")}</Chip>
                </span>
              ) : null}
              {entity.aliases.length > 0 ? (
                <span className="block text-ink-3">
                  <Dotted facts={entity.aliases} />
                </span>
              ) : null}
              <span className="block text-ink-3 sm:hidden">{values(`entityKind.${entity.kind}`)}</span>
            </Td>
            <Td from="sm">{values(`entityKind.${entity.kind}`)}</Td>
            <Td from="md">
              <bdi>{entity.outletId ? (names[entity.outletId] ?? "") : ""}</bdi>
            </Td>
            <Td from="lg">
              <bdi>{entity.side ?? ""}</bdi>
            </Td>
            <Td numeric>
              <ReliabilityGrade grade={entity.reliability} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
