import type { z } from 'zod';
import type { Picture } from '../../../contract/picture.ts';
import type { FieldName, Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import { storyExtras } from '../extras.ts';
import type { WriteContext, Written } from '../format.ts';
import { compact, type JsonObject, words } from '../ninjs/json.ts';
import { mediaAddress } from '../ninjs/picture.ts';
import { carriesContent, embargoWords, publishingStatus, statusWords } from '../status.ts';
import { datelineText, unplacedPictures } from '../story-words.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { contentElements } from './elements.ts';
import { author, extrasJson, imageElement } from './image.ts';
import type { ansOptions } from './options.ts';
import { embargoed } from './restrictions.ts';
import { ansVersion, systemName } from './vocabulary.ts';

type Options = z.output<typeof ansOptions>;

/** A story as one ANS 0.10.9 story with its pictures as images (wire-formats 8). */
export function writeAns(story: Story, options: Options, context: WriteContext): Written {
  const text = JSON.stringify(storyObject(story, options, context), null, 2);
  const file = {
    path: `${context.baseName}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${text}\n`),
  };
  return { files: [file], problems: [] };
}

/** What ANS has no place for, or none that reads back without doubt. */
const extraFields = [
  'author',
  'dateline',
  'desk',
  'editorialAction',
  'embargo',
  'expires',
  'priority',
  'takeKey',
  'urgency',
  'sourceUri',
] as const satisfies readonly FieldName[];

function storyObject(story: Story, options: Options, context: WriteContext): JsonObject {
  const { fields } = story;
  const content = carriesContent(story);
  const usable = publishingStatus(story) === 'usable';
  const image = (picture: Picture): JsonObject =>
    imageElement(story, picture, mediaAddress(picture, options, context) ?? '', context);
  const updated = utcTime(story.updated) ?? wireTime(context.now);
  return compact({
    type: 'story',
    version: ansVersion,
    _id: words(story.guid),
    status: publishingStatus(story),
    language: fields.language,
    slug: singleLine(fields.slugline),
    created_date: utcTime(story.created) ?? '',
    last_updated_date: updated,
    display_date: updated,
    headlines: { basic: singleLine(fields.headline) },
    subheadlines: basic(singleLine(fields.subhead)),
    description: basic(words(fields.abstract)),
    location: datelineText(fields.dateline, fields.language),
    credits: compact({ by: [writer(fields)] }),
    label: singleLine(fields.genre) === '' ? {} : { basic: { text: singleLine(fields.genre) } },
    copyright: words(fields.copyrightNotice),
    owner: compact({ name: singleLine(fields.copyrightHolder) }),
    editor_note: noteLines(story).join('\n'),
    corrections: corrections(fields.correctionNote),
    source: compact({
      name: singleLine(fields.source),
      source_type: 'wires',
      system: systemName,
      source_id: words(story.guid),
    }),
    distributor: compact({ name: singleLine(context.provider.name), category: 'wires' }),
    content_restrictions: embargoed(story, context),
    taxonomy: taxonomy(fields),
    workflow: { status_code: usable ? 1 : 2 },
    revision: { revision_id: String(story.version), published: usable },
    planning: {
      story_length: compact({
        word_count_planned: fields.targetLength,
        word_count_actual: content ? story.counts.words : null,
        character_count_actual: content ? story.counts.characters : null,
      }),
    },
    additional_properties: {
      ...extrasJson(storyExtras(story, extraFields)),
      ...compact({ usage_instructions: words(fields.usageTerms) }),
    },
    content_elements: content ? contentElements(story, image) : [],
    ...(content ? pictures(story, image) : {}),
  });
}

function basic(text: string): JsonObject {
  return text === '' ? {} : { basic: text };
}

/** The first picture stands for the story; those that no block places go along (wire-formats 8). */
function pictures(story: Story, image: (picture: Picture) => JsonObject): JsonObject {
  const [first] = story.pictures;
  const others = unplacedPictures(story).filter(picture => picture !== first);
  return {
    promo_items: first ? { basic: image(first) } : {},
    related_content: others.length === 0 ? {} : { pictures: others.map(image) },
  };
}

/** The byline as it is printed stands beside the name, which ANS demands. */
function writer({ author: name, byline, bylineTitle }: Story['fields']): JsonObject {
  return author(name.trim() || byline.trim() || bylineTitle, {
    byline: singleLine(byline),
    role: singleLine(bylineTitle),
  });
}

function corrections(note: string): readonly JsonObject[] {
  const text = words(note);
  return text === '' ? [] : [{ type: 'correction', correction_type: 'correction', text }];
}

/**
 * The note that every receiver shows: the desk's own words, then what must be said in words too. The reader takes
 * off again what it finds elsewhere in the file.
 */
function noteLines(story: Story): readonly string[] {
  return [words(story.fields.edNote), ...addedNotes(story)].filter(text => text !== '');
}

/** What the writer adds to the editor's note, in its order. */
export function addedNotes(story: Pick<Story, 'state' | 'fields'>): readonly string[] {
  const { correctionNote, embargo } = story.fields;
  return [words(correctionNote), statusWords(story), embargoWords(embargo)].filter(text => text !== '');
}

function taxonomy(fields: Story['fields']): JsonObject {
  const category = singleLine(fields.category);
  return compact({
    keywords: fields.keywords
      .map(singleLine)
      .filter(keyword => keyword !== '')
      .map(keyword => ({ keyword, score: 1 })),
    tags: fields.subjects.map(({ scheme, code, name }) => {
      const [label, key, list] = [singleLine(name), singleLine(code), singleLine(scheme)];
      const text = label || key;
      return text === ''
        ? {}
        : { text, additional_properties: compact({ scheme: list, code: key, name: label }) };
    }),
    named_entities: [
      ...entities(fields.places, 'location'),
      ...entities(fields.people, 'person'),
      ...entities(fields.organisations, 'organization'),
    ],
    primary_section: category === '' ? {} : { type: 'section', version: ansVersion, name: category },
  });
}

function entities(names: readonly string[], type: string): readonly JsonObject[] {
  return names
    .map(singleLine)
    .filter(name => name !== '')
    .map(name => ({ _id: name, name, type }));
}
