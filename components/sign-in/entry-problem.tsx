"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Entry } from "@/components/sign-in/enter";
import { ErrorNote } from "@/components/ui/error-note";

type Refused = Extract<Entry, { ok: false }>;

const known = [
  "signed-out",
  "unavailable",
  "not-found",
  "invalid",
  "name-missing",
  "email-wrong",
  "email-taken",
  "password-too-short",
  "password-too-long",
  "password-common",
  "password-personal",
] as const;
const advised = ["signed-out", "unavailable", "not-found"] as const;

/** Why nobody came in, in words; after too many attempts with the seconds still to wait. */
export function EntryProblem({ refused }: { refused: Refused }) {
  const t = useTranslations("signIn");
  if (refused.code === "rate-limited") return <Waiting seconds={refused.waitSeconds ?? 1} />;
  if (refused.code === "unreachable") return <ErrorNote happened={t("unreachable")} next={t("unreachableNext")} />;
  const code = known.find((each) => each === refused.code) ?? "unavailable";
  const advice = advised.find((each) => each === code);
  return <ErrorNote happened={t(`errors.${code}`)} {...(advice ? { next: t(`errorsNext.${advice}`) } : {})} />;
}

function Waiting({ seconds }: { seconds: number }) {
  const t = useTranslations("signIn");
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const tick = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(tick);
  }, []);
  return <ErrorNote happened={t("wait")} next={left > 0 ? t("waitNext", { seconds: left }) : t("waitOver")} />;
}
