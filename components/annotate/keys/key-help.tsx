"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { printed } from "@/components/annotate/keys/chord";
import { type Deed, groups, type KeyRow, registry } from "@/components/annotate/keys/registry";
import { singleKeys, useSingleKeys } from "@/components/annotate/keys/single-keys";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { SearchInput } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";

const rows: readonly KeyRow[] = registry;

/** The rows with all words of a query in what they say or on their keys. */
export function rowsFor(query: string, wordsOf: (deed: Deed) => string): readonly KeyRow[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter(({ deed, keys }) => {
    const printedKeys = keys.map((chord) => printed(chord).join(" ")).join(" ");
    const names = keys.map((chord) => chord.replaceAll("+", " ")).join(" ");
    const parts = `${wordsOf(deed)} ${names} ${printedKeys}`.toLocaleLowerCase().split(/[\s,;:.…]+/);
    return wanted.every((word) => parts.some((part) => (word.length === 1 ? part === word : part.includes(word))));
  });
}

/** All keys, made from the registry, and the switch for those who must not have single ones. */
export function KeyHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("keys");
  const singles = useSingleKeys();
  const [query, setQuery] = useState("");
  const found = rowsFor(query, (deed) => t(`deeds.${deed}`));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("lead")} wide>
      <Checkbox label={t("single")} hint={t("singleHint")} checked={singles} onChange={(on) => singleKeys.set(on)} />
      <div className="sticky inset-bs-0 z-10 -mx-1 mt-4 bg-surface px-1 py-2">
        <SearchInput
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            event.preventDefault();
            event.stopPropagation();
            setQuery("");
          }}
        />
        <output aria-live="polite" className="sr-only">
          {query.trim() === "" ? "" : t("found", { count: found.length })}
        </output>
      </div>
      {found.length === 0 ? <p className="py-4 text-ink-2">{t("none")}</p> : null}
      <div className="mt-2 gap-8 sm:columns-2">
        {groups
          .filter((group) => found.some((row) => row.group === group))
          .map((group) => (
            <section key={group} className="mb-6 break-inside-avoid">
              <h3 className="eyebrow mb-2">{t(`groups.${group}`)}</h3>
              <dl>
                {found
                  .filter((row) => row.group === group)
                  .map(({ deed, keys }) => (
                    <div
                      key={deed}
                      className="flex items-start justify-between gap-4 border-b border-line py-1.5 text-small"
                    >
                      <dt>{t(`deeds.${deed}`)}</dt>
                      <dd className="flex shrink-0 flex-wrap justify-end gap-x-1.5 gap-y-1">
                        {keys.map((chord, at) => (
                          <span key={chord} className="flex gap-1">
                            {at > 0 ? <span className="text-ink-3">{t("or")}</span> : null}
                            {printed(chord).map((key) => (
                              <Kbd key={key}>{key}</Kbd>
                            ))}
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
