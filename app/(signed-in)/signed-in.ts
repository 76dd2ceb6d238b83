import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { pathHeader } from "@/server/edge/protection";
import { currentActor } from "@/server/session/actor";

/** Who opened this page; whoever is signed out goes to the sign-in, which leads back here. */
export async function signedIn(): Promise<Actor> {
  const actor = await currentActor();
  return actor ?? toSignIn();
}

async function toSignIn(): Promise<never> {
  const path = (await headers()).get(pathHeader) ?? "/work";
  redirect(path === "/work" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** What an operation answered; a thing that is not there or not this person's to see is a page that is not there. */
export async function shown<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  switch (result.failure.kind) {
    case "signed-out":
      return toSignIn();
    case "not-found":
    case "forbidden":
    case "invalid":
      return notFound();
    case "unavailable":
    case "rate-limited":
    case "conflict":
    case "too-large":
    case "unsupported":
      throw new Error(`A page could not be shown: ${result.failure.kind}`);
  }
}
