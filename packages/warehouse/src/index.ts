export { createClickHouseHttp, type ClickHouseHttpDeps } from './http/clickhouse-http.ts';
export { createEmbeddedWarehouse, type EmbeddedOptions } from './embedded/embedded-warehouse.ts';
export type { ContentHash, Params, PersonResult, RebuildTarget, Touched, Warehouse } from './warehouse.ts';
