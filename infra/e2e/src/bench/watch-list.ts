import { figure, quantile } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { facilityId, ndjson, stayOf } from '../harness/stays.ts';
import { sleep } from '../harness/temp.ts';

type Alert = { readonly alert: string; readonly ref: string };
type Item = { readonly entry: string; readonly ref: string };
type Sizes = { readonly stays: number; readonly entries: number; readonly planted: number };

const perBatch = 100;
/** 500 stays a second: a district sends a few thousand a day. */
const everyMs = 200;
/** Between two looks at the alerts, which tell no moment of their own: that of what they follow from. */
const lookMs = 20;
const prefix = 'WL';
/** Numbers of people who are watched for and never come. */
const elsewhere = 600_000;

const refOf = (n: number): string => String(stayOf(n, { prefix, now: 0 })['ref']);
const numberOf = (n: number): string => (stayOf(n, { now: 0 })['guest'] as { document: { number: string } }).document.number;

/** The ways in which the number of a list differs from that of a stay. */
const variants: readonly ((number: string) => object)[] = [
  (number) => ({ kind: 'cccd', number }), (number) => ({ kind: 'cccd', number: number.replace(/(...)(...)(...)/, '$1 $2 $3 ') }), (number) => ({ number: ` ${number.replace(/(...)/g, '$1.')}` }), (number) => ({ kind: 'CCCD', number: number.replace(/^0+/, (zeros) => zeros.slice(0, -Math.min(2, zeros.length))) }),
  (number) => ({ kind: 'cmnd', number }), (number) => ({ number: number.replace(/^0/, '') }),
];
const entryOf = (n: number, of: number) => ({ papers: [(variants[of % variants.length] ?? variants[0])?.(numberOf(n))], reasonClass: 'other', expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) });

/**
 * A watch-list among stays as they come in: people of it who come, in number variants; entries that come after the stay; entries that were removed. Every match is found, nothing else,
 * and each alert can be read soon after the stay, or the entry, was accepted.
 */
export async function* watchList(host: RunningHost, { stays, entries, planted }: Sizes): AsyncGenerator<Figure> {
  const [before, after, removed] = [Math.ceil(planted * 0.7), Math.floor(planted * 0.2), planted - Math.ceil(planted * 0.7) - Math.floor(planted * 0.2)];
  const spread = Math.floor(stays / planted);
  const watched = Array.from({ length: planted }, (_, place) => place * spread + (place % spread));
  const post = async (list: readonly object[]): Promise<readonly Item[]> => {
    const answer = await host.call('POST', '/v1/watch-entries', list);
    if (answer.status !== 200) throw new Error(`The watch-list answered ${String(answer.status)}: ${(await answer.text()).slice(0, 300)}`);
    return ((await answer.json()) as { items: Item[] }).items;
  };
  await post(watched.slice(0, before).map(entryOf));
  const gone = await post(watched.slice(before + after).map(entryOf));
  for (let from = 0; from < entries - planted; from += 5_000) await post(Array.from({ length: Math.min(5_000, entries - planted - from) }, (_, place) => entryOf(elsewhere + from + place, place)));
  for (const { entry } of gone) await host.call('DELETE', `/v1/watch-entries/${entry}?cause=error`);

  const seen = followAlerts(host);
  const acceptedAt = new Map<string, number>();
  const started = performance.now();
  for (let from = 0, n = 0; from < stays; from += perBatch, n += 1) {
    await sleep(Math.max(0, started + n * everyMs - performance.now()));
    const response = await host.call('POST', `/v1/facilities/${facilityId}/stays`, ndjson(Math.min(perBatch, stays - from), { now: Date.now(), prefix, from }), { 'content-type': 'application/x-ndjson' });
    await response.arrayBuffer();
    for (const of of watched) if (of >= from && of < from + perBatch) acceptedAt.set(refOf(of), Date.now());
  }
  const rate = stays / ((performance.now() - started) / 1000);
  const late = watched.slice(before, before + after);
  for (const [place, of] of late.entries()) {
    await post([entryOf(of, place)]);
    acceptedAt.set(refOf(of), Date.now());
  }
  const expected = new Set(watched.slice(0, before + after).map(refOf));
  for (let tries = 0; tries < 100 && seen.alerts.size < expected.size; tries += 1) await sleep(100);
  await sleep(1_000);
  await seen.stop();
  const alerts = [...seen.alerts.values()];
  const found = alerts.filter(({ ref }) => expected.has(ref));
  const took = found.map(({ ref, at }) => Math.max(0, at - (acceptedAt.get(ref) ?? 0)));
  yield figure('watch-list: entries', entries, '', undefined);
  yield figure('watch-list: stays/s sent', Math.round(rate), '', undefined);
  yield figure(`watch-list: planted matches found, of ${String(expected.size)} (${String(late.length)} of them by a later entry)`, new Set(found.map(({ ref }) => ref)).size, `${String(expected.size)}`, new Set(found.map(({ ref }) => ref)).size === expected.size);
  yield figure(`watch-list: alerts that are false, twice, or of the ${String(removed)} removed entries`, alerts.length - new Set(found.map(({ ref }) => ref)).size, '0', alerts.length === new Set(found.map(({ ref }) => ref)).size);
  yield figure('watch-list: accepted → alert to be read, p50 ms', Math.round(quantile(took, 0.5)), '', undefined);
  yield figure('watch-list: accepted → alert to be read, p99 ms', Math.round(quantile(took, 0.99)), '<= 1,000', quantile(took, 0.99) <= 1_000);
}

/** Looks at the watch-list's alerts again and again (a hundred thousand guests of one house raise others too): each with when it was seen first, in Unix milliseconds. */
const followAlerts = (host: RunningHost) => {
  const alerts = new Map<string, Alert & { readonly at: number }>();
  let stopped = false;
  const follow = async (): Promise<void> => {
    while (!stopped) {
      const listed = ((await (await host.call('GET', '/v1/alerts?rule=watch-list')).json()) as { alerts: Alert[] }).alerts;
      const at = Date.now();
      for (const alert of listed) if (!alerts.has(alert.alert)) alerts.set(alert.alert, { ...alert, at });
      await sleep(lookMs);
    }
  };
  const following = follow();
  return { alerts, stop: async (): Promise<void> => { stopped = true; await following; } };
};
