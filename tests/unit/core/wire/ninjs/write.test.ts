import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Story } from '../../../../../main/contract/story.ts';
import { fullStory, minimalStory, withFields } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

const Entry = z.object({ role: z.string(), value: z.string() });
const Common = z.object({
  uri: z.string(),
  pubStatus: z.string(),
  embargoedUntil: z.string().optional(),
  expires: z.string().optional(),
  usageTerms: z.string().optional(),
  descriptions: z.array(Entry).optional(),
});
const Ninjs = Common.extend({
  representationType: z.string(),
  edNote: z.string().optional(),
  altIds: z.array(Entry),
  bodies: z.array(Entry).optional(),
  associations: z
    .array(
      Common.extend({
        name: z.string(),
        renditions: z.array(z.object({ href: z.string(), sizeInBytes: z.number() })).optional(),
      }),
    )
    .optional(),
});

const write = (story: Story, options: unknown = {}) =>
  Ninjs.parse(JSON.parse(writeOne('ninjs-3', story, options).text));

describe('writeNinjs', () => {
  it('has nothing empty in it', () => {
    const empty: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (value === '' || value === null) empty.push(path);
      else if (typeof value === 'object') {
        if (Object.keys(value).length === 0) empty.push(path);
        for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
      }
    };
    for (const story of [fullStory, minimalStory]) walk(JSON.parse(writeOne('ninjs-3', story).text), '');
    expect(empty).toEqual([]);
  });

  it('gives pictures roles for caption, credit and alternative text', () => {
    const [picture] = write(fullStory).associations ?? [];
    const byRole = Object.fromEntries((picture?.descriptions ?? []).map(({ role, value }) => [role, value]));
    expect(byRole).toMatchObject({
      caption: 'Harbour master Ada Lindqvist (L) opens the Northern Gate in Port Selwyn.',
      creditline: 'AFP PHOTO / HARBOUR OFFICE',
      alttext: 'A woman turns a wheel beside a "gate".',
    });
    expect(picture?.usageTerms).toContain('BELGIUM OUT');
    expect(picture?.expires).toBe('2026-03-18T00:00:00Z');
  });

  it('refers to a file beside the story so that a URL parser finds it', () => {
    const [picture, bare] = write(fullStory).associations ?? [];
    const href = picture?.renditions?.[0]?.href ?? '';
    expect(new URL(href, 'file:///export/story.json').href).toBe('file:///export/media/picture-one.jpg');
    expect(picture?.renditions?.[0]?.sizeInBytes).toBe(124_456);
    expect(bare?.renditions).toBeUndefined();
  });

  it('refers to files on the web when told where they are', () => {
    const { associations, bodies } = write(fullStory, { mediaBase: 'https://pictures.example/2026' });
    expect(associations?.[0]?.renditions?.[0]?.href).toBe(
      'https://pictures.example/2026/media/picture-one.jpg',
    );
    expect(bodies?.[0]?.value).toContain('src="https://pictures.example/2026/media/picture-one.jpg"');
  });

  it('holds story and pictures under an embargo, and doubly under one without end', () => {
    const open = write(withFields(fullStory, { embargo: { until: null } }));
    for (const each of [open, ...(open.associations ?? [])])
      expect(each).toMatchObject({ embargoedUntil: '9999-12-31T23:59:59Z', pubStatus: 'withheld' });
    const dated = write(fullStory);
    for (const each of [dated, ...(dated.associations ?? [])])
      expect(each).toMatchObject({ embargoedUntil: '2026-03-05T05:00:00Z', pubStatus: 'usable' });
  });

  it('sends a kill without body and pictures', () => {
    const kill = write(withFields(fullStory, { editorialAction: 'kill' }));
    expect(kill).toMatchObject({ pubStatus: 'canceled', representationType: 'partial' });
    expect(kill.bodies).toBeUndefined();
    expect(kill.associations).toBeUndefined();
  });

  it('keeps an identity that is no URI among the alternatives', () => {
    const odd = write({ ...fullStory, guid: 'story 1' });
    expect(odd.uri).toBe('urn:newsml:meridian.example:story%201');
    expect(odd.altIds).toContainEqual({ role: 'guid', value: 'story 1' });
  });
});
