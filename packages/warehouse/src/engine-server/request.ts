import { refuse } from '../http/refusal.ts';

/** A request as the HTTP interface of a ClickHouse server takes it. */
export type EngineRequest = {
  /** `query` of the address; bytes of the body go with it. */
  readonly query: string;
  readonly body: Uint8Array;
  readonly packed: boolean;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly session: { readonly id: string; readonly seconds: number } | undefined;
  readonly format: string;
  readonly params: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly gzip: boolean;
  readonly queryId: string | undefined;
  /** Whether the statement is to end when its client has gone. */
  readonly cancel: boolean;
};

/** What is not a setting of the engine. */
const ownNames = new Set(['query', 'query_id', 'user', 'password', 'database', 'default_format', 'session_id', 'session_timeout', 'session_check', 'quota_key', 'role', 'wait_end_of_query', 'buffer_size', 'compress', 'decompress', 'enable_http_compression', 'cancel_http_readonly_queries_on_client_close', 'client_protocol_version']);

/** Reads a request. @throws Refusal for the name of a setting that is none. */
export const readEngineRequest = async (request: Request): Promise<EngineRequest> => {
  const { searchParams: given } = new URL(request.url);
  const settings: Record<string, string> = {};
  const params: Record<string, string> = {};
  for (const [name, value] of given) {
    if (name.startsWith('param_')) params[name.slice('param_'.length)] = value;
    else if (ownNames.has(name)) continue;
    else if (!/^\w+$/.test(name)) throw refuse(115, `Unknown setting '${name.slice(0, 40)}'. (UNKNOWN_SETTING)`);
    else settings[name] = value;
  }
  const sessionId = given.get('session_id');
  return {
    query: given.get('query') ?? '',
    body: new Uint8Array(await request.arrayBuffer()),
    packed: request.headers.get('content-encoding') === 'gzip',
    ...loginOf(request, given),
    database: given.get('database') ?? request.headers.get('x-clickhouse-database') ?? 'default',
    session: sessionId === null ? undefined : { id: sessionId, seconds: Math.min(3_600, Number(given.get('session_timeout') ?? '60')) },
    format: given.get('default_format') ?? request.headers.get('x-clickhouse-format') ?? 'TabSeparated',
    params,
    settings,
    queryId: given.get('query_id') ?? undefined,
    cancel: given.get('cancel_http_readonly_queries_on_client_close') === '1',
    gzip: given.get('enable_http_compression') === '1' && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''),
  };
};

const loginOf = (request: Request, given: URLSearchParams): { user: string; password: string } => {
  const basic = /^Basic (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic !== undefined) {
    const [user = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { user, password: password.join(':') };
  }
  return {
    user: request.headers.get('x-clickhouse-user') ?? given.get('user') ?? 'default',
    password: request.headers.get('x-clickhouse-key') ?? given.get('password') ?? '',
  };
};
