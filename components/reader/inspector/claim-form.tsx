"use client";

import { useLocale, useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { attributedTo } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { Actors } from "@/components/reader/inspector/claim-actors";
import { When } from "@/components/reader/inspector/claim-when";
import { ChoiceField, LongTextField, SelectField } from "@/components/reader/inspector/fields";
import type { ClaimChange, FormProps } from "@/components/reader/inspector/form-props";
import { Quantities } from "@/components/reader/inspector/quantities";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Explain } from "@/components/values/explain";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { certainties, claimKinds, polarities, standings } from "@/domain/tag/claim-values";
import { type Guessable, guessesIn } from "@/domain/tag/guessed";
import type { Annotation } from "@/domain/tag/tag";

const credibilities = ["1", "2", "3", "4", "5", "6"] as const;

/** Everything an analyst can say about a claim; what is empty folds away. */
export function ClaimForm({ annotation, change, disabled }: FormProps<ClaimChange>) {
  const t = useTranslations("panels.claim");
  const none = useTranslations("panels")("none");
  const locale = useLocale();
  const report = useReader((state) => state.report);
  const { languages, codebook } = useReader((state) => state.project);
  // The attributes of a claim were checked against this shape by the server, or written by this form.
  const said = annotation.attributes as ClaimAttributes;
  const own = languages[0] ?? "en";
  const foreign = report.language.split("-")[0] !== own.split("-")[0];
  const credibility = credibilities.find((each) => each === String(said.credibility));
  const guesses = annotation.state === "accepted" || disabled ? [] : guessesIn(said);
  const guessed = (name: (typeof guesses)[number]) => guesses.includes(name);

  return (
    <div className="flex flex-col gap-2">
      <LongTextField
        label={t("restatement")}
        value={said.restatement}
        rows={1}
        disabled={disabled}
        hint={foreign && !said.restatement ? t("restatementHint", { language: languageName(own, locale) }) : undefined}
        onChange={(restatement) => change({ restatement })}
      />
      <Guesses said={said} guesses={guesses} change={change} />
      <Assessment said={said} guessed={guessed} disabled={disabled} change={change} credibility={credibility} />
      <GradeLine annotation={annotation} />
      {codebook.eventTypes.length > 0 ? (
        <SelectField
          label={t("eventType")}
          options={codebook.eventTypes.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={said.eventType}
          none={none}
          disabled={disabled}
          onChange={(eventType) => change({ eventType })}
        />
      ) : null}
      <When said={said} change={change} disabled={disabled} />
      <Actors said={said} change={change} disabled={disabled} />
      <Quantities value={said.quantities ?? []} disabled={disabled} onChange={(quantities) => change({ quantities })} />
      <div className="flex flex-col gap-2 border-t border-line pt-2">
        <Checkbox
          label={t("checkWorthy")}
          checked={said.checkWorthy ?? false}
          disabled={disabled}
          onChange={(on) => change({ checkWorthy: on || undefined })}
        />
        <TagNote label={t("note")} said={said} disabled={disabled} onChange={change} />
      </div>
    </div>
  );
}

/** What kind of claim it is, and how sure and how credible it is said to be. */
function Assessment({
  said,
  guessed,
  disabled,
  change,
  credibility,
}: {
  said: ClaimAttributes;
  guessed: (name: Guessable) => boolean;
  disabled: boolean;
  change: ClaimChange;
  credibility: (typeof credibilities)[number] | undefined;
}) {
  const t = useTranslations("panels.claim");
  return (
    <>
      <ChoiceField
        label={t("kind")}
        options={claimKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={said.kind}
        guessed={guessed("kind")}
        disabled={disabled}
        onChange={(kind) => change({ kind })}
      />
      <ChoiceField
        label={t("certainty")}
        options={certainties.map((value) => ({ value, label: t(`certainties.${value}`) }))}
        value={said.certainty ?? "unspecified"}
        guessed={guessed("certainty")}
        disabled={disabled}
        onChange={(certainty) => change({ certainty })}
      />
      <ChoiceField
        label={t("polarity")}
        options={polarities.map((value) => ({ value, label: t(`polarities.${value}`) }))}
        value={said.polarity}
        guessed={guessed("polarity")}
        disabled={disabled}
        onChange={(polarity) => change({ polarity })}
      />
      <ChoiceField
        label={t("standing")}
        options={standings.map((value) => ({ value, label: t(`standings.${value}`) }))}
        value={said.standing}
        guessed={guessed("standing")}
        explained={<Explain term="standing" />}
        disabled={disabled}
        onChange={(standing) => change({ standing })}
      />
      <ChoiceField
        label={t("credibility")}
        options={credibilities.map((value) => ({ value, label: value, name: t(`credibilities.${value}`) }))}
        value={credibility}
        explained={<Explain term="credibility" />}
        disabled={disabled}
        onChange={(value) => change({ credibility: value ? Number(value) : undefined })}
      />
    </>
  );
}

/** What was read off the claim's own words, to be confirmed in one go, or each by a press on it. */
function Guesses({
  said,
  guesses,
  change,
}: {
  said: ClaimAttributes;
  guesses: readonly Guessable[];
  change: ClaimChange;
}) {
  const t = useTranslations("panels.claim");
  const keyOf = useKeyOf();
  const confirm = () => {
    if (guesses.length === 0) return false;
    change(Object.fromEntries(guesses.map((name) => [name, said[name]])));
    return undefined;
  };
  useDeeds({ "confirm-guesses": confirm });
  if (guesses.length === 0) return null;
  return (
    <div className="flex items-center gap-2 border-t border-line pt-2 text-tiny text-ink-2">
      <span className="grow">{t("guesses", { count: guesses.length })}</span>
      <Button size="small" kbd={keyOf("confirm-guesses")} onClick={confirm}>
        {t("confirm")}
      </Button>
    </div>
  );
}

/** Where the two letters of the grade come from. */
function GradeLine({ annotation }: { annotation: Annotation }) {
  const t = useTranslations("panels.claim");
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const reliability = attributedTo({ annotations, relations, entities }, annotation)?.reliability;
  const { credibility } = annotation.attributes as ClaimAttributes;
  if (!reliability && !credibility) return null;
  return (
    <p className="ps-[7.125rem] text-tiny text-ink-3">
      {t("gradeHint", { reliability: reliability ?? "–", credibility: credibility ?? "–" })}
    </p>
  );
}

const languageName = (code: string, locale: string) =>
  new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
