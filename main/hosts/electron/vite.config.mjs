import { resolve } from 'node:path';

/** A sandboxed preload can load nothing but `electron`: it is bundled, and CommonJS. */
export default {
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: resolve(import.meta.dirname, '../../../dist/main/hosts/electron'),
    emptyOutDir: false,
    minify: false,
    target: 'es2023',
    lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
};
