import { readConfig } from './config.ts';
import { createEngineHttp } from './engine-http.ts';
import { serve } from './serve.ts';

const { path, port, writer, reader } = readConfig();
const engine = createEngineHttp({ path, writer, ...(reader === undefined ? {} : { reader }), onError: (error) => void process.stderr.write(`${String(error)}\n`) });
const served = await serve(engine.fetch, port);
process.stdout.write(`${JSON.stringify({ url: served.url, pid: process.pid })}\n`);

let ending: Promise<void> | undefined;
const end = (): void => {
  ending ??= served.close().then(() => engine.close()).then(() => process.exit(0));
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
// A parent that was killed tells nobody: its child is then another's.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) end();
}, 500);
