"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ErrorPage } from "@/components/pages/error-page";
import { thisDevice } from "@/components/pages/this-device";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  return (
    <ErrorPage
      digest={error.digest}
      device={thisDevice}
      onAgain={() =>
        startTransition(() => {
          router.refresh();
          reset();
        })
      }
    />
  );
}
