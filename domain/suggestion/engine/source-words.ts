/** The words by which a text says that somebody said something. English and Arabic. */

export const SAYING =
  "said|says|say|added|adds|told|stated|states|reported|reports|announced|announces|declared|confirmed|confirms|claimed|claims|noted|notes|stressed|explained|warned|revealed|disclosed|pointed out|pointed to|underlined|denied|denies|wrote|writes|insisted|argued|argues|alleged|acknowledged|admitted|asserted|suggested|tweeted|commented|remarked|testified|estimates|estimated|quoted|believes|believe";
/** Between who speaks and the verb. */
const BETWEEN = String.raw`(?:(?:,? ?\(?(?:however|meantime|meanwhile|too|also|further|later|earlier|previously|again|then|now|recently|on \p{Lu}\p{L}+day|\p{Lu}\p{L}+day|in the meantime|yesterday|today|in turn)\)?,?) ?){0,2}`;

/** Who speaks stands right before this; group 1 is what stands between, group 2 the verb. */
export const SAID = new RegExp(
  String.raw`(?<![\p{L}])(?<=[\p{L}\p{N}.)’'] ?,? ?)((?:has|have|had) )?(?:${SAYING})(?!\p{L})`,
  "gu",
);
export const ADVERBS = new RegExp(`(?:,? ?${BETWEEN})$`, "u");
export const ACCORDING = /(?<!\p{L})(?:[Aa]ccording to|[Aa]s reported by|[Cc]iting|[Qq]uoting) /gu;
/** ", said the minister": whoever speaks stands behind. */
export const INVERTED = new RegExp(String.raw`["”’,] ,? ?(?:${SAYING}) (?=(?:the |a |an )?\p{L})`, "gu");

/** A subject that speaks ends with one of these, or is a name. */
export const SPEAKER =
  /(?:^|[\s-])(?:sources?|officials?|residents?|witness(?:es)?|eyewitness(?:es)?|spokes(?:man|woman|person|people|persons)|minist(?:ry|er|ers)|army|military|agency|agencies|activists?|commanders?|reports?|statements?|police|observatory|monitors?|president|governor|mayor|media|television|doctors?|medics?|analysts?|experts?|journalists?|reporters?|correspondents?|newspapers?|channel|group|organi[sz]ation|authorities|government|embassy|committee|council|court|investigators?|survivors?|villagers?|locals|locals|people|soldiers?|fighters?|rebels|militants|leaders?|envoy|ambassador|diplomats?|secretary|general|colonel|captain|prosecutors?|lawyers?|relatives?|families|prisoners?|director|head|chief|coach|scientists?|researchers?|professor|website|outlet|network|union|party|forces?|command|defen[cs]e)$/iu;
/** Anything after which a subject cannot go on to the left. */
export const STOPS =
  /[,;:.!?"“”«»()—–]|(?<!\p{L})(?:and|but|that|as|while|when|because|if|which|who|whom|where|after|before|since|although|though|so|than|or|what|how|whether|until|in which)(?!\p{L})/giu;
/** A passive or a plan is nobody's saying. */
export const NOT_SAID =
  /(?:^|\s)(?:is|are|was|were|be|been|being|to|will|would|can|could|may|might|should|not|never|it|he|she|they|we|I|you|who|which|that)\s*$/i;

export const ARABIC_SAYING =
  "قال|قالت|قالوا|أضاف|أضافت|أفاد|أفادت|ذكر|ذكرت|أعلن|أعلنت|أكد|أكدت|أوضح|أوضحت|أشار|أشارت|صرح|صرحت|نفى|نفت|كشف|كشفت|زعم|زعمت|بين|بينت|شدد|شددت";
const ARABIC_SPEAKER =
  "مصدر|مصادر|مسؤول|مسؤولون|مسؤولين|ناطق|متحدث|المتحدث|الناطق|وزارة|وزير|رئيس|قائد|محافظ|مراسل|شهود|شاهد|ناشط|ناشطون|نشطاء|سكان|أهالي|وكالة|المرصد|مرصد|قيادة|الجيش|بيان|طبيب|أطباء|محلل|خبير|سفير|شبكة|موقع|المصدر|المصادر|الوكالة|الوزارة|المسؤول";
/** "Announced the death of three after …": what is announced begins here, or when it was. */
const ARABIC_DEED =
  "مقتل|استشهاد|وفاة|إصابة|جرح|نزوح|اعتقال|احتجاز|تدمير|سقوط|وقوع|السيطرة|سيطرة|استعادة|تحرير|انسحاب|وصول|بدء|انتهاء|إطلاق|إسقاط|قصف|استهداف|بعد|قبل|منذ|خلال|أثناء";
export const ARABIC_SOURCES = new RegExp(
  String.raw`(?<!\p{L})[وف]?(?:(?:${ARABIC_SAYING})|نقلا عن|نقلاً عن|بحسب|وفقا ل|وفقاً ل|حسب)(?: أيضا| أيضاً| أمس| اليوم)? ?((?:ال)?(?:${ARABIC_SPEAKER})(?: (?!أن|إن|بأن|في|من|على|عن|إلى|لـ|ل|إنه|أنه|(?:${ARABIC_DEED})(?!\p{L}))\p{L}+){0,4}?)(?= (?:أن|إن|بأن|إنه|أنه|إنها|أنها|في|من|لـ|لوكالة|عن|على|اليوم|أمس|${ARABIC_DEED})(?!\p{L})|[،,:."]|$)`,
  "gu",
);
