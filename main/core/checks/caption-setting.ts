import { problem } from '../../contract/failure.ts';
import type { Picture } from '../../contract/picture.ts';
import { sourceTypeWords } from '../../contract/source-type.ts';
import { findDates } from '../pictures/caption/dates.ts';
import { normalise } from '../pictures/caption/normalise.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';

/** A day without its year, a weekday, a year: enough for a reader. */
const day =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|undated|circa|today|yesterday)\b|\b(?:19|20)\d{2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2}\.? (?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/iu;
/** 'in Port Selwyn', 'at the lock in Kelholm', 'PORT SELWYN, WESTMARK -'. */
const place =
  /(?:^|\s)(?:in|at|near|off|outside|from|on|over|à|en|in der|im|bei|vor|nahe|a|nel|em)\s(?:the\s|der\s|la\s|le\s)?\p{Lu}[\p{L}’'-]+|^\p{Lu}{3,}/u;

/** A caption says when and where (AP), or the picture's fields do, from which it can be composed. */
export const captionSetting: Check = story =>
  captionsOf(story)
    .filter(({ picture }) => !picture.decorative && !sourceTypeWords(picture.digitalSourceType).synthetic)
    .flatMap(({ picture, name, text }) => {
      const dated = picture.dateCreated !== '' || day.test(text) || findDates(normalise(text)).length > 0;
      const placed = hasPlace(picture) || place.test(text);
      const lacks = [dated ? '' : 'when', placed ? '' : 'where'].filter(Boolean).join(' and ');
      if (lacks === '') return [];
      const message = `Neither its caption nor a field says ${lacks} ${name.toLowerCase()} was taken.`;
      return [problem('info', 'caption-setting', message, { field: 'caption', picture: picture.id })];
    });

function hasPlace({ location: { created, shown } }: Picture): boolean {
  return [created, ...shown].some(each => each !== null && Object.values(each).some(part => part !== ''));
}
