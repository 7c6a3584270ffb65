import { defineConfig } from 'vite';

/** The viewer: what the browser loads. The host serves what is built from `dist`, below /console/. */
export default defineConfig({
  root: 'viewer',
  base: '/console/',
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_500 },
});
