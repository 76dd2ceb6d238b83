import { useTranslations } from "use-intl";
import type { Copy } from "@/domain/copies/copy";

/** How much two reports share: which share of whose words. */
export function Share({ pair: { copy, original } }: { pair: Copy }) {
  const t = useTranslations("copies");
  const part = ({ words, shared }: Copy["copy"]) => (words === 0 ? 0 : Math.round((100 * shared) / words));
  return <p className="text-small text-ink-2">{t("share", { copy: part(copy), original: part(original) })}</p>;
}
