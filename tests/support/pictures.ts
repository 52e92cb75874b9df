import sharp from 'sharp';
import { Picture } from '../../main/contract/picture.ts';
import { inspectPicture } from '../../main/core/pictures/file.ts';

/** A small picture with something to see in it, so that a pixel that changed shows. */
export async function pixels(format: 'jpeg' | 'png' | 'tiff' | 'webp'): Promise<Uint8Array> {
  const raw = Buffer.from(Array.from({ length: 48 * 32 * 3 }, (_, index) => (index * 37) % 256));
  return new Uint8Array(
    await sharp(raw, { raw: { width: 48, height: 32, channels: 3 } })
      .toFormat(format)
      .toBuffer(),
  );
}

/** An invented picture with every text a file can carry. */
export async function describedPicture(bytes: Uint8Array, name: string): Promise<Picture> {
  return Picture.parse({
    id: 'picture-1',
    file: await inspectPicture(bytes, name),
    caption: [
      {
        type: 'text',
        text: 'Ada Lindqvist opens the sea lock in Port Selwyn – “at last”, 3 March 2026. Zażółć, 港口.',
      },
    ],
    description: 'Ada Lindqvist opens the sea lock.',
    headline: 'Sea lock opens',
    altText: 'A woman turns a wheel.',
    extendedDescription: 'A woman in a yellow coat turns a large iron wheel beside a lock gate.',
    creator: 'Tomas Reyl',
    creatorTitle: 'Staff',
    creditLine: 'Tomas Reyl / Harbour Pictures via Selwyn Agency',
    source: 'Selwyn Agency',
    copyrightNotice: '© 2026 Harbour Pictures',
    usageTerms: 'Editorial use only.',
    instructions: 'BELGIUM OUT',
    descriptionWriter: 'im',
    jobId: 'LOCK-2026',
    dateCreated: '2026-03-03T10:20:30+01:00',
    location: { created: { city: 'Port Selwyn', country: 'Freeland', countryCode: 'FL' }, shown: [] },
    people: [{ name: 'Ada Lindqvist', position: 'L' }],
    digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED',
    webStatement: 'https://pictures.example/rights',
    licensor: { name: 'Selwyn Agency', url: 'https://agency.example', email: 'desk@agency.example' },
    restrictions: [
      { kind: 'no-archive', text: 'NO ARCHIVE', spans: [] },
      { kind: 'exclude-territory', territories: ['BE'], text: 'BELGIUM OUT', spans: [] },
    ],
  });
}
