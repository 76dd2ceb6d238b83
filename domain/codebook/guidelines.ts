/** The conventions a new project starts with, in Markdown; every project may write its own. */
export const defaultGuidelines = `# How we tag

Tag what the report says, not what you know. Two people who follow this page should tag the same words.

## Claims

- A claim is the **content**: the words after "that", without "said", "according to" and the final full stop.
- One claim says one thing. A purpose ("in order to cut the road") is an **intention** of its own; what is expected to
  happen is a **forecast**. Neither is ever an event.
- What a sentence takes for granted (an apposition, a relative clause, "the town, taken last May, …") is **background**.
- A source that denies somebody else's claim makes a **denial**. A claim that something did *not* happen is **negated**.
- Certainty is the source's, read off its hedge words only. No hedge: **certain**. *Considered, expected, seems*:
  **probable**. *May, could, would*: **possible**.
- "Said on Monday that the phase ended": Monday dates the saying, not the ending.
- Quantities are as the report gives them. What it does not say stays blank: blank is not zero.
- Headlines are tagged too, and linked to the sentence they sum up as **restates**.

## Places

- Tag the name as written, without "near" or "in". Names inside other names are tagged as well.
- Choose the feature type before a link: a province is not the city it is named after.
- Link each claim to the **narrowest** place that the text gives. The primary one gives the coordinates.
- A road has its ends as nodes; "eastern" and "west of the road" are its direction.

## Sources

- Tag the words that name the speaker ("the sources added") and link them to an entity.
- An unnamed source lives within its outlet: two outlets' "field sources" are strangers.
- No source named: attribute the claim to the **article itself**.

## Grades

- Reliability (A–F) belongs to the source, credibility (1–6) to the claim. Ungraded is not F6.
- An outlet that copies another **repeats** it; five copies of one wire are one source.
`;
