import { AppError } from '@da06/errors';
import type { KeyRole } from '@da06/events';
import { isLoopback, parseBearer } from '@da06/service-kit';
import { isIP } from 'node:net';
import { opens, opensAny, type ReaderRole } from './opens.ts';

export type ReaderDeps = {
  /** The role of a key, or undefined for a text that is none. */
  readonly roleOfKey: (key: string) => KeyRole | undefined;
  /** Whether this process listens where its own machine alone can reach it. */
  readonly onLoopback: boolean;
};

/** Who asks. */
export type Reader = {
  readonly role: ReaderRole;
  /** Asked on the machine itself, without a key. */
  readonly local: boolean;
};
export type ReaderOf = (request: Request) => Reader;

/** What a proxy adds: whoever is behind one may be anywhere. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** The name in `Host` or in an address, without its port; '' if there is none. */
const nameIn = (host: string): string => /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(host)?.slice(1).find((name) => name !== undefined) ?? '';

/** Loopback by its number or its name: `127.0.0.1.example.org` is somebody else's name, which may lead here. */
const isLoopbackName = (name: string): boolean => name === 'localhost' || (isIP(name) !== 0 && isLoopback(name));

/**
 * Whether a request comes from a program or a page of this machine itself. The name in `Host` tells a page of another name that leads here
 * (DNS rebinding); `Origin` and `Sec-Fetch-Site` tell another site's page in this machine's browser.
 */
const isLocal = ({ headers }: Request): boolean => {
  const host = headers.get('host') ?? '';
  const origin = headers.get('origin');
  return (
    isLoopbackName(nameIn(host)) &&
    forwarding.every((name) => !headers.has(name)) &&
    (origin === null || origin === `http://${host}`) &&
    !['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? 'none')
  );
};

/**
 * Tells who asks: by the key, and without one, where only this machine can ask, somebody who could read the data folder as well (as on its
 * ClickHouse port). A key that is given counts, so that a wall on this machine shows what a wall may.
 */
export const createReaderOf =
  ({ roleOfKey, onLoopback }: ReaderDeps): ReaderOf =>
  (request) => {
    const given = request.headers.get('authorization');
    if (given === null && onLoopback && isLocal(request)) return { role: 'local', local: true };
    const role = roleOfKey(parseBearer(given) ?? '');
    if (role === undefined) throw new AppError('request.unauthorized');
    return { role, local: false };
  };

/** @throws AppError `request.forbidden` for one who may open no board at all. */
export const assertOpensAny = ({ role }: Reader): void => {
  if (!opensAny(role)) throw new AppError('request.forbidden');
};

/** @throws AppError `request.forbidden` unless this reader may open the board. */
export const assertOpens = ({ role }: Reader, uid: string): void => {
  if (!opens(role, uid)) throw new AppError('request.forbidden');
};
