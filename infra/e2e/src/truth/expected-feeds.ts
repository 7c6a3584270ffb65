import type { PopulationTruth, Truth, TruthRequest } from '@da06/simulator';
import type { StayRow } from './expected-stays.ts';
import { day, dayNumber } from './local-time.ts';

/** A row of the view `feed_batches`, without its event's id. */
export type BatchRow = {
  readonly facility_id: string; readonly recorded_at: number; readonly shape: string; readonly single: boolean; readonly received: number; readonly accepted: number;
  readonly duplicate: number; readonly amended: number; readonly late: number; readonly rejected: number; readonly codes: Readonly<Record<string, number>>;
};

const isPortal = ({ path }: TruthRequest): boolean => path.startsWith('/v1/kbtt/');

/** Portal bodies are lists, whatever they hold. */
const isSingle = (request: TruthRequest): boolean => !isPortal(request) && !/\/(?:stays|trips)$/.test(request.path.split('?')[0] ?? '');

const shapeOf = (request: TruthRequest): string => {
  if (isPortal(request)) return 'kbtt-departure';
  return request.contentType.startsWith('text/csv') ? 'csv' : 'native';
};

export const expectedBatches = (truth: Truth): BatchRow[] =>
  truth.requests.map((request) => ({
    facility_id: request.facility, recorded_at: Date.parse(request.receivedAt), shape: shapeOf(request), single: isSingle(request),
    received: request.received, accepted: request.accepted, duplicate: request.duplicate, amended: request.amended, late: request.late, rejected: request.rejected, codes: request.codes,
  }));

/** A row of the view `register_batches`, without its event's id and the shape, which no truth tells. */
export type RegisterBatchRow = Omit<BatchRow, 'facility_id' | 'shape' | 'late'> & { readonly register: string };

export const expectedRegisterBatches = ({ requests }: Pick<PopulationTruth, 'requests'>): RegisterBatchRow[] =>
  requests.map(({ register, receivedAt, path, received, accepted, duplicate, amended, rejected, codes }) => ({
    register, recorded_at: Date.parse(receivedAt), single: path !== `/v1/${register}`, received, accepted, duplicate, amended, rejected, codes,
  }));

/** A row of the view `stay_notices`. */
export type NoticeRow = { readonly recorded_at: number; readonly facility_id: string; readonly late: boolean; readonly synced_late: boolean; readonly delay_s: number };

/** How in time each stay was told that is not cancelled. */
export const expectedNotices = (stays: readonly StayRow[]): NoticeRow[] =>
  stays.filter(isCounted).map((stay) => ({ recorded_at: stay.recorded_at, facility_id: stay.facility_id, late: stay.late, synced_late: stay.synced_late, delay_s: delayOf(stay) }));

const isCounted = ({ status }: StayRow): boolean => status !== 'cancelled';

/** Seconds from the arrival to the notice; one that claims to be later than its receipt counts as received. */
const delayOf = ({ arrived_at, recorded_at, notified_at }: StayRow): number => seconds(notified_at !== null && notified_at <= recorded_at ? notified_at : recorded_at) - seconds(arrived_at);

/** A row of the view `feed_health`. */
export type HealthRow = {
  readonly facility_id: string; readonly last_received_at: number; readonly received_7d: number; readonly rejected_7d: number; readonly late_share: number;
  readonly delay_p50_s: number; readonly delay_p90_s: number; readonly silent_days: number;
};

/** How each facility reports, over the 7 days up to `asOf`; a quantile is the value at that share of the sorted ones. */
export const expectedHealth = (truth: Truth, stays: readonly StayRow[], asOf: number): HealthRow[] => {
  const since = asOf - 7 * day;
  return truth.facilities.map(({ id, versions }) => {
    const requests = truth.requests.filter(({ facility }) => facility === id);
    const recent = requests.filter(({ receivedAt }) => Date.parse(receivedAt) > since);
    const told = stays.filter((stay) => stay.facility_id === id && stay.recorded_at > since && isCounted(stay));
    const delays = told.map(delayOf).sort((a, b) => a - b);
    const last = Math.max(0, ...requests.map(({ receivedAt }) => Date.parse(receivedAt)), ...truth.emptyDays.filter(({ facility }) => facility === id).map(({ receivedAt }) => Date.parse(receivedAt)));
    const lastDay = last > 0 ? dayNumber(last) : Date.parse(versions[0]?.validFrom ?? '') / day;
    return {
      facility_id: id, last_received_at: last,
      received_7d: sum(recent, 'received'), rejected_7d: sum(recent, 'rejected'),
      late_share: told.length === 0 ? 0 : told.filter(({ late }) => late).length / told.length,
      delay_p50_s: at(delays, 0.5), delay_p90_s: at(delays, 0.9),
      silent_days: Math.max(0, dayNumber(asOf) - lastDay),
    };
  });
};

const seconds = (at: number): number => Math.floor(at / 1000);
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
const sum = (requests: readonly TruthRequest[], name: 'received' | 'rejected'): number => requests.reduce((total, request) => total + request[name], 0);
