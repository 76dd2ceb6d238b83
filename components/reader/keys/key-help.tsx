"use client";

import { useTranslations } from "use-intl";
import { printed } from "@/components/reader/keys/chord";
import { groups, type KeyRow, registry } from "@/components/reader/keys/registry";
import { singleKeys, useSingleKeys } from "@/components/reader/keys/single-keys";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const rows: readonly KeyRow[] = registry;

/** All keys, made from the registry, and the switch for those who must not have single ones. */
export function KeyHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("keys");
  const singles = useSingleKeys();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("lead")} wide>
      <Checkbox label={t("single")} hint={t("singleHint")} checked={singles} onChange={(on) => singleKeys.set(on)} />
      <div className="mt-6 gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="eyebrow mb-2">{t(`groups.${group}`)}</h3>
            <dl>
              {rows
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
