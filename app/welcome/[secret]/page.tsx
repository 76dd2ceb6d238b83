import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AllWords } from "@/components/intl/words";
import { FollowLinkPage } from "@/components/sign-in/follow-link-page";
import { translator } from "@/messages/translator";
import { readLink } from "@/server/operations/follow-link";

export const metadata: Metadata = { title: translator("signIn")("joinTitle") };

export default async function Page({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const link = await readLink(secret);
  if (!link.ok) notFound();
  return (
    <AllWords>
      <FollowLinkPage secret={secret} {...link.value} />
    </AllWords>
  );
}
