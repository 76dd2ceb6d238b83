"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";

/** Milliseconds until the page is asked for again. */
const pause = 3000;

/** How many events are not on the timeline yet because they have just come or changed; asks again until all are. */
export function PendingEvents({ count }: { count: number }) {
  const t = useTranslations("timeline");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [router]);
  return <Banner tone="wait">{t("pending", { count })}</Banner>;
}
