import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** Where the parts of the services' environment are described (conventions: "Config"). */
const folders = ['services/da06/src', 'services/projector/src', 'services/registration/src', 'packages/event-log/src', 'packages/warehouse/src'];

/** An object of settings: `const Environment = z.object({ … })` or a fragment, `export const kafkaEnv = { … }`. */
const settingsObject = /^(?:export )?const (?:Environment|\w+Env) = (?:z\.object\()?\{\n(.*?)^\}/gms;
const setting = /^ {2}([A-Z][A-Z0-9_]+):/gm;

/** Every variable that a service of ours reads, from the descriptions themselves. */
export const knownSettings = (): ReadonlySet<string> => {
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
      .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(settingsObject)].flatMap(([, body = '']) => [...body.matchAll(setting)].map(([, name = '']) => name))),
  );
  return new Set(found);
};
