import { AppError } from '@da06/errors';
import { dataPaths } from '../data-folder/paths.ts';
import { readAdminKey } from '../data-folder/admin-key.ts';
import { findHostFile } from '../data-folder/host-file.ts';
import { findHolder } from '../data-folder/lock.ts';
import type { Config } from '../config.ts';
import { noHost } from './exit.ts';

/** A host that answers, and the key to speak to it with. */
export type HostTarget = { readonly url: string; readonly key: string };

/**
 * The host to talk to: DA06_URL, or the one of the data folder. Undefined = nobody holds the folder, so it may be opened here.
 * @throws CliFailure 3 when the folder is held by something that does not answer, or DA06_URL does not.
 */
export const findTarget = async (config: Config): Promise<HostTarget | undefined> => {
  const paths = dataPaths(config.data);
  if (config.remoteUrl !== undefined) {
    if (!(await answers(config.remoteUrl))) throw noHost(`No DA06 host answers at ${config.remoteUrl} (DA06_URL).`);
    return { url: config.remoteUrl, key: config.remoteKey ?? readKey(paths.adminKey) };
  }
  const holder = findHolder(paths.lock);
  if (holder === undefined) return undefined;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const host = findHostFile(paths.hostFile);
    if (host !== undefined && host.pid === holder.pid && (await answers(host.url))) return { url: host.url, key: config.remoteKey ?? readKey(paths.adminKey) };
    if (findHolder(paths.lock) === undefined) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 200)); // it may be just starting
  }
  throw noHost(`Process ${holder.pid} holds ${config.data} and does not answer.`);
};

/** As findTarget, for commands that need a running host. @throws CliFailure 3 when there is none. */
export const getTarget = async (config: Config): Promise<HostTarget> => {
  const target = await findTarget(config);
  if (target === undefined) throw noHost(`No DA06 host runs on ${config.data}. Start one with npm start, or set DA06_URL and DA06_KEY.`);
  return target;
};

const readKey = (path: string): string => {
  try {
    return readAdminKey(path);
  } catch {
    throw noHost(`The key ${path} cannot be read; set DA06_KEY.`);
  }
};

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/** Asks the host. @throws AppError-like CliFailure 3 when it is gone. */
export const ask = async (target: HostTarget, path: string, init: RequestInit = {}): Promise<Response> => {
  try {
    return await fetch(`${target.url}${path}`, { ...init, headers: { authorization: `Bearer ${target.key}`, ...(init.headers as Record<string, string> | undefined) } });
  } catch (cause) {
    throw new AppError('host.unreachable', { detail: target.url, cause });
  }
};

/** What a problem answer says, in one line. */
export const problemText = async (response: Response): Promise<string> => {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as { code?: string; title?: string; vi?: string; detail?: string; instance?: string };
    return `${response.status} ${body.code ?? ''}: ${body.title ?? ''} ${body.vi ?? ''}${body.detail === undefined ? '' : ` (${body.detail})`}${body.instance === undefined ? '' : ` [${body.instance}]`}`;
  } catch {
    return `${response.status}: ${text.slice(0, 500)}`;
  }
};
