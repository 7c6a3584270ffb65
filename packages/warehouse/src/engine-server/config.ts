import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Login } from '../server/options.ts';

export type EngineServerConfig = { readonly path: string; readonly port: number; readonly writer: Login; readonly reader: Login | undefined };

const usage = 'Usage: engine-server --path FOLDER [--port N] [--user NAME] [--password-file FILE] [--reader-user NAME]; passwords by DA06_ENGINE_PASSWORD and DA06_ENGINE_READER_PASSWORD.';

/** Reads the command line; passwords never stand in it, for others can see it. @throws Error that says how it is used. */
export const readConfig = (args: readonly string[] = process.argv.slice(2), env: Readonly<Record<string, string | undefined>> = process.env): EngineServerConfig => {
  const { values } = parseArgs({
    args: [...args],
    options: { path: { type: 'string' }, port: { type: 'string', default: '0' }, user: { type: 'string', default: 'default' }, 'password-file': { type: 'string' }, 'reader-user': { type: 'string' } },
  });
  const file = values['password-file'];
  const password = file === undefined ? env['DA06_ENGINE_PASSWORD'] : readFileSync(file, 'utf8').trimEnd();
  const readerPassword = env['DA06_ENGINE_READER_PASSWORD'];
  const reader = values['reader-user'];
  if (values.path === undefined || password === undefined || password === '' || (reader !== undefined && (readerPassword ?? '') === '')) throw new Error(usage);
  return {
    path: resolve(values.path),
    port: Number(values.port),
    writer: { username: values.user, password },
    reader: reader === undefined ? undefined : { username: reader, password: readerPassword ?? '' },
  };
};
