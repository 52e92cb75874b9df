import type { NoticeKind, RestrictionKind } from '../../../contract/rights.ts';
import { barredNouns, nounPattern } from './barred-nouns.ts';
import type { Meaning } from './readings.ts';

/** One line of the grammar: words, and what they mean. Any case; the capital test is the caller's. */
export interface Token {
  readonly pattern: RegExp;
  readonly read: (words: string) => readonly Meaning[];
  /** What must or may follow the words and belongs to them. */
  readonly follow: Follow | null;
}

export type Follow = 'credit' | 'date' | 'territories';

const picture = '(?:PICTURE|IMAGE|PHOTO|PHOTOGRAPH|FOOTAGE|VIDEO|STILL|CONTENT|MATERIAL|HANDOUT)S?';
/** 'THIS PICTURE IS', 'IMAGES MAY ONLY BE': what may stand before a rule without changing it. */
const subject = `(?:(?:(?:THIS|THESE|THE|ALL) )?${picture} (?:(?:IS|ARE|WAS|WERE|HAS BEEN|MAY|CAN|MUST|SHALL)(?: ONLY)?(?: BE)?|INTENDED)(?: (?:USED|INTENDED|PROVIDED|RESTRICTED|AVAILABLE|FREE|DISTRIBUTED))? )`;

const rule =
  (...kinds: readonly RestrictionKind[]) =>
  (): readonly Meaning[] =>
    kinds.map(kind => ({ type: 'restriction', kind }));
const notice =
  (...kinds: readonly NoticeKind[]) =>
  (): readonly Meaning[] =>
    kinds.map(kind => ({ type: 'notice', kind }));
const label = (): readonly Meaning[] => [{ type: 'label' }];
const tag = (name: string) => (): readonly Meaning[] => [{ type: 'tag', name }];

/**
 * The table of 14.2, 5, longest wording first within a subject. A space in a wording is any white space. The design's
 * names of kinds stand where that table's differ: NO RESALES is no-sales, NO THIRD PARTY SALES no-third-party.
 */
const rows: readonly (readonly [wording: string, read: Token['read'], follow?: Follow])[] = [
  // What introduces a block.
  [
    "ATTENTION(?: ?:)? EDITORS?'?|EDITORS?'?S?'? ?NOTES?|NOTES? TO EDITORS?|IMPORTANT NOTICE|RESTRICTIONS?(?= ?:)|PLEASE NOTE|ATTENTION(?= ?:)|ACHTUNG(?= ?[:-])|(?:WICHTIGER )?HINWEIS(?= ?:)|USAGE TERMS(?= ?:)|SPECIAL INSTRUCTIONS?(?= ?:)|INSTRUCTIONS?(?= ?:)|ATENCI[OÓ]N(?= ?:)",
    label,
  ],

  // Whose credit.
  [
    '(?:MANDATORY CREDIT(?: LINE)?|MANDATORY PHOTO CREDIT|CREDIT MANDATORY|MUST CREDIT|PLEASE CREDIT|CREDIT REQUIRED|CR[EÉ]DITO OBLIGATORIO|CR[EÉ]DIT OBLIGATOIRE|CREDITO OBBLIGATORIO|CR[EÉ]DITO OBRIGAT[OÓ]RIO|CREDIT(?= ?: ?"))(?: AS| TO| READS?)?',
    rule('mandatory-credit'),
    'credit',
  ],
  [
    '(?:MENTION OBLIGATOIRE|BRONVERMELDING VERPLICHT|VERPLICHTE BRONVERMELDING|QUELLENANGABE ERFORDERLICH|NENNUNG (?:DES URHEBERS|DER QUELLE) ERFORDERLICH|NUR MIT (?:VOLLST[AÄ]NDIGER )?(?:QUELLEN|NAMENS|URHEBER)?NENNUNG(?: DES VORSTEHENDEN CREDITS)?)',
    rule('mandatory-credit'),
    'credit',
  ],

  // An embargo is the opposite of a time limit: somebody has to look.
  [
    "(?:STRICTLY )?(?:EMBARGO(?:ED)?|NOT FOR (?:USE|PUBLICATION|RELEASE)|DO NOT (?:USE|PUBLISH)|NO (?:USE|PUBLICATION)|MUST NOT BE (?:USED|PUBLISHED)|SPERRFRIST|GESPERRT|EMBARGO) ?:? ?(?:FOR (?:RELEASE|PUBLICATION) )?(?:UNTIL|TILL|BEFORE|BIS(?: ZUM)?|JUSQU'(?:AU|[AÀ])|HASTA(?: EL)?)",
    rule('other'),
    'date',
  ],

  // Time.
  [
    `${subject}?(?:(?:MAY|CAN|MUST|SHALL|TO)(?: ONLY)?(?: BE)? USED?(?: ONLY)?|USED? ONLY|USED?|FREE TO USE|FREE FOR USE|FOR USE) (?:FOR|WITHIN)(?: A PERIOD OF)? (?:\\d{1,4}|ONE|TWO|SEVEN|FOURTEEN|THIRTY) ?-?(?:HOURS?|DAYS?|WEEKS?|MONTHS?|YEARS?)(?: ONLY)?(?: (?:FROM|OF|AFTER)(?: THE)?(?: (?:TIME|DATE|DAY) OF)? (?:TRANSMISSION|RELEASE|PUBLICATION|ISSUE|DISTRIBUTION|RECEIPT|CAPTURE|CREATION|TAKING|TAKEN|(?:THE )?DATE TAKEN))?`,
    rule('time-limit'),
  ],
  ['\\d{1,4} (?:DAYS?|WEEKS?|MONTHS?) (?:USE )?ONLY', rule('time-limit')],
  [
    '(?:NOT (?:TO BE )?|MUST NOT BE |NO )USED? AFTER (?:\\d{1,4}|ONE|TWO|SEVEN|FOURTEEN|THIRTY) ?(?:HOURS?|DAYS?|WEEKS?|MONTHS?|YEARS?)(?: (?:FROM|OF|AFTER) (?:TRANSMISSION|RELEASE|PUBLICATION))?',
    rule('time-limit'),
  ],
  [
    `${subject}?(?:NO USE|NOT (?:TO BE |FOR )?USED?|NOT FOR USE|DO NOT USE|MUST NOT BE USED|NO PUBLICATION|EXPIRES(?: ON)?) (?:AFTER|BEYOND)(?= ?[\\dA-Z])|(?:FOR )?USE ONLY UNTIL|USE UNTIL|EXPIRES ON|FREE (?:FOR USE )?UNTIL|NUR BIS(?: ZUM)?|VERWENDUNG NUR BIS(?: ZUM)?|NICHT NACH DEM|JUSQU'AU|(?:UTILISATION )?INTERDITE? APR[EÈ]S(?: LE)?|(?:USO PERMITIDO |UTILIZABLE |V[AÁ]LID[OA] )?HASTA EL|(?:USO CONSENTITO )?FINO AL|USO PERMITIDO AT[EÉ]`,
    rule('time-limit'),
    'date',
  ],

  // Territory: before the plain 'not for use', which would swallow its beginning.
  [
    '(?:STRICTLY )?(?:NOT FOR (?:USE|PUBLICATION|DISTRIBUTION|SALE|RELEASE)|NO (?:USE|USAGE|PUBLICATION|DISTRIBUTION|RIGHTS|ACCESS|(?:(?:COMMERCIAL|EDITORIAL)(?: (?:OR|AND|NOR)|,|/)? ?){0,2}(?:RE-?)?SALES?|(?:RE-?)?LICEN[CS]ING)|NOT (?:TO BE )?(?:USED|PUBLISHED|SOLD|AVAILABLE)) (?:IN|FOR|BY|TO|WITHIN)(?! EDITORIAL)|(?:WORLD ?WIDE|WORLD|ALL (?:COUNTRIES|TERRITORIES)|EVERYWHERE) (?:EXCEPT|EXCLUDING|BUT|OUT OF|OUTSIDE)(?: FOR| IN)?|(?:AVAILABLE )?(?:EXCLUDING|EXCEPT(?: IN| FOR)?)|HORS|INTERDITE?S? (?:EN|AU|AUX|[AÀ])|SAUF(?: EN| AU| AUX)?|NO (?:USE|PUBLICATION)|(?:KEINE (?:VERWENDUNG|NUTZUNG|VER[OÖ]FFENTLICHUNG)|NICHT)(?: ZUR VERWENDUNG)? (?:IN|F[UÜ]R)(?: DER| DEM| DEN)?|(?:VIETAT[OA] (?:L.USO|LA PUBBLICAZIONE)|PROIBID[OA] (?:O USO|A PUBLICA[CÇ][AÃ]O)) (?:IN|EM|NO|NA)|NIET (?:VOOR GEBRUIK )?IN|AUSSER(?: IN)?|PROHIBID[OA] (?:SU )?(?:USO|VENTA) EN|NO (?:USAR|VENDER) EN|EXCEPTO(?: EN)?|SALVO(?: EN)?',
    rule('exclude-territory'),
    'territories',
  ],
  [
    '(?:FOR USE ONLY|USE ONLY|ONLY (?:FOR )?(?:USE|SALE|PUBLICATION)|FOR (?:USE|SALE|PUBLICATION) ONLY|ONLY|RESTRICTED TO USE) (?:IN|WITHIN)|(?:NOT FOR (?:USE|PUBLICATION|SALE)|NO (?:USE|SALES?|PUBLICATION)|NOT (?:TO BE )?USED) OUTSIDE(?: OF)?|NUR (?:IN|ZUR VERWENDUNG IN)|(?:USAGE |UTILISATION )?UNIQUEMENT (?:EN|AU|AUX)|ALLEEN IN|(?:SOLO|S[OÓ]LO|[UÚ]NICAMENTE) (?:PARA|EN)|RIGHTS FOR|FOR (?:USE|PUBLICATION|SALE) (?:IN|WITHIN)',
    rule('include-territory'),
    'territories',
  ],
  [
    '(?:FOR |RESTRICTED TO )?EDITORIAL USE(?: ONLY)? (?:IN|WITHIN)|NUR (?:ZUR|F[UÜ]R(?: DIE)?) REDAKTIONELLEN? (?:VERWENDUNG|NUTZUNG) IN|USAGE [EÉ]DITORIAL UNIQUEMENT (?:EN|AU|AUX)',
    rule('editorial-only', 'include-territory'),
    'territories',
  ],

  // Third parties, before plain sales.
  [
    '(?:STRICTLY )?NO (?:USE (?:BY|FOR) )?(?:THIRD|3RD)[ -]PART(?:Y|IES)(?: (?:SALES?|USE|USAGE|DISTRIBUTION|DISTRIBUTORS?|RIGHTS|LICENSING))?|NOT FOR (?:USE BY (?:[A-Z]{1,20} )?(?:THIRD|3RD)[ -]PARTY DISTRIBUTORS?|THIRD[ -]PARTY (?:USE|SALES?|DISTRIBUTION))|3TP(?: OUT)?|NO(?:T FOR)? (?:RE-?DISTRIBUTION|SYNDICATION)|NO PASS[- ]?ON RIGHTS|KEINE WEITERGABE(?: AN DRITTE)?|WEITERGABE AN DRITTE (?:NICHT GESTATTET|UNTERSAGT)',
    rule('no-third-party'),
  ],

  // Editorial use.
  [
    '(?:TO BE USED |MAY BE USED |FOR USE )?(?:SOLELY|ONLY) TO ILLUSTRATE NEWS REPORTING(?: OR COMMENTARY)?(?: ON THE FACTS(?: OR EVENTS)?(?: DEPICTED(?: OR NOTED)?)? IN TH(?:IS|ESE) (?:IMAGE|PHOTO|PICTURE)S?)?',
    rule('editorial-only'),
  ],
  [
    `${subject}?(?:RESTRICTED (?:FOR|TO) EDITORIAL(?: USE)?(?: ONLY)?|HANDOUT EDITORIAL USE ONLY|(?:FOR |ONLY FOR |STRICTLY )?EDITORIAL (?:USE|USAGE|PURPOSES)(?: ONLY)?(?=[^A-Z]|$)|FOR EDITORIAL(?: USE)? ONLY|EDITORIAL ONLY|EUO)`,
    rule('editorial-only'),
  ],
  [
    '(?:STRICTLY )?(?:NO|NOT FOR) COMMERCIAL (?:USE|USAGE|PURPOSES)|NON-?COMMERCIAL USE ONLY|NUR (?:ZUR|F[UÜ]R(?: DIE)?) REDAKTIONELLEN? (?:VERWENDUNG|NUTZUNG|ZWECKEN?|GEBRAUCH)|NUR REDAKTIONELLE (?:VERWENDUNG|NUTZUNG)|REDAKTIONELLE (?:VERWENDUNG|NUTZUNG) NUR|NUR F[UÜ]R REDAKTIONELLE ZWECKE|KEINE KOMMERZIELLE (?:NUTZUNG|VERWENDUNG)',
    rule('editorial-only'),
  ],
  [
    "(?:(?:SOLO|S[OÓ]LO|[UÚ]NICAMENTE|EXCLUSIVAMENTE)(?: PARA)? USO EDITORIAL|USO (?:EXCLUSIVO EDITORIAL|EDITORIAL(?: [UÚ]NICAMENTE| EXCLUSIVAMENTE| EXCLUSIVO| SOLAMENTE| SOLO)?)|USO EXCLUSIVAMENTE EDITORIAL|SOLO (?:PER )?USO EDITORIALE|USO EDITORIALE(?: ESCLUSIVO)?|(?:R[EÉ]SERV[EÉ]E?S? [AÀ] (?:UN |L')?)?USAGE [EÉ]DITORIAL(?: (?:UNIQUEMENT|EXCLUSIVEMENT|SEULEMENT))?|(?:UNIQUEMENT|RESTREINT|R[EÉ]SERV[EÉ])(?: POUR| [AÀ])? (?:UN )?USAGE [EÉ]DITORIAL|ALLEEN VOOR REDACTIONEEL GEBRUIK|(?:SOMENTE|APENAS|EXCLUSIVAMENTE)(?: PARA)? USO EDITORIAL|ENDAST REDAKTIONELLT BRUK|ENDAST F[OÖ]R REDAKTIONELLT BRUK)",
    rule('editorial-only'),
  ],
  [
    '(?:NICHT|KEINE NUTZUNG|KEINE VERWENDUNG) F[UÜ]R WERBUNG|KEINE WERBUNG|KEINE WERBLICHE (?:NUTZUNG|VERWENDUNG)|PAS DE PUBLICIT[EÉ]|(?:PROHIBID[OA] (?:SU )?USO|NO USAR) (?:EN )?PUBLICIDAD|SIN (?:USO )?PUBLICI(?:DAD|TARIO)',
    rule('no-advertising'),
  ],
  ['PAS DE MARKETING|KEIN(?:E)? MARKETING|SIN MARKETING', rule('no-marketing')],
  [
    "KEINE (?:ARCHIVIERUNG|ARCHIVNUTZUNG|ARCHIVVERWENDUNG|ARCHIVE)|NICHT ARCHIVIEREN|PAS D'ARCHIV(?:E|ES|AGE)|ARCHIVAGE INTERDIT|(?:SIN|NO) ARCHIV(?:O|OS|AR)|PROHIBIDO (?:SU )?ARCHIV(?:O|AR)|NIENTE ARCHIVIO|VIETATA L'ARCHIVIAZIONE|NON ARCHIVIARE|SEM ARQUIVO|PROIBIDO ARQUIVAR|GEEN ARCHIEF",
    rule('no-archive'),
  ],
  [
    'KEIN(?:E)? (?:WEITER)?VERKAUF|KEIN VERKAUF|(?:PAS DE|AUCUNE) (?:RE)?VENTES?|(?:RE)?VENTE INTERDITE|(?:NO|SIN) VENTAS?|PROHIBIDA (?:SU )?(?:RE)?VENTA|VIETATA LA (?:RI)?VENDITA|PROIBIDA A (?:RE)?VENDA|GEEN (?:DOOR)?VERKOOP',
    rule('no-sales'),
  ],

  // NO and what is barred, one or several (NO SALES, ARCHIVES OR MARKETING).
  [
    `(?:STRICTLY )?(?:NO|NOT FOR|NOT TO BE USED FOR)(?: USE (?:IN|FOR|ON|BY))?(?: ANY)? ${nounPattern}(?:(?: ?[,/&] ?| (?:AND|OR|NOR|FOR|AND/OR) | ?, (?:AND|OR) )(?:NO (?!COMMERCIAL|EDITORIAL))?${nounPattern}){0,12}`,
    barredNouns,
  ],
  [`${picture} NOT FOR (?:RE-?)?SALE`, rule('no-sales')],
  ['NOTFOR(?:RE)?SALE', rule('no-sales')],
  ['NARCH', rule('no-archive')],
  ['SALES ?OUT', rule('no-sales')],

  // Notices: where the picture came from and what the agency can answer for.
  [
    `(?:(?:IT|${subject}|(?:THIS|THE) ${picture}) ?(?:IS|WAS|HAS BEEN|BEING)? ?)?(?:BEING )?DISTRIBUTED,? (?:EXACTLY )?AS RECEIVED(?: BY [A-Z]{1,20})?,? AS A SERVICE(?: TO (?:OUR |ITS )?CLIENTS)?`,
    notice('as-received', 'service-to-clients'),
  ],
  [
    `(?:(?:IT|${subject}|(?:THIS|THE) ${picture}) ?(?:IS|WAS|HAS BEEN)? ?)?(?:BEING )?DISTRIBUTED,? (?:EXACTLY )?AS (?:IT WAS )?RECEIVED(?: BY [A-Z]{1,20})?|EXACTLY AS RECEIVED`,
    notice('as-received'),
  ],
  [
    `(?:(?:IT|${subject}|(?:THIS|THE) ${picture}) ?(?:IS|WAS|HAS BEEN)? ?)?(?:BEING )?DISTRIBUTED AS A SERVICE(?: TO (?:OUR |ITS |[A-Z]{1,20} )?(?:CLIENTS|CUSTOMERS|SUBSCRIBERS|MEDIA))?`,
    notice('service-to-clients'),
  ],
  [
    `(?:(?:THIS|THESE|THE) )?${picture} (?:(?:WAS|WERE|IS|ARE|HAS BEEN|HAVE BEEN) )?(?:BEING )?(?:MADE AVAILABLE|PROVIDED|SUPPLIED|PROCESSED|HANDED OUT|RELEASED|OBTAINED) (?:BY|FROM) (?:A )?(?:THIRD|3RD)[ -]PART(?:Y|IES)`,
    notice('third-party-supplied'),
  ],
  [
    '(?:MADE AVAILABLE|PROVIDED|SUPPLIED|OBTAINED) (?:BY|FROM) (?:A )?(?:THIRD|3RD)[ -]PART(?:Y|IES)|THIRD[ -]PARTY (?:HANDOUT|SUPPLIED|CONTENT|IMAGE|PHOTO)',
    notice('third-party-supplied'),
  ],
  [
    `(?:[A-Z]{2,12} |THE (?:ASSOCIATED PRESS|AGENCY) )?(?:(?:IS|WAS|WERE|ARE) UNABLE TO|CAN ?NOT|COULD NOT|CAN'T|(?:HAS|HAVE) NOT(?: BEEN ABLE TO)?|DOES NOT) (?:BE )?(?:INDEPENDENTLY )?(?:VERIFY|VERIFIED|CONFIRM|AUTHENTICATE|INDEPENDENTLY VERIFIED)`,
    notice('unverified'),
  ],
  [
    `THE CONTENT OF (?:THIS|THE) ${picture} IS AS PROVIDED(?: AND (?:CAN ?NOT|COULD NOT) BE INDEPENDENTLY VERIFIED)?`,
    notice('as-received', 'unverified'),
  ],
  [
    `(?:THE CANADIAN PRESS )?PROVIDES ACCESS TO TH(?:IS|ESE)(?: PUBLICLY DISTRIBUTED)?(?: THIRD PARTY)? ${picture}(?: PHOTO| IMAGE)?`,
    notice('third-party-supplied'),
  ],
  ['INDEPENDENT JOURNALISTS WERE NOT GIVEN ACCESS', notice('third-party-supplied')],
  [
    `(?:[A-Z]{1,20} LANGUAGE )?WATERMARKS? ON (?:THE )?${picture} (?:AS PROVIDED )?BY SOURCE(?: READS?)?`,
    notice('other'),
  ],
  [
    `(?:${subject})?PROCESSED BY [A-Z]{2,12}(?: TO ENHANCE QUALITY| AT (?:HIGHER|BETTER|LOWER) QUALITY)?`,
    notice('quality'),
  ],
  [
    '(?:AN )?(?:UN|NON-?)PROCESSED VERSION(?: HAS BEEN| IS| WAS)? (?:PROVIDED(?: SEPARATELY)?|AVAILABLE)',
    notice('other'),
  ],
  [
    '(?:BEST )?QUALITY (?:AVAILABLE|FROM SOURCE)(?: BEST)?|BEST QUALITY AVAILABLE|QUALITY FROM SOURCE|LOW (?:RESOLUTION|QUALITY)|POOR QUALITY',
    notice('quality'),
  ],
  [
    '(?:VISUALS? )?COVERAGE OF (?:SCENES OF )?(?:INJURY|DEATH|NUDITY|VIOLENCE)|VISUALS? COVERAGE|GRAPHIC (?:CONTENT|IMAGES?|VISUALS?)|(?:THIS )?(?:PICTURE|IMAGE|PHOTO) CONTAINS (?:GRAPHIC|DEATH|NUDITY|VIOLENCE|INJUR)[A-Z]{0,9}(?: CONTENT)?',
    notice('other'),
  ],
  [
    '(?:ALTERNATIVE|BETTER|HIGHER) (?:CROP|RESOLUTION|QUALITY)(?: VERSION)?(?: AVAILABLE)?|(?:FACES?|NUMBER PLATES?|PARTS? OF (?:THIS|THE) (?:PICTURE|IMAGE|PHOTO)) (?:HAS|HAVE|WAS|WERE)(?: BEEN)? (?:BLURRED|PIXELATED|OBSCURED)(?: (?:BY|AT) SOURCE)?',
    notice('other'),
  ],

  ['TPX IMAGES? OF THE DAY', tag('TPX IMAGES OF THE DAY')],
];

/** Words that mean something within a run but begin none: "Harbour Trust/Handout via REUTERS". */
const withinRun: typeof rows = [
  ['HANDOUT(?: (?:PHOTO|IMAGE|PICTURE))?', tag('HANDOUT')],
  ['BIS(?: ZUM)?(?= ?\\d{1,2}\\.)', rule('time-limit'), 'date'],
];

/**
 * A wording as a pattern: a space is any white space, and words end where they end. The white space is bounded so
 * that no text, however strange, takes more than linear time.
 */
function compile(wording: string, flags: string): RegExp {
  const source = wording.replaceAll(' ?', '\\s{0,9}').replaceAll(' ', '\\s{1,9}');
  return new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, flags);
}

export const tokens: readonly Token[] = [...rows, ...withinRun].map(([wording, read, follow = null]) => ({
  pattern: compile(wording, 'iuy'),
  read,
  follow,
}));

const anyToken = compile(`(?<![\\p{L}\\p{N}])(?:${rows.map(([wording]) => wording).join('|')})`, 'giu');

/**
 * Where words of the table stand in normalised text, in order: the places at which a run may begin. Line by line: the
 * end of a line ends a rule already.
 */
export function tokenStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(anyToken)) starts.push(from + match.index);
    from += line.length + 1;
  }
  return starts;
}
