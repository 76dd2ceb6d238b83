import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AllWords } from "@/components/intl/words";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { translator } from "@/messages/translator";
import { demoIsOpen } from "@/server/operations/enter-demo";
import { currentActor } from "@/server/session/actor";

export const metadata: Metadata = { title: translator("signIn")("title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { next } = await searchParams;
  const onward = typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/work";
  if (await currentActor()) redirect(onward);
  return (
    <AllWords>
      <SignInPage demo={demoIsOpen()} next={onward} />
    </AllWords>
  );
}
