import { defaultSettings, Settings, type SomeSettings } from '../../contract/settings.ts';
import type { Store } from './open.ts';
import { firstRow, run, sql, text } from './sql.ts';

/** The settings, each at its default until it is set. */
export function loadSettings(store: Store): Settings {
  const stored = getMark(store, 'settings');
  return Settings.parse({ ...defaultSettings, ...(stored === null ? {} : JSON.parse(stored)) });
}

/** Changes the settings that are given. @returns all of them */
export function saveSettings(store: Store, some: SomeSettings): Settings {
  const given = Object.entries(some).filter(([, value]) => value !== undefined);
  const settings = Settings.parse({ ...loadSettings(store), ...Object.fromEntries(given) });
  setMark(store, 'settings', JSON.stringify(settings));
  return settings;
}

/** What the program noted for itself under a name. */
export function getMark(store: Store, name: string): string | null {
  return firstRow(store.database, sql`SELECT value FROM settings WHERE name = ${name}`, row =>
    text(row, 'value'),
  );
}

/** Notes something for the program itself. */
export function setMark(store: Store, name: string, value: string): void {
  run(
    store.database,
    sql`INSERT INTO settings (name, value) VALUES (${name}, ${value}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  );
}
