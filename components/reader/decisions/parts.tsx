"use client";

import { useTranslations } from "use-intl";
import { entityOf } from "@/client/desk/speaker";
import { useKindName, useLinkName } from "@/components/annotate/tags/names";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { nameOf, otherEndName } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Card } from "@/components/reader/decisions/waiting";
import { Icon } from "@/components/ui/icon";
import { tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { Tag } from "@/domain/tag/tag";

const dots = { open: "bg-wait", accepted: "bg-ok", returned: "bg-accent", rejected: "bg-bad", withdrawn: "bg-line" };

/** Everything on one card: the claim, who says it, where, who acts. Each part can be chosen and decided alone. */
export function Parts({ card }: { card: Card }) {
  const t = useTranslations("panels.review");
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const tags = card.members.flatMap((id) => tagIn({ annotations, relations }, id) ?? []);
  const lead = tags[0];
  return (
    <section aria-label={t("parts")}>
      <ul className="-mx-2 flex max-h-56 flex-col overflow-y-auto">
        {tags.map((tag) => (
          <Part key={tag.id} tag={tag} lead={card.lead} />
        ))}
      </ul>
      {lead ? <Actors claim={lead} /> : null}
    </section>
  );
}

function Part({ tag, lead }: { tag: Tag; lead: TagId }) {
  const t = useTranslations("panels");
  const desk = useDesk();
  const kindName = useKindName();
  const linkName = useLinkName();
  const selected = useReader((state) => state.selected === tag.id);
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const isLink = tag.type === "relation";
  const name = isLink
    ? tag.toArticle
      ? t("links.article")
      : (otherEndName({ annotations, relations, entities }, tag) ?? t("links.otherReport"))
    : nameOf(tag);
  return (
    <li>
      <button
        type="button"
        aria-current={selected || undefined}
        onClick={() => desk.select(tag.id)}
        className="flex min-h-7 w-full items-center gap-2 rounded-2 px-2 py-0.5 text-start hover:bg-hover aria-[current]:bg-sunken"
      >
        {isLink ? <Icon name="forward" className="size-3.5 text-ink-3" /> : <TagGlyph kind={tag.kind} />}
        <span className="shrink-0 text-tiny text-ink-3">{isLink ? linkName(tag.kind) : kindName(tag.kind)}</span>
        <span dir="auto" className={`min-w-0 grow truncate text-match-parent ${tag.id === lead ? "font-medium" : ""}`}>
          {name}
        </span>
        <span
          role="img"
          aria-label={t(`states.${tag.state}`)}
          title={t(`states.${tag.state}`)}
          className={`size-1.75 shrink-0 rounded-full ${dots[tag.state]}`}
        />
      </button>
    </li>
  );
}

/** Who acts and who suffers, as the claim itself says. */
function Actors({ claim }: { claim: Tag }) {
  const t = useTranslations("panels.review");
  const entities = useReader((state) => state.entities);
  if (claim.kind !== "claim") return null;
  const { actors = [] } = claim.attributes as Pick<ClaimAttributes, "actors">;
  if (actors.length === 0) return null;
  const named = actors.map(({ entityId, role }) =>
    t("actor", { name: entityOf(entities, entityId)?.name ?? "…", role }),
  );
  return <p className="px-0 pt-1 text-tiny text-ink-3">{t("actors", { names: named.join(" · ") })}</p>;
}
