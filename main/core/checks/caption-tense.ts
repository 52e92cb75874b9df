import { problem } from '../../contract/failure.ts';
import { firstSentenceEnd } from '../pictures/caption/sentences.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';

/** Verbs that settle the tense of a caption's first sentence; 'left' is a place more often than a verb. */
const verbs =
  /(?<![\p{L}’'-])(?:(?<present>is|are|has|have|does|do|shows|show|can|will|waits?|speaks?|holds?|stands?|sits?|walks?|looks?|poses?|arrives?|attends?|celebrates?|gestures?|reacts?|opens?|meets?|greets?|leaves?|takes?|makes?|plays?|runs?|rides?|passes|watch(?:es)?|carry|carries|gather(?:s)?|march(?:es)?|works?|lies?|lie|rises?|falls?)|(?<past>was|were|had|did|said|told|went|came|took|made|met|gave|held|spoke|stood|sat|ran|won|rose|fell|wore|drove|flew|began|arrived|attended|waited|walked|talked|looked|posed|celebrated|gestured|reacted|opened|greeted|watched|marched|gathered|shook))(?![\p{L}’'-])/giu;
/** A verb behind these is not the sentence's own; 'opened' behind 'was' is the same verb. */
const aside =
  /(?:\b(?:who|whom|which|that|whose \p{L}+|where|when|as|after|before|since|until|while|if)(?:\s+[^\s,]+){0,3}|\b(?:newly|recently)|[-“"‘])\s*$/iu;
/** Forms that are the past of whoever stands right before them, and else a participle: 'a fair held in Norwick'. */
const either = /^(?:made|held|told|met|opened|greeted|watched|gathered|said|shook)$/i;
const subject = /\p{Lu}[^\s,]*(?:\s\([^()]{1,20}\)|,\s\p{Ll}[\p{Ll} ]{2,20},)?\s$/u;
/** The past is right for pictures from the archive, and in the words that say where a picture is from. */
const archive =
  /\b(?:file (?:photo|picture|image)|archive|undated|in this|this (?:photo|picture|image|handout|undated))\b/i;

/** A hint in English captions: the first sentence tells in the present tense what the picture shows (AP). */
export const captionTense: Check = story =>
  !/^en(?:-|$)/i.test(story.fields.language)
    ? []
    : captionsOf(story).flatMap(({ picture, name, parsed }) => {
        const sentence = parsed.caption.slice(0, firstSentenceEnd(parsed.caption)).slice(0, 600);
        const fromArchive =
          archive.test(sentence) ||
          picture.category === 'archive' ||
          parsed.tags.some(tag => /^(?:FILE|ARCHIV)/.test(tag.name)) ||
          parsed.signOff?.flags.includes('File');
        const past = fromArchive ? undefined : ownVerb(sentence);
        return past === undefined
          ? []
          : [
              problem(
                'info',
                'caption-tense',
                `The caption of ${name.toLowerCase()} tells in the past ("${past}") what the picture shows.`,
                { field: 'caption', picture: picture.id },
              ),
            ];
      });

/** The sentence's first verb where it is in the past. */
function ownVerb(sentence: string): string | undefined {
  for (const match of sentence.matchAll(verbs)) {
    // A capital opens a sentence or a name: 'Will Reyl', 'Opens' in a title.
    const before = sentence.slice(Math.max(0, match.index - 60), match.index);
    if (/^\p{Lu}/u.test(match[0]) || aside.test(before)) continue;
    if (either.test(match[0]) && !subject.test(before)) continue;
    return match.groups?.past;
  }
  return undefined;
}
