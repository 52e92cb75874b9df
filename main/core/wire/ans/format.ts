import type { WireFormat } from '../format.ts';
import { ansOptions } from './options.ts';
import { readAns } from './read.ts';
import { writeAns } from './write.ts';

/** ANS 0.10.9, the content format of Arc XP: the story as one JSON object, its pictures as images. */
export const ans: WireFormat<typeof ansOptions> = {
  id: 'ans',
  label: 'ANS 0.10.9 (Arc XP)',
  extension: 'json',
  mediaType: 'application/json',
  options: ansOptions,
  required: ['headline', 'body', 'language'],
  schema: 'ans/0.10.9/story.json',
  fields: {
    slugline: 'slug',
    headline: 'headlines.basic',
    subhead: 'subheadlines.basic',
    byline: 'credits.by, byline',
    bylineTitle: 'credits.by, role',
    dateline: 'location, and additional_properties.dateline',
    abstract: 'description.basic',
    takeKey: 'additional_properties.takeKey',
    editorialAction: 'status, and additional_properties.editorialAction',
    priority: 'additional_properties.priority',
    urgency: 'additional_properties.urgency',
    category: 'taxonomy.primary_section',
    genre: 'label.basic',
    language: 'language',
    keywords: 'taxonomy.keywords',
    subjects: 'taxonomy.tags',
    places: 'taxonomy.named_entities, type location',
    people: 'taxonomy.named_entities, type person',
    organisations: 'taxonomy.named_entities, type organization',
    source: 'source.name',
    sourceUri: 'additional_properties.sourceUri',
    copyrightHolder: 'owner.name',
    copyrightNotice: 'copyright',
    usageTerms: 'additional_properties.usage_instructions',
    edNote: 'editor_note',
    internalNote: 'omitted',
    correctionNote: 'corrections, and editor_note',
    embargo: 'content_restrictions.embargo, and in words in editor_note',
    expires: 'additional_properties.expires',
    targetLength: 'planning.story_length.word_count_planned',
    desk: 'additional_properties.desk',
    author: 'credits.by, name, and additional_properties.author',
    signOff: 'the last content element, subtype sign-off',
  },
  write: writeAns,
  recognise: isAns,
  read: readAns,
};

/** Every ANS object bears a version of ANS and a type of its own; ninjs and schema.org have neither. */
function isAns(head: string): boolean {
  if (!/^[\ufeff\s]*[[{]/u.test(head) || /"standard"\s*:/u.test(head)) return false;
  const versioned = /"version"\s*:\s*"0\.\d{1,2}\.\d{1,2}"/u.test(head);
  const typed = /"type"\s*:\s*"(?:story|image|gallery|video|audio|collection|results|\w+_operation)"/u.test(
    head,
  );
  return (versioned && typed) || (typed && /"content_elements"\s*:\s*\[/u.test(head));
}
