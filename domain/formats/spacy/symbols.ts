/**
 * Strings that spaCy's StringStore knows by a number instead of a hash, in their order, from `spacy.symbols.IDS` of spaCy 3.8.18 (MIT).
 * A file that hashes one of them cannot be opened.
 */
function* names(): Generator<string> {
  yield "";
  yield* "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY".split(
    " ",
  );
  for (let flag = 19; flag <= 63; flag += 1) yield `FLAG${flag}`;
  yield* "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE".split(
    " ",
  );
  for (let nth = 1; nth <= 276; nth += 1) yield `DEPRECATED${String(nth).padStart(3, "0")}`;
  yield* "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _".split(
    " ",
  );
}

const numbers = new Map([...names()].map((name, nth) => [name, nth]));

export const symbolNumber = (text: string): number | undefined => numbers.get(text);
