import { z } from 'zod';

/** Light or dark; 'system' follows the machine. */
export const Appearance = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof Appearance>;

/** The sizes of the copy that menus and settings step through, in percent of the usual. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** What is set once for the machine and the house. */
export const Settings = z.strictObject({
  /** The person at this machine: stands on revisions, comments, overrides and filings. */
  author: z.string().trim().max(200),
  /** The house's name on the wire and its internet domain, for guids. */
  provider: z.string().trim().max(200),
  providerDomain: z
    .string()
    .trim()
    .regex(/^[a-z0-9.-]+$/i, 'a domain has letters, digits, dots and hyphens')
    .max(200),
  language: z.string().max(35),
  /** Where exports go unless another folder is named; empty for the folder beside the store. */
  exportFolder: z.string().max(4_000),
  /** A folder with the official schemas, for validation before sending; empty for none. */
  schemaFolder: z.string().max(4_000),
  /** A folder with Hunspell dictionaries; empty for the folders where this system keeps them. */
  dictionaryFolder: z.string().max(4_000),
  appearance: Appearance,
  /** How large the copy is set, in percent; zooming enlarges everything. */
  textSize: z.literal(textSizes),
});
export type Settings = z.infer<typeof Settings>;
export const defaultSettings: Settings = {
  author: '',
  provider: 'Wiredesk',
  providerDomain: 'wiredesk.invalid',
  language: 'en',
  exportFolder: '',
  schemaFolder: '',
  dictionaryFolder: '',
  appearance: 'system',
  textSize: 100,
};
/** Some of the settings; none is filled in by default. */
export const SomeSettings = Settings.partial();
export type SomeSettings = z.infer<typeof SomeSettings>;
