import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../main/contract/body.ts';
import type { Picture } from '../../../../main/contract/picture.ts';
import { sourceTypeWords } from '../../../../main/contract/source-type.ts';
import { codes, story } from './support.ts';

const checked = (picture: Partial<Picture>) => codes(story({ pictures: [picture] }));

describe('alt text', () => {
  it.each<[string, Partial<Picture>, readonly string[]]>([
    ['missing', { altText: '' }, ['warning alt-text-missing']],
    ['only white space', { altText: ' \n' }, ['warning alt-text-missing']],
    ['not needed in a decorative picture', { altText: '', decorative: true }, []],
    ['against decorative', { altText: 'A wheel.', decorative: true }, ['warning alt-text-decorative']],
    [
      'extended, against decorative',
      { altText: '', extendedDescription: 'A wheel of iron.', decorative: true },
      ['warning alt-text-decorative'],
    ],
    ['the file’s name', { altText: 'lock' }, ['warning alt-text-file-name']],
    ['a file’s name', { altText: 'DSC_0042.JPG' }, ['warning alt-text-file-name']],
    ['the caption again', { altText: 'Ada Lindqvist opens the lock' }, ['info alt-text-repeats']],
    ['a photo of', { altText: 'Photo of a woman at a wheel.' }, ['info alt-text-opening']],
    ['the picture shows', { altText: 'The picture shows a wheel.' }, ['info alt-text-opening']],
    ['Foto von', { altText: 'Ein Foto von einer Schleuse.' }, ['info alt-text-opening']],
    ['une image de', { altText: 'Une image de l’écluse.' }, ['info alt-text-opening']],
    ['a photographer', { altText: 'Photographers at the lock.' }, []],
    ['a picture in the picture', { altText: 'A picture frame on a wall.' }, []],
    ['an image that is its subject', { altText: 'Images offered for sale on a pier.' }, []],
    [
      'repeated by the extended description',
      { altText: 'A wheel.', extendedDescription: 'A wheel' },
      ['info alt-text-extended'],
    ],
    ['with an extended description', { extendedDescription: 'A wheel of iron, taller than the woman.' }, []],
  ])('%s', (_, picture, expected) => {
    expect(checked(picture)).toEqual(expected);
  });

  it('a decorative picture needs no caption', () => {
    expect(checked({ decorative: true, altText: '', caption: [] })).toEqual([]);
  });
});

describe('what a digital source type says', () => {
  const address = (code: string) => `http://cv.iptc.org/newscodes/digitalsourcetype/${code}`;

  it.each([
    ['trainedAlgorithmicMedia', true, false],
    ['compositeWithTrainedAlgorithmicMedia', true, true],
    ['compositeSynthetic', true, true],
    ['algorithmicMedia', true, false],
    ['humanEdits', false, true],
    ['algorithmicallyEnhanced', false, true],
    ['compositeCapture', false, true],
    ['digitalCapture', false, false],
    ['minorHumanEdits', false, false],
  ])('%s: synthetic %j, altered %j', (code, synthetic, altered) => {
    expect(sourceTypeWords(address(code))).toMatchObject({ synthetic, altered });
    expect(sourceTypeWords(code)).toEqual(sourceTypeWords(address(code)));
  });

  it('is read from any spelling of the address', () => {
    const words = sourceTypeWords(address('trainedAlgorithmicMedia'));
    expect(words.label).toBe('Made by generative AI');
    for (const spelling of [
      'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/',
      'digsrctype:trainedAlgorithmicMedia',
      ' TRAINEDALGORITHMICMEDIA ',
    ])
      expect(sourceTypeWords(spelling)).toEqual(words);
  });

  it('is its own label where nobody knows it', () => {
    expect(sourceTypeWords('')).toEqual({ label: '', synthetic: false, altered: false });
    expect(sourceTypeWords('x:sketch').label).toBe('sketch');
  });

  it.each([
    ['trainedAlgorithmicMedia', 'A lock of the future.', ['warning synthetic-unlabelled']],
    ['trainedAlgorithmicMedia', 'A lock of the future, made with AI.', []],
    ['trainedAlgorithmicMedia', 'Eine Schleuse, mit KI erzeugt.', []],
    ['trainedAlgorithmicMedia', 'A maid aims at the sail.', ['warning synthetic-unlabelled']],
    ['trainedAlgorithmicMedia', 'Electricity generated at the lock.', ['warning synthetic-unlabelled']],
    ['compositeWithTrainedAlgorithmicMedia', 'A composite of two pictures.', []],
    ['compositeCapture', 'Two locks.', ['warning altered-unlabelled']],
    ['compositeCapture', 'A combination of two pictures shows two locks.', []],
    ['humanEdits', 'The lock, digitally altered to hide a number plate.', []],
    ['digitalCapture', 'The lock.', []],
  ])('must be told: %s, %s', (code, caption, expected) => {
    expect(checked({ digitalSourceType: address(code), caption: plainInlines(caption) })).toEqual(expected);
  });

  it('may be told in the credit', () => {
    const digitalSourceType = address('algorithmicMedia');
    expect(checked({ digitalSourceType, creditLine: 'AI illustration: Tomas Reyl' })).toEqual([]);
  });

  it('counts for the rights category too', () => {
    expect(checked({ category: 'synthetic' })).toEqual(['warning synthetic-unlabelled']);
  });
});
