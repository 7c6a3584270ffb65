import { incidentChannels, incidentKinds, incidentOutcomes } from '@da06/reference';
import type { ClaimValue } from '../take-in/fields/claim.ts';
import { field, type Field } from '../take-in/fields/field.ts';
import { tableOf } from '../take-in/fields/read-claim.ts';
import { choices } from '../take-in/register/choices.ts';

export type IncidentField = 'ref' | 'revision' | 'kind' | 'unit' | 'happenedAt' | 'reportedAt' | 'handledAt' | 'channel' | 'outcome' | 'deaths' | 'injured' | 'damageVnd' | 'suspects' | 'means' | 'status';
export type IncidentClaim = Record<IncidentField, ClaimValue>;

const kinds = choices(Object.fromEntries(incidentKinds.map(({ kind, vi }) => [kind, [vi]])));
const channels = choices(Object.fromEntries(incidentChannels.map(({ channel, vi }) => [channel, [vi]])));
const outcomes = choices(Object.fromEntries(incidentOutcomes.map(({ outcome, vi }) => [outcome, [vi]])));
const ways = choices({ road: ['Đường bộ'], rail: ['Đường sắt'], water: ['Đường thủy'] });
const statuses = choices({ recorded: ['Đã ghi nhận'], withdrawn: ['Rút lại'] });
const count = { refusal: 'field.not-allowed-value', most: 1_000_000 } as const;

/** An incident (model 40 of the plan): what is checked and what `/openapi.json` says come from these rows. Nobody is in it. */
export const incidentFields: readonly Field<IncidentField>[] = [
  field('ref', 'ref', 'code', 'Your own reference of the incident, 1–64 of A-Za-z0-9._:-. Not a name, a number of a paper or a phone.', { max: 64, required: true, column: 'ref' }),
  field('revision', 'revision', 'integer', 'Number of the amendment; a lower one never overrides a higher. The highest that is known if left out.', { column: 'revision' }),
  field('kind', 'kind', 'text', 'Kind of incident; its Vietnamese name is understood.', { max: 60, required: true, ...kinds, refusal: 'incident.kind-unknown', column: 'kind' }),
  field('unit', 'unit', 'code', 'Commune in which it happened: uid, or GSO code read on that day.', { max: 60, required: true, column: 'unit' }),
  field('happenedAt', 'happenedAt', 'time', 'When it happened; null where only the report is known. Without an offset it is Vietnam time.', { max: 40, column: 'happened_at' }),
  field('reportedAt', 'reportedAt', 'time', 'When the police were told.', { max: 40, required: true, column: 'reported_at' }),
  field('handledAt', 'handledAt', 'time', 'When it was handled; null = not yet.', { max: 40, column: 'handled_at' }),
  field('channel', 'channel', 'text', 'How the police came to know: vneid = model 29, camera = model 13, traffic = model 18. other if left out.', { max: 60, ...channels, column: 'channel' }),
  field('outcome', 'outcome', 'text', 'What has become of it; open if left out.', { max: 60, ...outcomes, column: 'outcome' }),
  field('deaths', 'losses.deaths', 'integer', 'People who died.', { ...count, column: 'deaths' }),
  field('injured', 'losses.injured', 'integer', 'People who were injured.', { ...count, column: 'injured' }),
  field('damageVnd', 'losses.damageVnd', 'integer', 'Damage in đồng, a whole number.', { ...count, most: 1_000_000_000_000_000, column: 'damage_vnd' }),
  field('suspects', 'suspects', 'integer', 'How many are suspected: a number, nobody’s name.', { ...count, column: 'suspects' }),
  field('means', 'means', 'text', 'Of a traffic accident: where it happened.', { max: 40, ...ways, column: 'means' }),
  field('status', 'status', 'text', 'withdrawn = there was none, and it counts no more.', { max: 40, ...statuses, column: 'status' }),
];

/** The same, ready for reading. */
export const incidentTable = tableOf(incidentFields, (): IncidentClaim => ({
  ref: undefined, revision: undefined, kind: undefined, unit: undefined, happenedAt: undefined, reportedAt: undefined, handledAt: undefined, channel: undefined, outcome: undefined,
  deaths: undefined, injured: undefined, damageVnd: undefined, suspects: undefined, means: undefined, status: undefined,
}));

const paths = new Map(incidentFields.map(({ column = '', path }) => [column, path]));

/** Path of a column's field in an incident; undefined if the column is not known. Case and blanks around it do not count. */
export const incidentColumnPath = (column: string): readonly string[] | undefined => paths.get(column.trim().toLowerCase());
