import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AllWords } from "@/components/intl/words";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { translator } from "@/messages/translator";
import { ownPath } from "@/server/edge/own-path";
import { env } from "@/server/env";
import { demoIsOpen } from "@/server/operations/enter-demo";
import { currentActor } from "@/server/session/actor";
import { whenceOf } from "@/server/session/whence";

export const metadata: Metadata = { title: translator("signIn")("title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { next } = await searchParams;
  const onward = (typeof next === "string" && ownPath(next, env().url.origin)) || "/work";
  if (await currentActor()) redirect(onward);
  return (
    <AllWords>
      <SignInPage demo={demoIsOpen(whenceOf(await headers()))} next={onward} />
    </AllWords>
  );
}
