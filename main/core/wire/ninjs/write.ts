import type { z } from 'zod';
import type { Picture } from '../../../contract/picture.ts';
import type { Story, Subject } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { captionText, creditText, pictureGuid } from '../picture-words.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { joinTexts, singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { absoluteUri, wireUri } from '../uri.ts';
import { signOffParagraph, xhtmlBody, xhtmlInlines } from '../xhtml-body.ts';
import { element, htmlFragment } from '../xml.ts';
import { compact, entry, type JsonObject, named, party, words } from './json.ts';
import { moments } from './moments.ts';
import { type Generation, inGeneration } from './older.ts';
import type { ninjsOptions } from './options.ts';
import { association, mediaAddress } from './picture.ts';

type Options = z.output<typeof ninjsOptions>;

/** A story as one ninjs object of a generation, its pictures as associations. */
export function writeNinjs(
  generation: Generation,
  story: Story,
  options: Options,
  context: WriteContext,
): Written {
  const tree = inGeneration(generation, storyObject(story, options, context));
  const file = {
    path: `${context.baseName}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(tree, null, 2)}\n`),
  };
  return { files: [file], problems: [] };
}

/** The story in the newest generation's words; `older.ts` translates. */
/** What the editor's note says beside the editor's own words; a reader takes it off again. */
export function generatedNotes(story: Pick<Story, 'state' | 'fields'>): readonly string[] {
  const { correctionNote, embargo } = story.fields;
  return [correctionNote, statusWords(story), embargoWords(embargo)];
}

function storyObject(story: Story, options: Options, context: WriteContext): JsonObject {
  const { fields } = story;
  const content = carriesContent(story);
  return compact({
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    uri: wireUri(story.guid, context.provider.domain),
    type: 'text',
    representationType: content ? 'full' : 'partial',
    profile: fields.editorialAction === 'new' ? 'story' : `story-${fields.editorialAction}`,
    version: String(story.version),
    firstCreated: utcTime(story.created) ?? '',
    ...moments(story, context),
    urgency: fields.urgency,
    copyrightHolder: singleLine(fields.copyrightHolder),
    copyrightNotice: words(fields.copyrightNotice),
    usageTerms: words(fields.usageTerms),
    edNote: joinTexts([fields.edNote, ...generatedNotes(story)].map(words), '\n'),
    language: fields.language,
    slugline: singleLine(fields.slugline),
    by: singleLine(fields.byline),
    located: singleLine(fields.dateline.place),
    headlines: [
      entry('main', fields.headline),
      entry('subhead', fields.subhead),
      entry('dateline', datelineText(fields.dateline, fields.language)),
      entry('bylinetitle', fields.bylineTitle),
      entry('datelinecountry', fields.dateline.country),
      entry('datelinedate', fields.dateline.date),
      entry('datelinesource', fields.dateline.source),
    ],
    descriptions: [
      entry('summary', fields.abstract),
      entry('correction', fields.correctionNote),
      entry('takekey', fields.takeKey),
      entry('priority', String(fields.priority)),
    ],
    bodies: content ? [body(story, options, context)] : [],
    subjects: [
      ...fields.subjects.map(subject),
      ...fields.keywords.map(keyword => related(keyword, 'keyword')),
      related(fields.category, 'category'),
    ],
    genres: singleLine(fields.genre) === '' ? [] : [named(fields.genre)],
    places: fields.places.map(named),
    people: fields.people.map(named),
    organisations: fields.organisations.map(named),
    infoSources: [source(story), party(fields.author, 'author'), party(fields.desk, 'desk')],
    altIds: [{ role: 'guid', value: words(story.guid) }],
    associations: content ? story.pictures.map(each => association(story, each, options, context)) : [],
  });
}

/** A media topic or another address as `uri`; any other scheme and code stand together as a literal. */
function subject({ scheme, code, name }: Subject): JsonObject {
  const line = singleLine(name);
  const topic = scheme === 'medtop' && /^\d{8}$/.test(code) ? mediaTopics : scheme;
  const uri = /^https?:\/\//.test(topic) ? absoluteUri(`${topic}${singleLine(code)}`) : null;
  if (uri !== null) return compact({ name: line, uri });
  const literal = singleLine([scheme, code].filter(part => part.trim() !== '').join(':'));
  return compact({ name: line, literal });
}

const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';

/** ninjs has no keywords or category of its own: subjects that say what they are. */
function related(text: string, rel: string): JsonObject {
  const line = singleLine(text);
  return line === '' ? {} : { name: line, rel, literal: line };
}

/** The provider and its address; an address that is no URI stays as words. */
function source({ fields }: Story): JsonObject {
  const name = singleLine(fields.source);
  const address = singleLine(fields.sourceUri);
  if (name === '' && address === '') return {};
  const uri = absoluteUri(address);
  return compact({
    name,
    role: 'source',
    uri: uri ?? '',
    literal: uri === null ? address : '',
  });
}

function body(story: Story, options: Options, context: WriteContext): JsonObject {
  const figures = xhtmlBody(story, {
    figure: picture =>
      element(
        'figure',
        {},
        element('img', {
          src: mediaAddress(picture, options, context) ?? pictureGuid(story, picture),
          alt: picture.altText,
          'data-guid': wireUri(pictureGuid(story, picture), context.provider.domain),
        }),
        figcaption(picture),
      ),
  });
  const signOff = signOffParagraph(story.fields.signOff);
  return {
    role: 'main',
    contentType: 'text/html',
    charCount: story.counts.characters,
    wordCount: story.counts.words,
    value: htmlFragment(signOff === null ? figures : [...figures, signOff]),
  };
}

function figcaption(picture: Picture): ReturnType<typeof element> | null {
  const credit = creditText(picture);
  if (captionText(picture) === '' && credit === '') return null;
  return element(
    'figcaption',
    {},
    xhtmlInlines(picture.caption),
    credit === '' ? null : [' ', element('span', { class: 'credit' }, credit)],
  );
}
