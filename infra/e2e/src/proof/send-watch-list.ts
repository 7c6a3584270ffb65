import type { RunningHost } from '../harness/host.ts';
import { planted } from './planted-person.ts';

const entry = (papers: readonly object[], more: object = {}): object => ({ papers, reasonClass: 'wanted', expiresOn: '2099-12-31', ...more });
const dotted = (number: string): string => number.replace(/(...)(?=.)/g, '$1.');

/** Numbers of watched people by every way in, right and wrong; one who is a guest too, so that an alert is raised, judged, and its identity opened. After the stays. */
export const sendWatchList = async (host: RunningHost): Promise<void> => {
  const send = async (body: unknown, headers: Record<string, string> = {}): Promise<string> => await (await host.call('POST', '/v1/watch-entries', body, headers)).text();
  const { watchedNumber: number, watchedFormer: former, watchedPassport: passport } = planted;
  const first = JSON.parse(await send(entry([{ kind: 'cccd', number }, { kind: 'cmnd', number: dotted(former) }]))) as { entry: string };
  await send([entry([{ number: dotted(number) }]), entry([{ kind: 'passport', number: passport.toLowerCase(), issuingState: 'KOR' }]), entry([{ kind: 'cmnd', number: `${number}9` }])]);
  await send(`${JSON.stringify(entry([{ number: passport }]))}\n{"papers": [{"number": "${number}"\n`, { 'content-type': 'application/x-ndjson' });
  for (const wrong of [{ kind: number, number }, { kind: 'cccd', number: `x${number}` }, { kind: 'passport', number: passport, issuingState: number }, { kind: 'cccd', number: { number } }]) await send(entry([wrong]));
  await send(entry([{ number }], { reasonClass: number, validFrom: number, expiresOn: passport }));
  await send(`{"papers":"${number}`);
  await (await host.call('DELETE', `/v1/watch-entries/${number}?cause=${passport}`)).arrayBuffer();
  await send(entry([{ kind: 'cccd', number: planted.number }]));
  const seen = async (): Promise<readonly { alert: string }[]> => ((await (await host.call('GET', '/v1/alerts')).json()) as { alerts: { alert: string }[] }).alerts;
  for (let tries = 0; tries < 100 && (await seen()).length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  const [alert] = await seen();
  if (alert === undefined) throw new Error('The planted guest is watched, and no alert was raised.');
  for (const [action, reason] of [['identity', 'verify'], ['confirm', planted.name], ['confirm', 'identity-checked'], ['close', 'handled']]) await (await host.call('POST', `/v1/alerts/${alert.alert}/${String(action)}`, { reason })).arrayBuffer();
  await (await host.call('DELETE', `/v1/watch-entries/${first.entry}?cause=found`)).arrayBuffer();
  await (await host.call('GET', '/v1/watch-entries')).arrayBuffer();
};
