import { AppError } from '@da06/errors';
import type { KeyRole } from '@da06/events';
import { hash } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { parseBearer } from '../bearer.ts';
import { RateLimited } from '../http/rate-limited.ts';
import type { KeyHolder, Keys } from './keys.ts';

export type Auth = {
  /** Who sends the request. @throws AppError `request.unauthorized`, RateLimited. */
  readonly authenticate: (request: Request) => Promise<KeyHolder>;
};

/** SHA-256 of a key, hex: all that is kept of it. */
export const hashKey = (key: string): string => hash('sha256', key, 'hex');

/** Requests a key may make within so many seconds, unless told. */
export const defaultRate = { rateRequests: 50_000, rateSeconds: 10 } as const;

/** Recognises keys by their hash, and counts the requests of each. The administrator's own key is of the data folder, not of the log. */
export const createAuth = (deps: { readonly keys: Pick<Keys, 'byHash'>; readonly adminKey: string; readonly rateRequests?: number; readonly rateSeconds?: number }): Auth => {
  const limiter = new RateLimiterMemory({ points: deps.rateRequests ?? defaultRate.rateRequests, duration: deps.rateSeconds ?? defaultRate.rateSeconds });
  const adminHash = hashKey(deps.adminKey);
  const administrator: KeyHolder = { id: 'admin', role: 'admin', facilities: [], agency: '', unit: '' };
  return {
    authenticate: async (request) => {
      const key = parseBearer(request.headers.get('authorization'));
      if (key === undefined) throw new AppError('request.unauthorized');
      // Compared by hash: the time a comparison takes tells nothing about the key.
      const hashed = hashKey(key);
      const holder = hashed === adminHash ? administrator : deps.keys.byHash(hashed);
      if (holder === undefined) throw new AppError('request.unauthorized');
      try {
        await limiter.consume(holder.id);
      } catch (refusal) {
        throw new RateLimited(Math.max(1, Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000)));
      }
      return holder;
    },
  };
};

/** How events name the holder of a key. */
export const actorOf = ({ role, id }: Pick<KeyHolder, 'role' | 'id'>): string => `${role}:${id}`;

/** @throws AppError `request.forbidden` unless the holder has one of the roles. */
export const requireRole = (holder: KeyHolder, roles: readonly KeyRole[]): void => {
  if (!roles.includes(holder.role)) throw new AppError('request.forbidden');
};
