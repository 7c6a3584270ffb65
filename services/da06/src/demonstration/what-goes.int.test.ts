import { createEmbeddedLog } from '@da06/event-log';
import { eventBuilders, recordOf, tempFolder, type AnyEvent } from '@da06/testkit';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { findRemovable } from './what-goes.ts';

const build = eventBuilders({ seed: 17 });
const root = tempFolder(afterAll);

/** Which of these events of a log go, by their place in the list. */
const going = async (name: string, events: readonly AnyEvent[]): Promise<readonly number[]> => {
  const log = createEmbeddedLog({ path: `${root}/${name}` });
  await log.commitUnit({ append: events.map(recordOf), puts: [] });
  const { goes, counts } = await findRemovable(log);
  const found = events.flatMap((event, place) => (goes(recordOf(event)) ? [place] : []));
  await log.close();
  expect([counts.events, counts.releases]).toEqual([found.length, found.filter((place) => events[place]?.type === 'vn.da06.statistic.released.v1').length]);
  return found;
};

it('a count of sealed data goes if it was released after the first simulated resident, wherever it lies in the log', async () => {
  // Each event is later than the one before it.
  const [real, worker, before] = [build.residenceRegistered(), build.workerDeclared({ ref: 'demo-LD-1' }), build.statisticReleased()];
  const [first, between, second, after] = [build.residenceRegistered({ ref: 'demo-CT-1' }), build.statisticReleased(), build.residenceRegistered({ ref: 'demo-CT-2' }), build.statisticReleased({ statistic: 'absence-case' })];
  expect(await going('released', [real, worker, before, first, between, second, after])).toEqual([1, 3, 4, 5, 6]);
  expect(await going('redriven', [after, second, between, first, before, worker, real])).toEqual([0, 1, 2, 3, 5]);
  expect(await going('workers', [real, worker, before])).toEqual([1]);
});

it('a request to a register goes if it says that it is of the demonstration', async () => {
  expect(await going('requests', [build.registerBatchReceived({ simulated: true }), build.registerBatchReceived(), build.registerBatchReceived({ simulated: true, register: 'workers', accepted: 0, rejected: 3 })])).toEqual([0, 2]);
});

it('trips of a coach, inspections, businesses, outages and incidents of the demonstration go, those of others stay; a trip is counted as no stay', async () => {
  const log = createEmbeddedLog({ path: `${root}/compliance` });
  onTestFinished(() => log.close());
  const of = (prefix: string) => [
    build.checkedIn({ facility: `${prefix}ks-01` }), build.coachTripReported({ facility: `${prefix}xe-01` }), build.inspectionRecorded({ facility: `${prefix}ks-01` }), build.businessRegistered({ id: `${prefix}camdo-01` }),
    build.outageDeclared({ ref: `${prefix}SC-01` }), build.incidentRecorded({ ref: `${prefix}VV-01` }), build.incidentUpdated({ ref: `${prefix}VV-01` }),
  ];
  const [going, staying] = [of('demo-'), of('')];
  // An outage that names a facility of the demonstration is of whoever declared it.
  staying.push(build.outageDeclared({ ref: 'SC-02', scope: 'facility', target: 'demo-ks-01' }));
  await log.commitUnit({ append: [...going, ...staying].map(recordOf) });
  const { counts, goes } = await findRemovable(log);
  expect([going, staying].map((events) => events.map((event) => goes(recordOf(event))))).toEqual([going.map(() => true), staying.map(() => false)]);
  expect(counts).toMatchObject({ events: 7, stays: 1, readings: 0 });
});

it('a simulated entry of the watch-list, and an alert about the demonstration, go with all that became of them', async () => {
  const lives = (simulated: boolean): readonly AnyEvent[] => {
    const [added, raised] = [build.watchEntryAdded({ simulated }), build.alertRaised({ simulated, facility: simulated ? 'demo-ks-01' : 'ks-01' })];
    const { alert } = raised.data;
    return [added, build.watchEntryRemoved({ entry: added.data.entry }), raised, build.alertConfirmed({ alert, envelope: { streamversion: 2 } }), build.alertClosed({ alert, envelope: { streamversion: 3 } })];
  };
  expect(await going('alerts', [...lives(true), ...lives(false)])).toEqual([0, 1, 2, 3, 4]);
});
