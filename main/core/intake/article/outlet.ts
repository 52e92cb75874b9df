import { wordCount } from './shape.ts';

const newsWords =
  /(?:^|[\s.-])(?:news(?:wire|room|paper)?|times|post|herald|tribune|gazette|chronicle|observer|courier|telegraph|mirror|guardian|independent|standard|sentinel|examiner|journal|bulletin|dispatch|press|daily|weekly|today|media|radio|tv|television|broadcasting|agency|wire|review|monitor|mail|star|globe|inquirer|zeitung|nachrichten|anzeiger|rundschau|kurier|blatt|tageblatt|bote|presse|presseagentur|rundfunk|agence|journal|gazette|quotidien|dépêche|diario|periódico|noticias|agencia|prensa|gaceta|jornal|folha|diário|agência|notícias|giornale|corriere|gazzetta|messaggero|agenzia|notizie|krant|dagblad|nieuws|courant|tidningen|dagbladet|posten|gazeta|dziennik|wiadomości|kurier|новости|газета|вести|известия|агентство)(?=$|[\s.-])/iu;
const domain =
  /^(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,2}\.(?:com|org|net|info|news|media|tv|eu|int|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$/iu;
const cjkOutlet =
  /^[\p{Lo}\s]{1,14}(?:新聞|新闻|日報|日报|時報|时报|通信|通讯社|新聞社|통신|신문|일보|网|网站)$/u;

/** Whether a line is an outlet's name by its own words: 'The Harbour Gazette', 'selwyn-news.example'. */
export function isOutletName(text: string): boolean {
  if (text.length > 50 || /[!?:;,"“”]/u.test(text)) return false;
  if (domain.test(text) || cjkOutlet.test(text)) return true;
  if (/\.$/u.test(text) || wordCount(text) > 5) return false;
  const words = text.split(/\s+/u);
  const titled = words.every(
    word =>
      /^[^\p{Ll}]/u.test(word) ||
      /^(?:of|the|de|del|della|di|la|le|der|die|das|für|und|and|et|y|e|do|da)$/iu.test(word),
  );
  return titled && newsWords.test(text);
}

/** Whether one word is written as brands are: 'SelwynNews', 'HNA', 'iHarbour'. Weak: only beside other signs. */
export function isBrandWord(text: string): boolean {
  return /^[\p{L}\d+&.-]{2,24}$/u.test(text) && (/\p{Ll}\p{Lu}/u.test(text) || /^\p{Lu}{2,6}$/u.test(text));
}

const label =
  /^(?:source|quelle|fuente|fonte|bron|källa|kilde|źródło|источник|来源|來源|出典|المصدر)\s*[:：]\s*(.{2,80})$/iu;

/** The name after 'Source:' and its like, or null. */
export function labelledSource(text: string): string | null {
  const name = label.exec(text)?.[1]?.trim();
  return name && !/[.!?]\s/u.test(name) && wordCount(name) <= 8 ? name : null;
}

const rights =
  /^(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?\s*(?:copyright\s*)?(?:(?:19|20)\d\d.{0,200}|.{0,120}(?:19|20)\d\d.{0,120})$|^.{0,150}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|riproduzione riservata|alle rechten voorbehouden|все права защищены|版权所有|無断転載)[^\n]{0,150}$/iu;

/** Whether a line is a copyright notice of the page. */
export function isCopyrightNotice(text: string): boolean {
  return text.length <= 400 && rights.test(text);
}
