export type * as cog from '@grafana/grafana-foundation-sdk/cog';
