import { z } from 'zod';

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
};
/** Some of the settings; none is filled in by default. */
export const SomeSettings = Settings.partial();
export type SomeSettings = z.infer<typeof SomeSettings>;
