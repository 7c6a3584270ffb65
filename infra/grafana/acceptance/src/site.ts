import { readFileSync } from 'node:fs';

/** The Grafana that is looked at. */
export const url = process.env['GRAFANA_URL'] ?? 'http://127.0.0.1:3000';

/** Its administrator, who is in every organisation. */
export const admin = { user: process.env['GRAFANA_ADMIN_USER'] ?? 'admin', password: process.env['GRAFANA_ADMIN_PASSWORD'] ?? '' };

export type Audience = { readonly name: string; readonly org: number; readonly title: string; readonly boards: readonly string[] };

/** Who sees which boards: generated from infra/deploy/src/access. */
export const audiences = JSON.parse(readFileSync(new URL('../audiences.json', import.meta.url), 'utf8')) as readonly Audience[];

/** A board's uid in each language. */
export const uidsOf = ({ boards }: Audience): readonly string[] => boards.flatMap((uid) => [uid, `${uid}-en`]);
