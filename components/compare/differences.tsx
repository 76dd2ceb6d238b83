import { type Ref, useId } from "react";
import { useTranslations } from "use-intl";
import { keyOf } from "@/components/annotate/keys/registry";
import { commonAttributes, differingFields, saidAt } from "@/components/compare/fields";
import type { GroupWords } from "@/components/compare/group-words";
import type { Comparing } from "@/components/compare/use-comparison";
import { Kbd } from "@/components/ui/kbd";
import type { Group } from "@/domain/review/compare/group";
import { canonical } from "@/domain/tag/same-attributes";

export type Deciding = {
  take: (by: string) => void;
  pick: (field: string, by: string) => void;
  leaveOut: () => void;
  own: () => void;
  undecide: () => void;
};

/** What the parts of a group’s card are given. */
export type GroupProps = {
  group: Group;
  words: GroupWords;
  comparing: Comparing;
  deciding: Deciding;
  mayDecide: boolean;
  fields: Ref<HTMLElement>;
};

/** What is not alike, each field with every way it was said; one press takes it into the final tag. */
export function Differences({ group, words, comparing, deciding, mayDecide, fields }: GroupProps) {
  const t = useTranslations("compare");
  const heading = useId();
  const differing = differingFields(group, words.endOf);
  if (differing.length === 0) return null;
  const final = comparing.settled.get(group.id)?.final;
  return (
    <section ref={fields} aria-labelledby={heading} className="flex flex-col gap-2">
      <h3 id={heading} className="eyebrow flex items-center gap-1.5">
        {t("differences")} {mayDecide ? <Kbd>{keyOf("pick-fields")}</Kbd> : null}
      </h3>
      {differing.map(({ field, ways }) => (
        <div key={field} className="border-s-2 border-line ps-2.5">
          <p className="text-tiny text-ink-2">{words.fieldName(field)}</p>
          <ul>
            {ways.map(({ value, by }) => {
              const said = words.said(field, value);
              const taken = final && !comparing.settled.get(group.id)?.leftOut && isTaken(final, field, value, words);
              return (
                <li key={by.join()}>
                  <button
                    type="button"
                    disabled={!mayDecide}
                    aria-pressed={taken ?? false}
                    onClick={() => deciding.pick(field, by[0] ?? "")}
                    className="flex min-h-[24px] w-full items-baseline gap-2 rounded-1 px-1.5 py-0.5 text-start enabled:hover:bg-hover aria-pressed:bg-accent-wash"
                  >
                    <span dir="auto" className={`min-w-0 grow ${value === undefined ? "text-ink-3 italic" : ""}`}>
                      {said}
                    </span>
                    <bdi className="shrink-0 text-tiny text-ink-2">{words.namesOf(by)}</bdi>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}

function isTaken(final: Parameters<typeof saidAt>[0], field: string, value: unknown, words: GroupWords): boolean {
  return canonical(saidAt(final, field, words.endOf)) === canonical(value);
}

/** What all say alike, in few words. */
export function Alike({ group, words }: { group: Group; words: GroupWords }) {
  const t = useTranslations("compare");
  const common = commonAttributes(group);
  if (common.length === 0) return null;
  return (
    <details>
      <summary className="eyebrow min-h-6 select-none">{group.tags.length > 1 ? t("alike") : t("saidHere")}</summary>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {common.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{words.fieldName(`attributes.${name}`)}</dt>
            <dd dir="auto">{words.said(`attributes.${name}`, value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
