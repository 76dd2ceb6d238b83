"use client";

import { useLocale, useTranslations } from "use-intl";
import { entityOf } from "@/client/desk/speaker";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { attributedTo } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { EntityPicker } from "@/components/reader/entities/entity-picker";
import { ChoiceField, Group, LongTextField, SelectField, TextField } from "@/components/reader/inspector/fields";
import { Quantities } from "@/components/reader/inspector/quantities";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import { Explain } from "@/components/values/explain";
import { tidy } from "@/domain/change/content";
import type { EntityId } from "@/domain/ids";
import type { ClaimAttributes } from "@/domain/tag/claim";
import {
  actorRoles,
  certainties,
  claimKinds,
  polarities,
  standings,
  timeBases,
  timePrecisions,
} from "@/domain/tag/claim-values";
import { type Guessable, guessesIn } from "@/domain/tag/guessed";
import type { Annotation } from "@/domain/tag/tag";

type Change = (change: { [K in keyof ClaimAttributes]?: ClaimAttributes[K] | undefined }) => void;
export type FormProps<C> = { annotation: Annotation; change: C; disabled: boolean };

const credibilities = ["1", "2", "3", "4", "5", "6"] as const;

/** Everything an analyst can say about a claim; what is empty folds away. */
export function ClaimForm({ annotation, change, disabled }: FormProps<Change>) {
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

/** What was read off the claim's own words, to be confirmed in one go, or each by a press on it. */
function Guesses({ said, guesses, change }: { said: ClaimAttributes; guesses: readonly Guessable[]; change: Change }) {
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

function When({ said, change, disabled }: { said: ClaimAttributes; change: Change; disabled: boolean }) {
  const t = useTranslations("panels.claim");
  const none = useTranslations("panels")("none");
  const time = said.eventTime ?? {};
  const set = (part: Record<string, string | undefined>) => {
    const next = tidy({ ...time, ...part });
    change({ eventTime: Object.keys(next).length > 0 ? (next as ClaimAttributes["eventTime"]) : undefined });
  };
  const dates = [time.from, time.to].filter(Boolean).join(" – ");
  return (
    <Group title={dates ? t("whenFilled", { date: dates }) : t("when")} filled={said.eventTime !== undefined}>
      <TextField
        type="date"
        label={t("from")}
        value={time.from}
        disabled={disabled}
        onChange={(from) => set({ from })}
      />
      <TextField
        type="date"
        label={t("to")}
        value={time.to}
        disabled={disabled}
        error={time.from && time.to && time.to < time.from ? t("timeOrder") : undefined}
        onChange={(to) => set({ to })}
      />
      <ChoiceField
        label={t("precision")}
        options={timePrecisions.map((value) => ({ value, label: t(`precisions.${value}`) }))}
        value={time.precision}
        disabled={disabled}
        onChange={(precision) => set({ precision })}
      />
      <SelectField
        label={t("basis")}
        options={timeBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
        value={time.basis}
        none={none}
        disabled={disabled}
        onChange={(basis) => set({ basis })}
      />
      <TextField label={t("timeWords")} value={time.words} disabled={disabled} onChange={(words) => set({ words })} />
    </Group>
  );
}

function Actors({ said, change, disabled }: { said: ClaimAttributes; change: Change; disabled: boolean }) {
  const t = useTranslations("panels.claim");
  const tEntity = useTranslations("panels.entity");
  const entities = useReader((state) => state.entities);
  const actors = said.actors ?? [];
  const set = (next: typeof actors) => change({ actors: next.length > 0 ? next : undefined });
  const add = (entityId: EntityId) => {
    if (!actors.some((actor) => actor.entityId === entityId)) {
      set([...actors, { entityId, role: actors.length === 0 ? "initiator" : "target" }]);
    }
  };
  return (
    <Group
      title={actors.length > 0 ? t("actorsFilled", { count: actors.length }) : t("actors")}
      filled={actors.length > 0}
    >
      {actors.map((actor, at) => {
        const name = entityOf(entities, actor.entityId)?.name ?? "…";
        return (
          <div key={actor.entityId} className="flex items-center gap-2">
            <span dir="auto" className="min-w-0 grow truncate text-small font-medium">
              {name}
            </span>
            <Segmented
              label={t("actorRole", { name })}
              options={actorRoles.map((value) => ({ value, label: t(`actorRoles.${value}`) }))}
              value={actor.role}
              disabled={disabled}
              onChange={(role) => set(actors.map((each, index) => (index === at ? { ...each, role } : each)))}
            />
            <IconButton
              size="small"
              label={tEntity("remove", { name })}
              icon={<Icon name="close" />}
              disabled={disabled}
              onClick={() => set(actors.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      <EntityPicker
        label={t("addActor")}
        value={null}
        onChange={(id) => id && add(id)}
        disabled={disabled}
        kind="armed or state actor"
      />
    </Group>
  );
}

const languageName = (code: string, locale: string) =>
  new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
