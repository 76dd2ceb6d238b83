import type { Codebook } from "@/domain/codebook/codebook";

export type Label = Pick<Codebook["labels"][number], "slug" | "name">;

/** What there is to narrow a queue by; over all projects what its rows show. */
export type Choices = {
  people: readonly { id: string; name: string }[];
  labels: readonly Label[];
};
