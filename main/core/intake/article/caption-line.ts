/** Telling picture captions and photo credits from copy, by their own words (wire-formats 14.1). */

const agencies =
  '(?:AFP|AP|Reuters|REUTERS|Getty(?: Images)?|GETTY IMAGES|EPA(?:-EFE)?|EFE|ANSA|dpa|DPA|APA|KEYSTONE|Keystone|Belga|BELGA|TT|NTB|Ritzau|Kyodo|KYODO|Xinhua|Yonhap|TASS|Shutterstock|SHUTTERSTOCK|Alamy|ALAMY|iStock|Bloomberg|PA(?: Images| Wire)?|Press Association|The Canadian Press|THE CANADIAN PRESS|picture[- ]alliance|imago(?:[- ]images)?|IMAGO|ddp|epd|KNA|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?|Anadolu(?: Agency)?|Sputnik|VCG|NurPhoto|ZUMA(?: Press)?|Handout|HANDOUT)';

const photoWord =
  '(?:photos?|photographs?|pictures?|images?|file photos?|illustration|graphic|foto(?:s|grafie|grafía|grafia|graf)?|bild(?:er|quelle|nachweis|rechte)?|bildnachweis|archivfoto|symbolbild|symbolfoto|grafik|photographie|crédits?|crédit photos?|imagen|imagem|immagine|créditos?|credito|credits?|credit line|picture credit|photo credit|image credit|image source|photo courtesy|фото|照片|图片|图|写真|撮影|사진|صورة|תמונה)';

/** A bracket that gives the photographer or agency: '(Photo by …)', '[Foto: …]', '(AP Photo/…)', '(… via AP)'. */
const bracketed = new RegExp(
  `[([（]\\s*(?:${photoWord}\\s*(?:by|von|par|por|di|de|:|：|/|©|credit|courtesy)|(?:AP|AFP|EPA|CTK|PA)\\s+(?:Photo|PHOTO)|via |[^()\\[\\]]{0,80}(?:/|\\bvia )\\s*${agencies}|courtesy|©|handout|${agencies}\\s*/)[^()]{0,120}(?:\\([^()]{0,40}\\)[^()]{0,60})?[)\\]）]`,
  'iu',
);
const bareAgency = [
  /(?:^|[\s.])(?:REUTERS|EPA(?:-EFE)?|AP|AFP|EFE|ANSA|KEYSTONE|dpa)\/(?:\p{Lu}|-|stringer|handout)[^.!?]{0,80}\.?\s*(?:$|ATTENTION EDITORS)/u,
  new RegExp(`(?:/|via |\\u00a9 ?|[|–—-] )\\s*${agencies}(?:\\s*/\\s*[^/.]{1,40}){0,2}[\\s)./]*$`, 'u'),
  /\bAFP PHOTO\s*\/|\bTHE CANADIAN PRESS\/|\bAP Photo\//u,
  new RegExp(
    `(?:^|[.!?)"”»]\\s+|[|–—-]\\s*)${photoWord}\\s*(?:by|von|par)?\\s*[:：|]\\s*(?!.*[.!?]\\s+\\p{Lu}\\p{Ll}+\\s+\\p{Ll})[^.!?\\n]{2,90}\\.?$`,
    'iu',
  ),
  /(?:[.!?)"”»]|^.{20,})\s+©\s*[^.!?\n]{2,80}$/u,
];
const shouted =
  /\b(?:RESTRICTED TO EDITORIAL USE|EDITORIAL USE ONLY|MANDATORY CREDIT|NO MARKETING|NO (?:RE)?SALES|NO ARCHIVES?|ATTENTION EDITORS|[A-Z]{3,}(?: [A-Z]+){0,3} OUT)\b(?=[\s,;./–"-]|$)/u;
const openings = [
  /^(?:this|an?|the|in this|undated)\s+(?:[\p{L}-]+\s+){0,3}?(?:photo(?:graph)?|picture|image|frame grab|screen ?grab|screenshot|still)\s*,?\s+(?:taken|released|provided|made|obtained|shot|dated|from (?:video|the)|shows?|issued|supplied|distributed|captured|posted)\b/iu,
  /^(?:FILE(?: PHOTO| PICTURE| -| –| —|-|:)|TOPSHOT|COMBO\b|ARCHIV\s*-|ARCHIVBILD|FOTO DE ARCHIVO|PHOTO D['’]ARCHIVES?|HANDOUT\b)/u,
  /^(?:dieses (?:foto|bild|handout|undatierte)|das (?:foto|bild|undatierte foto)|auf diesem (?:foto|bild)|cette photo|cette image|sur cette (?:photo|image)|esta (?:foto|imagen|fotografía)|en esta (?:foto|imagen|fotografía)|esta imagem|nesta (?:foto|imagem)|questa foto|in questa foto|на (?:этом )?(?:фото|снимке)) /iu,
  /^(?:(?:photo|image|picture|foto|bild)\s*)?(?:caption|bildunterschrift|bildtext|légende|pie de foto|leyenda|legenda|didascalia)\s*[:：]\s*\S/iu,
];

/** 'FILE-LOCK opens' begins with a slugline, as wires join two words; 'FILE-In this photo' does not. */
const slugline = /^\p{Lu}+-\p{Lu}{2}/u;

/** Whether a line is a caption: a sign-off, restrictions, or an opening that only captions have. */
export function isCaption(text: string): boolean {
  if (text.length < 12 || text.length > 4_000) return false;
  if (!slugline.test(text) && openings.some(pattern => pattern.test(text))) return text.length < 2_500;
  if (shouted.test(text)) return true;
  // A sign-off stands at the end of a caption; within long copy such brackets are talk about pictures.
  if (text.length > 1_500) return false;
  const match = bracketed.exec(text);
  if (match && (match.index + match[0].length > text.length - 60 || text.length < 500)) return true;
  return bareAgency.some(pattern => pattern.test(text));
}

const creditAlone = [
  new RegExp(
    `^${photoWord}(?:\\s+(?:by|credit|credits|courtesy(?: of)?|von|par|por|de|di))?\\s*(?:[:：|/©-]|\\b(?:by|von|par|courtesy of)\\b)\\s*(?!.*[.!?]\\s+\\S).{2,100}$`,
    'iu',
  ),
  /^(?:©|\(c\))\s*(?!(?:19|20)\d\d)[^.!?]{2,80}$/iu,
  new RegExp(`^[([]?(?:[\\p{L}\\p{M}'’. -]{2,60}\\s*(?:/|\\bvia\\b|\\|)\\s*){1,3}${agencies}[)\\]]?$`, 'u'),
  /^[([]?(?:AP|AFP|EPA|REUTERS|Reuters)(?:\s*(?:Photo|PHOTO))?\s*\/\s*[\p{L}\p{M}'’./ -]{2,80}[)\]]?$/u,
  /^(?:Getty Images|GETTY IMAGES|AFP via Getty Images|Shutterstock|Courtesy of [^.]{2,60}|iStock|Alamy(?: Stock Photo)?)$/u,
];

/** Whether a line is a photo credit and no more: 'Photo: Ada Lindqvist', 'REUTERS/Ada Lindqvist', '© Harbour Office'. */
export function isCreditAlone(text: string): boolean {
  return text.length <= 130 && creditAlone.some(pattern => pattern.test(text));
}
