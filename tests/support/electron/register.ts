import { registerHooks } from 'node:module';

/** Loaded before the host's own entry: `electron` is the stand-in from here on. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? next(new URL('electron.ts', import.meta.url).href, context)
      : next(specifier, context),
});
