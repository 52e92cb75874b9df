import { bodyText } from '../../contract/body.ts';
import { type Problem, problem } from '../../contract/failure.ts';
import { emptyFields, type FieldName, fieldNames, type Story, storyFields } from '../../contract/story.ts';
import type { WireFormat } from './format.ts';
import { carriesContent } from './status.ts';
import { unplacedPictures } from './story-words.ts';
import { utcTime } from './time.ts';

/** Fields that are the house's own: that they stay behind is no loss. */
const neverLeaves: ReadonlySet<FieldName> = new Set(['internalNote', 'targetLength']);

/**
 * What stands in the way of a story in a format: required fields (errors), dates nobody could read
 * (errors), and what the format will not carry (infos).
 */
export function checkForFormat(story: Story, format: WireFormat): Problem[] {
  return [
    ...missing(story, format),
    ...dates(story),
    ...reasons(story),
    ...(format.check?.(story) ?? []),
    ...lost(story, format),
    ...pictures(story),
  ];
}

function missing(story: Story, format: WireFormat): Problem[] {
  return (format.required ?? []).flatMap(name => {
    if (name === 'body') {
      if (!carriesContent(story) || hasBody(story)) return [];
      return [problem('error', 'body-missing', `${format.label} needs a body: the story has none.`)];
    }
    const value = story.fields[name];
    if (typeof value !== 'string' || value.trim() !== '') return [];
    const { label } = storyFields[name];
    return [
      problem('error', `${name}-missing`, `${format.label} needs a ${label.toLowerCase()}.`, { field: name }),
    ];
  });
}

function hasBody({ body }: Story): boolean {
  return bodyText(body).trim() !== '';
}

/** A date that cannot be written as one would be lost in silence: an embargo most of all. */
function dates({ fields }: Story): Problem[] {
  const found: Problem[] = [];
  const until = fields.embargo?.until ?? null;
  if (until !== null && utcTime(until) === null)
    found.push(
      problem('error', 'embargo-unreadable', `The embargo "${until}" is no date and time.`, {
        field: 'embargo',
      }),
    );
  if (fields.expires !== '' && utcTime(fields.expires) === null)
    found.push(
      problem('error', 'expires-unreadable', `The end "${fields.expires}" is no date and time.`, {
        field: 'expires',
      }),
    );
  return found;
}

/** A kill, a hold and a correction say why; receivers act on the words. */
function reasons({ fields }: Story): Problem[] {
  const said = fields.edNote.trim() !== '' || fields.correctionNote.trim() !== '';
  switch (fields.editorialAction) {
    case 'kill':
    case 'withhold':
    case 'correction': {
      if (said) return [];
      const field = fields.editorialAction === 'correction' ? 'correctionNote' : 'edNote';
      return [
        problem('warning', 'reason-missing', `A ${fields.editorialAction} should say why in a note.`, {
          field,
        }),
      ];
    }
    case 'new':
    case 'update':
    case 'advisory':
      return [];
  }
}

function lost(story: Story, format: WireFormat): Problem[] {
  return fieldNames
    .filter(name => format.fields[name] === 'omitted' && !neverLeaves.has(name))
    .filter(name => JSON.stringify(story.fields[name]) !== JSON.stringify(emptyFields[name]))
    .map(name =>
      problem('info', 'field-not-carried', `${format.label} does not carry: ${storyFields[name].label}.`, {
        field: name,
      }),
    );
}

function pictures(story: Story): Problem[] {
  if (!carriesContent(story)) return [];
  const known = new Set(story.pictures.map(picture => picture.id));
  const named = story.body.blocks
    .flatMap(block => (block.type === 'box' ? block.blocks : [block]))
    .flatMap(block => (block.type === 'picture' ? [block.pictureId] : []));
  const unplaced = new Set(unplacedPictures(story).map(picture => picture.id));
  return [
    ...named
      .filter(id => !known.has(id))
      .map(id =>
        problem('warning', 'picture-unknown', 'The copy places a picture that the story does not have.', {
          picture: id,
        }),
      ),
    ...story.pictures.flatMap((picture, index) => {
      const where = { picture: picture.id };
      const number = index + 1;
      return [
        ...(picture.file === null
          ? [
              problem(
                'warning',
                'picture-without-file',
                `Picture ${number} has no file: its words go alone.`,
                where,
              ),
            ]
          : []),
        ...(unplaced.has(picture.id)
          ? [
              problem(
                'info',
                'picture-unplaced',
                `Picture ${number} stands nowhere in the copy; it goes along.`,
                where,
              ),
            ]
          : []),
      ];
    }),
  ];
}
