// Runs a TypeScript entry with tsx in this very process, so that a signal sent to it reaches the program itself.
// `npm start` and the image give node `--initial-old-space-size=32`, here it would be too late: without it the first full collection of garbage
// waits until some 90 MB lie there, however little is alive; with it memory under requests stays 50 MB lower, and after that collection V8 sets its own limits.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// The embedded engine runs each statement on a thread of this pool: the default of four starves readers beside a heavy query.
process.env.UV_THREADPOOL_SIZE ??= '12';
const { register } = await import('tsx/esm/api');
register();
const [entry, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], resolve(entry), ...rest];
await import(pathToFileURL(resolve(entry)).href);
