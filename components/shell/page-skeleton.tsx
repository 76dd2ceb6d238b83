"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a plain page while its content is on its way. */
export function PageSkeleton() {
  const t = useTranslations("pages");
  return (
    <div className="mx-auto w-full max-w-6xl grow px-4 pt-10 sm:px-6">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-9 w-72" />
      <Skeleton className="mt-3 w-48" />
      <div className="mt-10 space-y-6">
        <Skeleton />
        <Skeleton className="w-11/12" />
        <Skeleton className="w-4/5" />
      </div>
    </div>
  );
}
