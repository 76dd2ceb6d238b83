/** http://www.w3.org/TR/annotation-model/: every file names this context first. */
export const context = "http://www.w3.org/ns/anno.jsonld";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ours = "urn:glossator:";

/** An id as an IRI. Relative ones vanish where a reader has no base. */
export const iriOf = (id: string): string => (uuid.test(id) ? `urn:uuid:${id}` : `${ours}${encodeURIComponent(id)}`);

/** The id that an IRI was made of; any other IRI is an id itself. */
export function idOfIri(iri: string): string {
  if (iri.startsWith("urn:uuid:")) return iri.slice("urn:uuid:".length);
  if (!iri.startsWith(ours)) return iri;
  try {
    return decodeURIComponent(iri.slice(ours.length));
  } catch {
    return iri;
  }
}

export const textual = (purpose: string, value: string, more: object = {}) => ({
  type: "TextualBody",
  purpose,
  value,
  ...more,
});

/** What the model has no words for, as JSON in a body: numbers stay what they are, whatever RDF makes of numbers. */
export const json = (value: object) => textual("describing", JSON.stringify(value), { format: "application/json" });
