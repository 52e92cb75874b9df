import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { closeExiftool } from '../../../../main/core/pictures/exiftool.ts';
import { metadataFields } from '../../../../main/core/pictures/metadata-fields.ts';
import { otherProperties } from '../../../../main/core/pictures/metadata-properties.ts';
import { readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { exiftoolPrints } from '../../../support/exiftool-raw.ts';
import { sharedFolder, sharedPath } from '../../../support/shared.ts';

afterAll(closeExiftool);

const names = ['GAC103-thumb.jpg', 'IPTC-PhotometadataRef-Std2017.1.jpg'];
const open = (name: string): Uint8Array => readFileSync(sharedPath('samples/real/pictures', name));

/** Every text in a value, however deep. */
function leaves(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [String(value)];
}

describe.skipIf(sharedFolder === null).each(names)('%s', name => {
  it('says in every field what exiftool prints', async () => {
    const bytes = open(name);
    const prints = await exiftoolPrints(bytes, '-api', 'StructFormat=JSONQ', '-all:all');
    const { fields, properties, original } = await readMetadata(bytes);
    const printed = (tag: string | undefined): string =>
      tag === undefined || prints[tag] === undefined ? '' : leaves(prints[tag]).join(', ');
    for (const { field, xmp, iim, exif } of metadataFields)
      expect(fields[field], field).toBe(printed(xmp) || printed(iim?.tag) || printed(exif));
    for (const { tag, xmp, iim } of otherProperties) {
      const value = properties.find(each => each.xmp === xmp)?.value;
      const expected = prints[tag] ?? (iim ? prints[iim] : undefined);
      if (expected === undefined) expect(value, tag).toBeUndefined();
      else for (const leaf of leaves(expected)) expect(value, tag).toContain(leaf);
    }
    const texts = Object.entries(prints).filter(
      ([tag]) => /^IPTC:/.test(tag) && !/RecordVersion|CharacterSet|Date|Time|Prefs/.test(tag),
    );
    for (const [tag, value] of texts) expect(original[tag], tag).toBe(leaves(value).join(', '));
  });
});

describe.skipIf(sharedFolder === null)('a real picture', () => {
  it('is held by the limit in time that IIM lost', async () => {
    const { restrictions, differences } = await readMetadata(open('GAC103-thumb.jpg'));
    const lost = differences.find(each => each.field === 'instructions');
    expect(lost).toMatchObject({ truncated: true });
    expect(lost?.iim).not.toMatch(/\d+ DAYS/);
    expect(restrictions).toContainEqual(
      expect.objectContaining({ kind: 'time-limit', text: expect.stringMatching(/\d+ DAYS/) }),
    );
  });

  it('has every property of the standard’s reference picture', async () => {
    const { fields, properties } = await readMetadata(open('IPTC-PhotometadataRef-Std2017.1.jpg'));
    // What the standard got after 2017, and what the picture does not have.
    const later = ['AI', 'Contributor', 'EventId', 'Image Region', 'Other Constraints', 'ImageRegion'];
    const missing = otherProperties
      .filter(({ xmp }) => !properties.some(each => each.xmp === xmp))
      .filter(({ xmp, name }) => !later.some(each => xmp.includes(`:${each}`) || name === each));
    expect(missing).toEqual([]);
    expect(fields.location.shown.length).toBeGreaterThan(0);
    expect(fields.people.length).toBe(2);
  });
});
