import { alertRaisedType, watchEntryAddedType, type AlertRaisedData } from '@da06/events';
import { fixedClock } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { startSignals, type Started } from '../testing/started.ts';

const cccd = '070190012345';
const wanted = (...papers: readonly object[]) => ({ papers, reasonClass: 'wanted', expiresOn: '2026-12-31' });
const add = async ({ call }: Started, body: object): Promise<string> => {
  const answer = await call('POST', '/v1/watch-entries', body);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return String(answer.body['entry']);
};
const raised = async (started: Started): Promise<AlertRaisedData[]> => {
  await started.settled();
  return (await started.events(alertRaisedType)).map(({ data }) => data as AlertRaisedData);
};
const refs = async (started: Started): Promise<string[]> => (await raised(started)).map(({ ref }) => ref).sort();

describe('a stay of a watched person', () => {
  it.each([
    ['as it is', { kind: 'cccd', number: cccd }], ['with blanks', { kind: 'cccd', number: ' 070 190 012 345' }], ['with dots', { number: '070.190.012.345' }], ['without its zero', { number: '70190012345' }],
    ['as another paper with the same number', { kind: 'cmnd', number: cccd }],
  ])('is found by a number that was entered %s', async (_, paper) => {
    const started = await startSignals();
    const entry = await add(started, wanted(paper));
    await started.append(started.stay({ number: cccd }, { ref: 'R-1' }), started.stay({ number: '070190012346' }, { ref: 'R-2' }));
    expect(await raised(started)).toMatchObject([{ rule: 'watch-list', severity: 'high', entry, facility: 'ks-test-01', ref: 'R-1', unit: 'W25357@2025', day: '2026-11-20' }]);
  });

  it('is found by a passport in any case, of its state, or of any where none was told', async () => {
    const started = await startSignals();
    await add(started, wanted({ kind: 'passport', number: 'm 1234-5678', issuingState: 'KOR' }));
    await add(started, wanted({ number: 'c7654321' }));
    await started.append(...(['KOR', 'CHN'] as const).flatMap((issuingState) => [started.stay({ kind: 'passport', number: 'M12345678', issuingState }, { ref: `M-${issuingState}` }), started.stay({ kind: 'passport', number: 'C7654321', issuingState }, { ref: `C-${issuingState}` })]));
    expect(await refs(started)).toEqual(['C-CHN', 'C-KOR', 'M-KOR']);
  });

  it('is found when the entry comes later, thirty days back and while nobody has left, and once', async () => {
    const started = await startSignals();
    const on = (day: string) => `${day}T03:00:00.000Z`;
    await started.append(
      started.stay({ number: cccd }, { ref: 'thirty', arrival: on('2026-10-21'), departure: on('2026-10-22') }), started.stay({ number: cccd }, { ref: 'older', arrival: on('2026-10-20'), departure: on('2026-10-21') }),
      started.stay({ number: cccd }, { ref: 'open', arrival: on('2026-03-01') }),
    );
    await started.settled();
    await add(started, wanted({ number: cccd }));
    expect(await refs(started)).toEqual(['open', 'thirty']);
    const again = await started.again();
    expect(await refs(again)).toEqual(['open', 'thirty']);
  });

  it('is told of in the same bytes by whoever finds it in the same facts, in whatever order and however late', async () => {
    const [first, later] = [await startSignals(), await startSignals({ clock: fixedClock('2026-11-22T23:00:00.000Z') })];
    await add(first, wanted({ kind: 'cccd', number: cccd }));
    first.clock.advance(60_000);
    const [entry] = await first.events(watchEntryAddedType);
    const facts = [first.stay({ number: cccd }, { ref: 'R-1' }), entry].filter((fact) => fact !== undefined);
    await first.append(...facts.slice(0, 1));
    await later.append(...facts);
    await Promise.all([first.settled(), later.settled()]);
    const told = await first.events(alertRaisedType);
    expect(told).toMatchObject([{ recordedtime: '2026-11-20T09:01:00.000Z', sequence: facts[0]?.sequence }]);
    expect(await later.events(alertRaisedType)).toEqual(told);
  });

  it('raises none after the entry was removed or has expired; what was raised stays', async () => {
    const started = await startSignals();
    const entry = await add(started, { ...wanted({ number: cccd }), expiresOn: '2026-11-20' });
    const other = await add(started, wanted({ number: '070190012346' }));
    await started.append(started.stay({ number: cccd }, { ref: 'before' }), started.stay({ number: '070190012346' }, { ref: 'before-too' }));
    expect(await refs(started)).toEqual(['before', 'before-too']);
    expect((await started.call('DELETE', `/v1/watch-entries/${other}?cause=found`)).body).toMatchObject({ entry: other, status: 'removed', cause: 'found' });
    started.clock.set('2026-11-21T02:00:00.000Z');
    await started.append(started.stay({ number: cccd }, { ref: 'after' }), started.stay({ number: '070190012346' }, { ref: 'after-too' }));
    expect(await refs(started)).toEqual(['before', 'before-too']);
    expect((await started.call('GET', '/v1/watch-entries')).body['entries']).toMatchObject([{ entry: other, status: 'removed' }, { entry, status: 'expired' }].sort((a, b) => (a.entry < b.entry ? -1 : 1)));
  });

  it('is found by the other paper as soon as both are known to be one person’s, unless the old one could be of several', async () => {
    const started = await startSignals();
    const key = (kind: string, number: string): string => started.vault.personKey({ kind, issuingState: 'VNM', number });
    await add(started, wanted({ kind: 'cccd', number: cccd }));
    await add(started, wanted({ kind: 'cmnd', number: '285123456' }));
    await started.append(started.stay({ kind: 'cmnd', number: '285000001' }, { ref: 'old-paper' }), started.stay({ number: '070190099999' }, { ref: 'new-paper' }), started.stay({ kind: 'cmnd', number: '285000002' }, { ref: 'of-two' }));
    expect(await refs(started)).toEqual([]);
    const link = (cmnd: string, card: string) => started.builders.personLinked({ cmndKey: key('cmnd', cmnd), cccdKey: key('cccd', card) });
    await started.append(link('285000002', '070190000000'), link('285000002', cccd), link('285000001', cccd), link('285123456', '070190099999'));
    expect(await refs(started)).toEqual(['new-paper', 'old-paper']);
  });

  it('is found whoever is told first: a correction that names the guest, a check-in that comes late', async () => {
    const started = await startSignals();
    await add(started, wanted({ number: cccd }));
    const stranger = started.stay({ number: '070190077777' }, { ref: 'corrected' });
    const named = started.stay({ number: cccd }, { ref: 'corrected' });
    const { person } = named.data.groups;
    await started.append(stranger);
    expect(await refs(started)).toEqual([]);
    await started.append(started.builders.corrected({ ref: 'corrected', revision: 1, groups: person === undefined ? {} : { person } }));
    expect(await refs(started)).toEqual(['corrected']);
  });

  it('raises none when it was called off before it was looked at', async () => {
    const started = await startSignals();
    await add(started, wanted({ number: cccd }));
    await started.append(started.stay({ number: cccd }, { ref: 'called-off' }), started.builders.cancelled({ ref: 'called-off', revision: 1 }));
    expect(await refs(started)).toEqual([]);
  });
});
