"use client";

import { useTranslations } from "use-intl";
import { entityOf } from "@/client/desk/speaker";
import { glyphOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { Glyph } from "@/components/tag/glyph";
import { Dotted } from "@/components/ui/dotted";
import type { Card } from "@/domain/suggestion/cards";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { SourceAttributes } from "@/domain/tag/source";

const wordsOf = ({ spans }: Suggestion) => spans.map(({ quote }) => quote).join(" … ");

/** A card in one sentence: who says what, where, when and how many; below it why it is suggested. */
export function CardSentence({ card, acceptance }: { card: Card; acceptance: RuleAcceptance | undefined }) {
  const t = useTranslations("panels.suggestions");
  const { main } = card;
  const rule = main.reason.rule;
  // A newer server may know a rule that this page has no words for.
  const why = t.has(`rules.${rule}` as "rules.said") ? t(`rules.${rule}` as "rules.said") : rule;
  return (
    <>
      <p className="flex items-start gap-2">
        <Glyph kind={glyphOf(main.kind)} />
        <span>{main.kind === "claim" ? <Claim card={card} /> : <Mention main={main} />}</span>
      </p>
      <p className="mt-1 text-tiny text-ink-3">
        {t("why", { rule: why, words: main.reason.words })}
        {main.reason.missing ? ` ${t("noGazetteer")}` : ""}{" "}
        {acceptance
          ? t("accepted", { accepted: acceptance.accepted, decided: acceptance.accepted + acceptance.rejected })
          : t("undecided")}
      </p>
    </>
  );
}

function Words({ main }: { main: Suggestion }) {
  const language = useReader((state) => state.report.language);
  return (
    <q dir="auto" lang={language} className="font-serif">
      {wordsOf(main)}
    </q>
  );
}

/** The name of whom a suggested source would stand for. */
function useSpeaker(source: Suggestion | undefined): string | undefined {
  const entities = useReader((state) => state.entities);
  if (source?.kind !== "source") return undefined;
  // The attributes of a source have this shape.
  return entityOf(entities, (source.attributes as SourceAttributes).entityId)?.name;
}

function Claim({ card: { main, ends, dependsOn } }: { card: Card }) {
  const t = useTranslations("panels.suggestions");
  const values = useTranslations("panels.claim");
  // The engine's attributes of a claim have this shape.
  const said = main.attributes as ClaimAttributes;
  const source = ends.find(({ kind }) => kind === "source");
  const speaker = useSpeaker(source);
  const places = ends.filter(({ kind }) => kind === "place").map(wordsOf);
  const isArticle = main.links.some(({ toArticle }) => toArticle);
  const figures = (said.quantities ?? []).flatMap(({ words }) => words ?? []);
  const facts = [
    ...(said.kind ? [values(`kinds.${said.kind}`)] : []),
    ...(said.polarity === "negated" ? [values("polarities.negated")] : []),
    ...(said.certainty && said.certainty !== "certain" ? [values(`certainties.${said.certainty}`)] : []),
    ...(said.standing === "background" ? [values("standings.background")] : []),
    ...(speaker ? [t("speaker", { name: speaker })] : []),
    ...(places.length > 0 ? [t("at", { places: places.join(", ") })] : []),
    ...(said.eventTime?.words ? [t("when", { words: said.eventTime.words })] : []),
    ...dependsOn.map((each) => t("dependsOn", { words: wordsOf(each) })),
    ...(figures.length > 0 ? [t("figures", { words: figures.join("; ") })] : []),
  ];
  return (
    <>
      {source ? t("says", { who: wordsOf(source) }) : isArticle ? t("article") : null} <Words main={main} />
      <span className="block text-ink-2">
        <Dotted facts={facts} />
      </span>
    </>
  );
}

function Mention({ main }: { main: Suggestion }) {
  const t = useTranslations("panels.suggestions");
  const place = useTranslations("panels.place");
  // The engine's attributes of a place have this shape; a source has none of these.
  const { featureType, located, candidates = [] } = main.attributes as PlaceAttributes;
  const named = ({ name, admin1, country }: NonNullable<typeof located>) =>
    [name, ...[admin1, country].filter((each) => each !== undefined && each !== name)].join(", ");
  const speaker = useSpeaker(main);
  const facts = [
    ...(speaker ? [t("speaker", { name: speaker })] : []),
    ...(featureType ? [place(`featureTypes.${featureType}`)] : []),
    ...(located ? [named(located)] : []),
    ...(!located && candidates.length > 0 ? [t("may", { places: candidates.slice(0, 3).map(named).join(" / ") })] : []),
  ];
  return (
    <>
      <Words main={main} />{" "}
      <span className="text-ink-2">
        <Dotted facts={facts} />
      </span>
    </>
  );
}
