"use client";

import { AnswerCard } from "@/components/reader/decisions/answer-card";
import { ReviewCard } from "@/components/reader/decisions/review-card";
import { useReader } from "@/components/reader/session/use-session";

/** The reviewer's card, or for an analyst what came back from reviewers. */
export function Deciding() {
  return useReader((state) => state.me.mayDecide) ? <ReviewCard /> : <AnswerCard />;
}
