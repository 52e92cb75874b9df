import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** External scripts and styles only: the Content-Security-Policy has no inline anything. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    // For the notices in the packages: what went into the bundle, and under which licence.
    license: { fileName: '.vite/license.json' },
    chunkSizeWarningLimit: 2000,
    target: 'es2023',
    // The oldest Chromium with `light-dark()`; every Electron that is supported has a newer one.
    cssTarget: 'chrome123',
  },
});
