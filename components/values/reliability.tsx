"use client";

import { useTranslations } from "use-intl";
import { Grade } from "@/components/tag/grade";
import type { Reliability } from "@/domain/entity/entity";

/** The grade of a source with what it means; what nobody graded says so. */
export function ReliabilityGrade({ grade }: { grade: Reliability | undefined }) {
  const values = useTranslations("values");
  if (!grade) return <Grade grade={null} name={values("ungraded")} />;
  return <Grade grade={grade} name={values("reliabilityOf", { grade, meaning: values(`reliability.${grade}`) })} />;
}
