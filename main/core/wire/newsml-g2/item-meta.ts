import type { Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import { embargoWords, publishingStatus, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { truncatedTime, utcTime } from '../time.ts';
import { type Child, type Element, element } from '../xml.ts';
import type { Edition } from './edition.ts';
import { blockElement, concept, house } from './vocabulary.ts';

/** Identity of the program that wrote the file. */
export const generatorName = 'Wiredesk';

interface ItemMetaParts {
  readonly itemClass: 'text' | 'picture' | 'composite';
  readonly title: string;
  readonly fileName?: string;
  /** `edNote` elements that only this item has. */
  readonly notes?: readonly Child[];
  readonly expires?: string | null;
  readonly links?: readonly Child[];
  readonly extensions?: readonly Child[];
}

/** itemMeta in the strict sequence of NewsML-G2 2.3; embargo and status are the story's for every item. */
export function itemMeta(story: Story, edition: Edition, parts: ItemMetaParts): Element {
  const { fields } = story;
  const { context } = edition;
  const expires = utcTime(parts.expires ?? '');
  const title = singleLine(parts.title);
  return element(
    'itemMeta',
    {},
    element('itemClass', { qcode: `ninat:${parts.itemClass}` }),
    concept('provider', context.provider.name || context.provider.domain || 'Wiredesk'),
    element('versionCreated', {}, utcTime(story.updated) ?? wireTime(context.now)),
    timeElement('firstCreated', story.created),
    embargoed(story),
    element('pubStatus', { qcode: `stat:${publishingStatus(story)}` }),
    fields.editorialAction === 'advisory' ? element('role', { qcode: house('advisory') }) : null,
    parts.fileName === undefined ? null : element('fileName', {}, singleLine(parts.fileName)),
    element('generator', {}, generatorName),
    title === '' ? null : element('title', {}, title),
    parts.notes,
    blockElement('edNote', embargoWords(fields.embargo), {
      role: house('embargoNote'),
    }),
    blockElement('edNote', statusWords(story), { role: house('statusNote') }),
    edition.expiryAndExclusion || expires === null
      ? null
      : blockElement('edNote', expires, { role: house('expires') }),
    signal(story),
    edition.expiryAndExclusion ? timeElement('expires', parts.expires ?? '') : null,
    parts.links,
    parts.extensions,
  );
}

function timeElement(name: string, time: string): Element | null {
  const written = utcTime(time);
  return written === null ? null : element(name, {}, written);
}

/** Present but empty means held with no known end (NewsML-G2 2.3). A date nobody can read holds too. */
function embargoed({ fields }: Story): Element | null {
  if (fields.embargo === null) return null;
  return element('embargoed', {}, fields.embargo.until === null ? null : utcTime(fields.embargo.until));
}

/** NewsML-G2 2.8: what a version is to the one before it. */
function signal({ fields }: Story): Element | null {
  switch (fields.editorialAction) {
    case 'correction':
      return element('signal', { qcode: 'sig:correction' });
    case 'update':
    case 'kill':
    case 'withhold':
      return element('signal', { qcode: 'sig:update' });
    case 'new':
    case 'advisory':
      return null;
  }
}

/** `contentCreated` may be cut to a day, a month or a year (2.6). */
export function contentCreated(time: string): Element | null {
  const written = truncatedTime(time);
  return written === null ? null : element('contentCreated', {}, written);
}
