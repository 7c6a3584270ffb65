import { refuse } from './refusal.ts';

/** What a key is worth here; `unknown` = no key of this installation. */
export type Admission = 'admitted' | 'forbidden' | 'unknown';

/** The password of a request, wherever clients of ClickHouse put it; the user's name beside it means nothing here. */
const passwordOf = (request: Request): string | undefined => {
  const own = request.headers.get('x-clickhouse-key');
  if (own !== null) return own;
  const [, scheme = '', value = ''] = /^(basic|bearer) +(\S+) *$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') {
    const login = Buffer.from(value, 'base64').toString('utf8');
    return login.slice(login.indexOf(':') + 1);
  }
  return new URL(request.url).searchParams.get('password') ?? undefined;
};

/** @throws Refusal as the server refuses a login (401), or a user without the right (403). */
export const assertAdmitted = (request: Request, admit: (key: string) => Admission): void => {
  const key = passwordOf(request);
  const admission = key === undefined || key === '' ? 'unknown' : admit(key);
  if (admission === 'unknown') throw refuse(194, 'A key of DA06 is required as the password, and this request has none that is known. (REQUIRED_PASSWORD)');
  if (admission === 'forbidden') throw refuse(497, 'The role of this key may not query. (ACCESS_DENIED)');
};
