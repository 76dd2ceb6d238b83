"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { printed } from "@/components/annotate/keys/chord";
import { useDo } from "@/components/annotate/keys/keys";
import { type Deed, keyOf } from "@/components/annotate/keys/registry";
import { useSingleKeys } from "@/components/annotate/keys/single-keys";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { useReader } from "@/components/annotate/use-desk";
import { ProtectWords } from "@/components/reader/text/protect-words";
import type { LiveText } from "@/components/reader/text/text-context";
import { type Kind, useKinds } from "@/components/reader/text/use-kinds";
import type { Tagging } from "@/components/reader/text/use-tagging";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem } from "@/components/ui/menu";
import { extentOf } from "@/editor/extent";
import type { Span } from "@/editor/positions";

/** As many segments as the API takes for one tag. */
const maxSegments = 50;
/** With more kinds than this, those without a key are in a menu. */
const shownKinds = 12;

/** Tags the chosen words, discusses them, protects them, copies their address: whatever this person may. */
export function PaletteButtons({ tagging, mentions, text }: { tagging: Tagging; mentions: number; text: LiveText }) {
  const t = useTranslations("reader");
  const passage = useReader((state) => state.passage);
  const me = useReader((state) => state.me);
  const run = useDo();
  const tooMany = passage.length > maxSegments;
  const { paragraphs } = passage.length > 1 ? extentOf(text.words, text.view.positions, passage) : { paragraphs: 1 };
  return (
    <>
      {paragraphs > 1 && !tooMany ? (
        <p className="self-center px-2 text-small text-ink-2">{t("extent", { count: paragraphs })}</p>
      ) : null}
      {tooMany ? <p className="px-3 py-2 text-small">{t("tooMany")}</p> : null}
      {me.mayTag && !tooMany ? <TagButtons tagging={tagging} passage={passage} /> : null}
      {me.mayTag && mentions > 1 ? (
        <Deedlet
          deed="all-mentions"
          pressed={tagging.everywhere}
          onClick={() => tagging.setEverywhere(!tagging.everywhere)}
        >
          {t("allMentions", { count: mentions })}
        </Deedlet>
      ) : null}
      {me.mayDiscuss ? (
        <Deedlet deed="comment" onClick={() => run("comment")}>
          {t("comment")}
        </Deedlet>
      ) : null}
      {me.mayTag && !tooMany ? <ProtectWords passage={passage} /> : null}
      <Deedlet deed="copy-link" onClick={() => run("copy-link")}>
        {t("copyLink")}
      </Deedlet>
    </>
  );
}

/** One button a kind, and one that adds the words to the selected tag. */
function TagButtons({ tagging, passage }: { tagging: Tagging; passage: readonly Span[] }) {
  const t = useTranslations("reader");
  const kinds = useKinds();
  const selected = useReader((state) => (state.selected ? state.annotations.get(state.selected) : undefined));
  const hasKeyOrFits = ({ deed }: Kind) => deed !== undefined || kinds.length <= shownKinds;
  return (
    <>
      {kinds.filter(hasKeyOrFits).map(({ kind, deed, name }) => (
        <Deedlet key={kind} deed={deed} onClick={() => tagging.tag(kind)} icon={<TagGlyph kind={kind} />}>
          {name}
        </Deedlet>
      ))}
      {kinds.length > shownKinds ? (
        <MoreKinds kinds={kinds.filter((kind) => !hasKeyOrFits(kind))} onTag={tagging.tag} />
      ) : null}
      {selected && goesBeyond(passage, selected.segments) ? (
        <Deedlet deed="add-words" onClick={() => tagging.addWords()} icon={<Icon name="add" className="size-3.5" />}>
          <span className="line-clamp-2 max-w-40">
            {t("addTo", { quote: selected.segments.map(({ quote }) => quote).join(" … ") })}
          </span>
        </Deedlet>
      ) : null}
    </>
  );
}

/** The kinds that have no key, by the first letters of their names. */
function MoreKinds({ kinds, onTag }: { kinds: readonly Kind[]; onTag: (kind: string) => void }) {
  const t = useTranslations("reader");
  if (kinds.length === 0) return null;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex min-h-9 items-center gap-1.5 rounded-2 px-2 py-1.5 text-small font-medium text-ink hover:bg-hover pointer-coarse:min-h-11"
        >
          {t("moreKinds", { count: kinds.length })}
          <Icon name="down" className="size-3.5" />
        </button>
      }
    >
      <div className="max-h-80 overflow-y-auto">
        {kinds.map(({ kind, name }) => (
          <MenuItem key={kind} icon={<TagGlyph kind={kind} />} onSelect={() => onTag(kind)}>
            {name}
          </MenuItem>
        ))}
      </div>
    </Menu>
  );
}

/** Whether some of the chosen words are not the tag's already. */
const goesBeyond = (passage: readonly Span[], spans: readonly Span[]) =>
  passage.some(({ start, end }) => !spans.some((span) => span.start <= start && end <= span.end));

function Deedlet({
  deed,
  pressed,
  icon,
  onClick,
  children,
}: {
  deed: Deed | undefined;
  pressed?: boolean;
  icon?: ReactNode;
  onClick: () => void;
  children: ReactNode;
}) {
  const singles = useSingleKeys();
  const key = deed ? keyOf(deed) : "";
  return (
    <button
      type="button"
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(key ? { "aria-keyshortcuts": key } : {})}
      onClick={onClick}
      className="flex min-h-9 items-center gap-1.5 rounded-2 px-2 py-1.5 text-start text-small font-medium text-ink hover:bg-hover aria-pressed:bg-accent-wash aria-pressed:text-accent pointer-coarse:min-h-11"
    >
      {icon}
      <span className="min-w-0 grow">{children}</span>
      {key && singles ? (
        <span aria-hidden="true" className="pointer-coarse:hidden">
          <Kbd>{printed(key).join(" ")}</Kbd>
        </span>
      ) : null}
    </button>
  );
}
