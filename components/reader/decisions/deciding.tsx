"use client";

import { useState } from "react";
import { useReader } from "@/components/annotate/use-desk";
import { AnswerCard } from "@/components/reader/decisions/answer-card";
import { ReviewCard } from "@/components/reader/decisions/review-card";

/** The reviewer's card, also when they have just closed the report; for an analyst what came back from reviewers. */
export function Deciding() {
  const mayDecide = useReader((state) => state.me.mayDecide);
  const [isReviewer] = useState(mayDecide);
  return mayDecide || isReviewer ? <ReviewCard /> : <AnswerCard />;
}
