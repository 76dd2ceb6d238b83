"use client";

import type { ClaimAttributes } from "@/domain/tag/claim";
import type { Annotation } from "@/domain/tag/tag";

export type ClaimChange = (change: { [K in keyof ClaimAttributes]?: ClaimAttributes[K] | undefined }) => void;

export type FormProps<C> = { annotation: Annotation; change: C; disabled: boolean };
