import { batch, choice, date, type Preset, text } from "@/domain/codebook/presets/parts";

/** The usual four classes of CoNLL-2003 and the dates and amounts of OntoNotes; places have a kind of their own already. */
export const namedEntities: Preset = {
  labels: [
    {
      slug: "person",
      name: "Person",
      definition: "The name of one person, without titles.",
      examples: [
        { text: "President [Joseph Aoun] said" },
        { text: "[the president] said", right: false, comment: "Describes, does not name." },
      ],
      colour: "indigo",
      shape: "ring",
      key: "4",
    },
    {
      slug: "organisation",
      name: "Organisation",
      definition: "The name of a company, party, agency, armed force, team or other body.",
      examples: [{ text: "the [World Food Programme] suspended flights" }],
      colour: "teal",
      shape: "square",
      key: "5",
      attributes: [choice("Type", "Government", "Armed force", "Party", "Company", "Media", "Charity", "Other")],
    },
    {
      slug: "location",
      name: "Location",
      definition:
        "The name of a place, for datasets that want every name as one label. Use the kind place to say where it is.",
      colour: "brown",
      shape: "diamond",
      key: "6",
    },
    {
      slug: "miscellaneous",
      name: "Other name",
      definition: "Nationalities, languages, laws, works, events and products.",
      examples: [{ text: "the [Geneva Conventions]" }, { text: "a [Syrian] pilot" }],
      colour: "magenta",
      shape: "star",
      key: "7",
    },
    {
      slug: "date",
      name: "Date or time",
      definition: "A day, period or time of day.",
      colour: "olive",
      shape: "hexagon",
      key: "8",
      attributes: [date("Day")],
    },
    {
      slug: "amount",
      name: "Amount",
      definition: "Money, a percentage or another quantity with its unit.",
      colour: "orange",
      shape: "triangle",
      key: "9",
      attributes: [text("Unit")],
    },
  ],
  reportFields: [batch],
};
