import { useLocale, useTranslations } from "use-intl";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import type { OtherName } from "@/domain/gazetteer/geonames-files";

/** Names of each sort that are shown. */
const shown = 4;

/** What a file of alternate names calls a place: preferred names with their language, former ones with their time. */
export function OtherNames({ of: { name, otherNames = [] } }: { of: FoundPlace }) {
  const t = useTranslations("panels.place");
  const preferred = otherNames.filter((other) => other.is === "preferred" && other.name !== name).slice(0, shown);
  const former = otherNames.filter((other) => other.is === "former").slice(0, shown);
  const lines = [
    ["otherNames", preferred],
    ["formerNames", former],
  ] as const;
  return lines.map(([line, names]) =>
    names.length > 0 ? (
      <span key={line} className="block text-small text-ink-3">
        {t.rich(line, { names: () => <Names names={names} /> })}
      </span>
    ) : null,
  );
}

function Names({ names }: { names: readonly OtherName[] }) {
  const t = useTranslations("panels.place");
  const locale = useLocale();
  return names.map(({ name, language, since, until }, at) => {
    const spoken = language !== undefined && /^[a-z]{2,3}$/.test(language);
    const facts = [
      ...(spoken ? [new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language] : []),
      ...((since ?? until) ? [t("between", { since: since ?? "none", until: until ?? "none" })] : []),
    ];
    return (
      <span key={`${name}/${language}/${since}`}>
        {at > 0 ? ", " : ""}
        <bdi>{name}</bdi>
        {facts.length > 0 ? ` (${facts.join(", ")})` : ""}
      </span>
    );
  });
}
