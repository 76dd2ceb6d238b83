import { useTranslations } from "use-intl";
import type { Event } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import type { Figure } from "@/domain/event/figures";

type Derived = Event["derived"];

/** The claim in a line: its summary, else its words, cut where a line ends. */
export const claimName = ({ restatement, quote }: Evidence): string => {
  const name = restatement ?? quote;
  return name.length > 160 ? `${name.slice(0, 159)}…` : name;
};

/** Where the words of a claim stand. */
export const claimHref = ({ reportId, claimId }: Pick<Evidence, "reportId" | "claimId">): string =>
  `/reports/${reportId}?tag=${claimId}`;

/** How an event's date, place, figures and origins are said in a line. */
export function useEventWords() {
  const t = useTranslations("events");

  function number({ low, high, atLeast }: Pick<Figure, "low" | "high" | "atLeast">): string {
    if (low === undefined && high === undefined) return t("noNumber");
    const said =
      low === undefined || high === undefined || low === high
        ? t("number", { number: low ?? high ?? 0 })
        : t("between", { low, high });
    return atLeast ? t("atLeast", { number: said }) : said;
  }

  return {
    number,
    figure(figure: Figure): string {
      const outcome = t(`outcome.${figure.outcome}`);
      const said = number(figure);
      return figure.who
        ? t("figureWho", { outcome, who: t(`who.${figure.who}`), number: said })
        : t("figure", { outcome, number: said });
    },
    days({ date: { from, to, meaning } }: Derived): string | undefined {
      if (from === undefined && to === undefined) return undefined;
      if (meaning === "no later than") return t("noLater", { day: to ?? "" });
      return to === undefined || to === from ? (from ?? "") : t("range", { from: from ?? "", to });
    },
    place({ place }: Derived): string | undefined {
      return place.name;
    },
    origins({ corroboration: { state, independent } }: Pick<Derived, "corroboration">): string {
      return state === "independent"
        ? t("corroboration.independent", { count: independent })
        : t(`corroboration.${state}`);
    },
  };
}
