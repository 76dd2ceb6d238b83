import type { Metadata } from "next";
import { licences } from "@/app/licences/licences";
import { LicencesPage } from "@/components/pages/licences-page";
import { translator } from "@/messages/translator";

export const metadata: Metadata = { title: translator("pages")("licencesTitle") };

export default function Page() {
  return <LicencesPage licences={licences()} />;
}
