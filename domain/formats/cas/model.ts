import type { Value } from "@/domain/interchange/document";

export const noteType = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
export const sentenceType = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
export const tokenType = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";

/** A feature structure: values under their names, references to others as ids. */
export type FeatureStructure = {
  id: string;
  type: string;
  values: Record<string, Value>;
  refs: Record<string, readonly string[]>;
  line?: number;
};

/** What a file of either notation holds. */
export type Cas = {
  structures: Map<string, FeatureStructure>;
  /** Ids that stood there twice; the first one counts. */
  twice: FeatureStructure[];
};

export const sofaType = "uima.cas.Sofa";
export const annotationType = "uima.tcas.Annotation";
export const documentType = "uima.tcas.DocumentAnnotation";

/** The types that this product's files use, beside those that every system has. */
export type TypeDescription = { name: string; supertype: string; features: readonly (readonly [string, string])[] };
