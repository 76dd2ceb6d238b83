"use client";

import type { ComponentProps } from "react";
import { InterfaceFrame } from "@/components/intl/frame";
import { AllWords } from "@/components/intl/words";

/** The frame with all its words, for whatever stands alone. */
export function InterfaceProvider({ children, ...frame }: ComponentProps<typeof InterfaceFrame>) {
  return (
    <InterfaceFrame {...frame}>
      <AllWords>{children}</AllWords>
    </InterfaceFrame>
  );
}
