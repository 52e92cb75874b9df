const frontMatter =
  /^---[ \t]*\r?\n(?:[\w-]{1,40}[ \t]*:.*\r?\n|[ \t]+\S.*\r?\n|-[ \t].*\r?\n|\r?\n){1,60}---[ \t]*(?:\r?\n|$)/u;
const signs: readonly RegExp[] = [
  /^#{1,6} \S/mu,
  /(?<!!)\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/|#)[^)\s]{1,500}(?:\s+"[^"]*")?\)/u,
  /!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)/u,
  /(?<![\w*])\*\*(?=\S)[^*\n]{1,200}\S\*\*(?![\w*])/u,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$/mu,
  /^(?:```|~~~)/mu,
  /^\S.{0,200}\r?\n(?:={3,}|-{3,})[ \t]*$/mu,
];

/**
 * Whether a text is Markdown: by its name, by front matter or a first heading, or by two signs of different kinds.
 * Lists and '>' alone prove nothing: mails have them too.
 */
export function looksLikeMarkdown(start: string, fileName: string): boolean {
  if (/\.(?:md|markdown|mdown|mkd)$/iu.test(fileName)) return true;
  // Our own front matter holds every field of a story: it is longer than what proves it in others.
  if (/^---\r?\nwiredesk: ?\d/u.test(start)) return true;
  if (frontMatter.test(start) || /^#{1,3} \S/u.test(start)) return true;
  return signs.filter(sign => sign.test(start)).length >= 2;
}
