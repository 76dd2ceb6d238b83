"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Disclosures } from "@/components/protection/disclosures";
import { nameOf } from "@/components/protection/name-of";
import { OrdinaryNames } from "@/components/protection/ordinary-names";
import { ProtectionSettingsForm } from "@/components/protection/protection-settings-form";
import { Page } from "@/components/shell/page";
import { Chip } from "@/components/ui/chip";
import { Dotted } from "@/components/ui/dotted";
import { Paging, pageAt } from "@/components/ui/paging";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { ProjectId } from "@/domain/ids";
import type { OrdinaryName, ProtectedThing, ProtectionSettings } from "@/domain/protection/permitted-use";

const tones = { named: "plain", described: "ochre", withheld: "bad" } as const;

/** What a project protects: names that wait for a decision, everything of which less than all may leave, and how. */
export function ProtectionPage({
  projectId,
  things,
  next,
  paged,
  names,
  settings,
  may,
}: {
  projectId: ProjectId;
  things: readonly ProtectedThing[];
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  names: readonly OrdinaryName[];
  settings: ProtectionSettings;
  may: { change: boolean; disclosures: boolean };
}) {
  const t = useTranslations("protection");
  const list = `/projects/${projectId}/protection`;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="space-y-12">
        {may.change ? <OrdinaryNames projectId={projectId} names={names} /> : null}
        <section aria-labelledby="protected">
          <h2 id="protected" className="headline text-lead">
            {t("things")}
          </h2>
          <p className="mb-3 text-small text-ink-3">{t("thingsLead")}</p>
          {things.length === 0 ? (
            <p className="text-small text-ink-2">{t("thingsEmpty")}</p>
          ) : (
            <Table caption={t("things")}>
              <TableHead>
                <Th>{t("what")}</Th>
                <Th>{t("use")}</Th>
                <Th from="md">{t("why")}</Th>
                <Th from="sm">{t("since")}</Th>
                {may.disclosures ? <Th>{t("disclosed")}</Th> : null}
              </TableHead>
              <tbody>
                {things.map((thing) => (
                  <ThingRow key={thing.id} thing={thing} disclosures={may.disclosures} />
                ))}
              </tbody>
            </Table>
          )}
          <Paging label={t("pages")} first={paged ? list : undefined} next={next && pageAt(list, next)} byTime />
        </section>
        <ProtectionSettingsForm
          key={JSON.stringify(settings)}
          projectId={projectId}
          settings={settings}
          mayChange={may.change}
        />
      </div>
    </Page>
  );
}

function ThingRow({ thing, disclosures }: { thing: ProtectedThing; disclosures: boolean }) {
  const t = useTranslations("protection");
  const { use, circumstances, reason, at, pseudonym } = thing;
  const href = addressOf(thing);
  return (
    <Tr>
      <Td>
        <bdi className="line-clamp-2">
          {href ? (
            <Link prefetch={false} className="link" href={href}>
              {nameOf(thing)}
            </Link>
          ) : (
            nameOf(thing)
          )}
        </bdi>
        <span className="block text-small text-ink-3">
          {t(`on.${thing.thing.on}`)}
          {use === "described" && pseudonym ? ` · ${t("leavesAs", { pseudonym })}` : ""}
        </span>
      </Td>
      <Td>
        <Chip tone={tones[use]}>{t(`uses.${use}`)}</Chip>
      </Td>
      <Td from="md">
        <Dotted facts={[...circumstances.map((each) => t(`circumstance.${each}`)), reason]} />
      </Td>
      <Td from="sm">
        <When value={at} />
      </Td>
      {disclosures ? (
        <Td>
          <Disclosures thing={thing} />
        </Td>
      ) : null}
    </Tr>
  );
}

/** Where one changes what may leave of a thing. */
function addressOf({ projectId, thing }: ProtectedThing): string | undefined {
  if (thing.on === "entity") return `/projects/${projectId}/entities/${thing.entityId}`;
  return thing.on === "place" ? undefined : `/reports/${thing.reportId}/details`;
}
