"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useKindName } from "@/components/annotate/tags/names";
import { paintFound, rangesOf } from "@/components/guidelines/find-in-page";
import { GuidelinesText } from "@/components/guidelines/guidelines-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SearchInput } from "@/components/ui/input";
import { plainOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

/** The project's guidelines beside the text, to be read and searched while tagging. */
export function Guidelines({ project, prose, onClose }: { project: string; prose: Prose; onClose: () => void }) {
  const t = useTranslations("reader");
  const kindName = useKindName();
  const isEmpty = plainOf(prose).trim() === "";
  const title = t("guidelines", { project });
  const page = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [count, setCount] = useState(0);
  const here = count > 0 ? at % count : 0;

  useEffect(() => {
    if (!page.current) return;
    const found = rangesOf(page.current, query);
    setCount(found.length);
    const now = found[at % Math.max(1, found.length)];
    paintFound(found, now);
    now?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  }, [query, at]);
  useEffect(() => () => paintFound([], undefined), []);

  const press = (event: React.KeyboardEvent) => {
    if (event.key === "Enter") setAt((here + (event.shiftKey ? count - 1 : 1)) % Math.max(1, count));
    else if (event.key === "Escape" && query !== "") setQuery("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="flex flex-col bg-inherit pb-10 text-small">
      <div className="sticky inset-bs-0 z-10 flex flex-col gap-2 border-b border-line bg-inherit px-4 py-3">
        <div className="flex items-start gap-2">
          <h2 className="headline min-w-0 grow text-base">
            <bdi>{title}</bdi>
          </h2>
          <IconButton
            size="small"
            className="size-7 px-0"
            label={t("guide.close")}
            icon={<Icon name="close" />}
            onClick={onClose}
          />
        </div>
        {isEmpty ? null : (
          <search className="flex flex-wrap items-center gap-2">
            <SearchInput
              dir="auto"
              aria-label={t("guide.find")}
              placeholder={t("guide.find")}
              value={query}
              onChange={({ target }) => {
                setQuery(target.value);
                setAt(0);
              }}
              onKeyDown={press}
            />
            <output aria-live="polite" className="text-ink-2 empty:hidden">
              {query.trim() === ""
                ? ""
                : count === 0
                  ? t("find.none")
                  : t("find.count", { here: here + 1, all: count })}
            </output>
          </search>
        )}
      </div>
      <div ref={page} className="px-4 pt-3">
        {isEmpty ? (
          <p className="text-ink-2">{t("guide.empty")}</p>
        ) : (
          <GuidelinesText prose={prose} label={title} kindName={kindName} />
        )}
      </div>
    </div>
  );
}
