import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Files shorter than this are sent as they are. */
const shortest = 1_024;

/** Packs what was built, beside it: once here and not at each request. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle).filter((file) => /\.(?:js|css|svg)$/.test(file))) {
      const body = readFileSync(join(dir, name));
      if (body.byteLength < shortest) continue;
      // 9 of 11: the last two cost ten times as much for a few per cent.
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(body, { level: 9 }));
    }
  },
};

/** The viewer: what the browser loads. The host serves what is built from `dist`, below /console/. */
export default defineConfig({
  root: 'viewer',
  base: '/console/',
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_500, reportCompressedSize: false },
  plugins: [packed],
});
