export { tooManyKeys } from './http/answer.ts';
export { createClickHouseHttp, type ClickHouseHttpDeps } from './http/clickhouse-http.ts';
export type { Admission } from './http/credentials.ts';
export { createEngineHttp, type EngineHttp, type EngineHttpOptions } from './engine-server/engine-http.ts';
export { createEmbeddedWarehouse, type EmbeddedOptions } from './embedded/embedded-warehouse.ts';
export { clickhouseEnv, clickhouseOptions, type ClickhouseSettings } from './server/env.ts';
export type { Login, ServerOptions } from './server/options.ts';
export { createServerWarehouse } from './server/server-warehouse.ts';
export type { ContentHash, Params, PersonResult, RebuildTarget, Touched, Warehouse } from './warehouse.ts';
