"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ErrorPage } from "@/components/pages/error-page";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  return (
    <ErrorPage
      digest={error.digest}
      onAgain={() =>
        startTransition(() => {
          router.refresh();
          reset();
        })
      }
    />
  );
}
