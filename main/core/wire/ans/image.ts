import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import { type Extras, pictureExtras } from '../extras.ts';
import type { WriteContext } from '../format.ts';
import { compact, type Json, type JsonObject, words } from '../ninjs/json.ts';
import {
  captionText,
  creditText,
  instructionWords,
  pictureGuid,
  territories,
  usageTermsWords,
} from '../picture-words.ts';
import { publishingStatus } from '../status.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { inlineHtml } from './elements.ts';
import { embargoed } from './restrictions.ts';
import { ansVersion } from './vocabulary.ts';

/**
 * A picture as an ANS image. It has no field for rights (wire-formats 8), so its restrictions stand in words in
 * the editor's note and in `usage_instructions`, its territories also in `content_restrictions.geo`.
 * @param url where its file will lie; empty where there is none
 */
export function imageElement(story: Story, picture: Picture, url: string, context: WriteContext): JsonObject {
  const { file } = picture;
  const caption = captionText(picture);
  const html = inlineHtml(picture.caption);
  return compact({
    type: 'image',
    version: ansVersion,
    _id: pictureGuid(story, picture),
    url,
    width: url === '' ? null : (file?.width ?? null),
    height: url === '' ? null : (file?.height ?? null),
    status: publishingStatus(story),
    language: story.fields.language,
    created_date: /T/.test(picture.dateCreated) ? (utcTime(picture.dateCreated) ?? '') : '',
    subtitle: singleLine(picture.headline),
    caption: words(caption),
    alt_text: words(picture.altText),
    copyright: words(picture.copyrightNotice),
    editor_note: words(instructionWords(picture)),
    credits: compact({
      by: [author(picture.creator, { role: singleLine(picture.creatorTitle) })],
      affiliation: [author(picture.source)],
    }),
    vanity_credits: compact({ by: [author(creditText(picture))] }),
    content_restrictions: compact({
      ...embargoed(story, context),
      geo: geo(picture),
    }),
    additional_properties: compact({
      ...extrasJson(pictureExtras(picture)),
      usage_instructions: words(usageTermsWords(picture)),
      // The caption is plain words; its marks and links stand here.
      caption_html: html === escapeFree(caption) ? '' : html,
      order: story.pictures.indexOf(picture) + 1,
    }),
  });
}

/** A caption without marks and without characters of markup is its own HTML. */
function escapeFree(caption: string): string {
  return words(caption);
}

/** A person or agency by name; nothing where there is no name. */
export function author(name: string, more: JsonObject = {}): JsonObject {
  const line = singleLine(name);
  return line === '' ? {} : compact({ type: 'author', name: line, ...more });
}

/** One identifier is all that the schema lets stand here: it says both lists. */
function geo(picture: Picture): JsonObject {
  const list = (word: string, kind: 'exclude-territory' | 'include-territory'): readonly string[] => {
    const codes = territories(picture, kind);
    return codes.length === 0 ? [] : [`${word}:${codes.join(',')}`];
  };
  const said = [...list('deny', 'exclude-territory'), ...list('allow', 'include-territory')];
  return said.length === 0 ? {} : { restrictions: [{ restriction_id: said.join(';') }] };
}

/** Extras as JSON: what may stand several times is a list, everything else a value. */
export function extrasJson(extras: Extras): JsonObject {
  return Object.fromEntries(
    Object.entries(extras).map(([name, values]): [string, Json] => {
      const [first] = values;
      return [name, values.length === 1 && first !== undefined ? first : [...values]];
    }),
  );
}
