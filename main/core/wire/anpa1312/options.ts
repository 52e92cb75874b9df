import { z } from 'zod';

export const anpa1312Options = z.strictObject({
  service: z
    .string()
    .regex(/^[A-Za-z]$/, 'a service level is one letter')
    .default('a')
    .describe('The service level: a spot news, f financial, s sports and so on'),
  number: z
    .int()
    .min(0)
    .max(9_999)
    .nullable()
    .default(null)
    .describe('The story’s number on its service; the story’s version where there is none'),
  selector: z
    .string()
    .regex(/^[A-Za-z-]{0,5}$/, 'a selector is up to five letters or dashes')
    .default('-----')
    .describe('The selector code that routes the story'),
  category: z
    .string()
    .regex(/^[A-Za-z]$/, 'a category is one letter')
    .default('a')
    .describe('The category of a story whose own is not one letter'),
  cycle: z.enum(['BC', 'AM', 'PM', 'AP']).default('BC').describe('The cycle before the keyword: BC is both'),
  agency: z
    .string()
    .regex(/^([A-Za-z]{2,4})?$/, 'an agency is two to four letters')
    .default('')
    .describe('The agency’s letters in the trailer; from the house’s name where there are none'),
});
