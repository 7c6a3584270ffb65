// Runs a TypeScript entry in this very process, so that a signal sent to it reaches the program itself: its bundle, or by tsx where none can be kept.
// `npm start`, the commands and the image give node `--initial-old-space-size=32 --max-semi-space-size=8`; here it would be too late. Without them the main
// thread lets up to 90 MB of garbage lie before its first full collection, and keeps 32 MB for what is new; threads of take-in have a bound of their own.
// They also set `MALLOC_MMAP_THRESHOLD_` and `MALLOC_TRIM_THRESHOLD_`: left to itself glibc learns from the first large bodies and batches to keep room for more of
// them in its heap, some 50 MB that small pieces between them hold for ever; so large ones are given back when they are done with.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOf } from './bundle.mjs';

// The embedded engine runs each statement on a thread of this pool: the default of four starves readers beside a heavy query.
process.env.UV_THREADPOOL_SIZE ??= '12';
const [entry, ...rest] = process.argv.slice(2);
const source = resolve(entry);
process.argv = [process.argv[0], source, ...rest];
const bundle = await bundleOf(source).catch((error) => {
  // The folder cannot be written, or has no room.
  if (error.syscall !== undefined) return undefined;
  throw error;
});
if (bundle === undefined) (await import('tsx/esm/api')).register();
else process.setSourceMapsEnabled(true);
await import(pathToFileURL(bundle ?? source).href);
