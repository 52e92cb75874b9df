import { app } from 'electron';
import { commandWords } from './command-words.ts';

/**
 * The entry of the desktop program: a command at a terminal where its first word is one, else a window. Electron gets
 * ready only once all of this has run: a command has left by then, without a window, a lock or a place in the dock.
 */
const words = commandWords(process.argv.slice(app.isPackaged ? 1 : 2));
if (words === null) await import('../hosts/electron/main.ts');
else {
  const { run } = await import('./run.ts');
  const status = await run(words);
  // A pipe may still hold what was printed.
  for (const stream of [process.stdout, process.stderr])
    await new Promise<unknown>(done => stream.write('', done));
  app.exit(status);
}
