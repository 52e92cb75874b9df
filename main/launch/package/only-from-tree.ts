/**
 * Preloaded (`--import`) into a program that runs from a packaged tree, and into its worker threads: refuses whatever
 * would be loaded from anywhere else, so that nothing of the checkout makes up for what is missing.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const tree = `${pathToFileURL(process.env.WIREDESK_PACKAGED_TREE ?? '').href}/`;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const fromTree = context.parentURL?.startsWith(tree) ?? false;
    if (fromTree && found.url.startsWith('file:') && !found.url.startsWith(tree))
      throw new Error(`${context.parentURL} loads ${found.url}, which is not in the package.`);
    return found;
  },
});
