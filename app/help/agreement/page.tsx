import type { Metadata } from "next";
import { AgreementHelp } from "@/components/help/agreement-help";
import { AllWords } from "@/components/intl/words";
import { translator } from "@/messages/translator";

export const metadata: Metadata = { title: translator("agreement")("help.title") };

export default function Page() {
  return (
    <AllWords>
      <AgreementHelp />
    </AllWords>
  );
}
