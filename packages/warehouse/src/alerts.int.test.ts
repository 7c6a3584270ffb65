import { eventBuilders, fixedClock, permutations, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from './embedded/embedded-warehouse.ts';
import { encoded } from './rows/encoded.fixture.ts';
import type { Warehouse } from './warehouse.ts';

const path = tempFolder();
const clock = fixedClock('2026-11-20T09:00:00+07:00');
const build = eventBuilders({ clock });
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

/** Each batch by itself, so that parts are merged as they come. */
const deliver = async (...batches: readonly (readonly AnyEvent[])[]): Promise<void> => {
  for (const batch of batches) await warehouse.insertEvents(encoded(batch));
};
const life = (given: Parameters<typeof build.alertRaised>[0] = {}) => {
  const raised = build.alertRaised({ ...given, envelope: { streamversion: 1 } });
  const { alert } = raised.data;
  return {
    alert, raised,
    confirmed: build.alertConfirmed({ alert, reason: 'identity-checked', envelope: { streamversion: 2 } }),
    dismissed: build.alertDismissed({ alert, reason: 'other-person', envelope: { streamversion: 2 } }),
    closed: build.alertClosed({ alert, reason: 'handled', envelope: { streamversion: 3 } }),
  };
};

describe('entries of the watch-list', () => {
  it('are shown with their days and without any hash, removed ones with their cause, whichever comes first', async () => {
    const [one, other] = [build.watchEntryAdded({ reasonClass: 'wanted', hashes: ['d'.repeat(32)], validFrom: '2026-11-01', expiresOn: '2026-12-31' }), build.watchEntryAdded({ reasonClass: 'missing' })];
    await deliver([build.watchEntryRemoved({ entry: other.data.entry, cause: 'found' })], [one, other], [one]);
    const rows = await warehouse.query<Record<string, unknown>>('SELECT entry, reason_class, toString(valid_from) AS f, toString(expires_on) AS t, removed_at IS NOT NULL AS gone, cause FROM da06.watch_entries ORDER BY reason_class DESC');
    expect(rows).toEqual([{ entry: one.data.entry, reason_class: 'wanted', f: '2026-11-01', t: '2026-12-31', gone: 0, cause: '' }, { entry: other.data.entry, reason_class: 'missing', f: '2026-01-01', t: '2026-12-31', gone: 1, cause: 'found' }]);
    const tables = await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND (name LIKE 'raw\\_%' OR engine = 'View') AND engine != 'MaterializedView' AND length(parameterized_view_parameters) = 0");
    for (const { name } of tables) expect([name, await warehouse.query(`SELECT 1 AS found FROM (SELECT toString(tuple(*)) AS line FROM da06.${name}) WHERE line LIKE '%${'d'.repeat(32)}%' LIMIT 1`)]).toEqual([name, []]);
  });
});

describe('an alert', () => {
  it('has the same life in each order of its events', async () => {
    const found = new Set<string>();
    for (const order of permutations([0, 1, 2])) {
      const { alert, raised, confirmed, closed } = life({ ref: 'R-1', figures: { nights: 2 } });
      const events: readonly AnyEvent[] = [raised, confirmed, closed];
      await deliver(...order.map((place) => [events[place] as AnyEvent]));
      found.add(JSON.stringify(await warehouse.query(`SELECT * EXCEPT (alert, event_id, entry, evidence) FROM da06.alerts WHERE alert = '${alert}'`)));
    }
    expect(found.size).toBe(1);
    expect(JSON.parse([...found][0] ?? '')).toMatchObject([{ rule: 'watch-list', severity: 'high', day: '2026-03-01', unit_uid: 'W25357@2025', ref: 'R-1', figures: { nights: 2 }, status: 'closed', judged: 'confirmed', reason: 'identity-checked', dismissed_at: null }]);
  });

  it('is not shown before it is raised, and is one however often it was', async () => {
    const { alert, raised, dismissed } = life();
    const rows = async () => await warehouse.query(`SELECT status, judged FROM da06.alerts WHERE alert = '${alert}'`);
    await deliver([dismissed]);
    expect(await rows()).toEqual([]);
    await deliver([raised, raised], [{ ...raised, sequence: build.clock.now().toString(16).padStart(12, '0').padEnd(16, 'f') }]);
    expect(await rows()).toEqual([{ status: 'dismissed', judged: 'dismissed' }]);
  });
});

describe('rules', () => {
  it('are shown as they were published last, with what came of their alerts, those that have found nothing too', async () => {
    const [before, now, quiet] = [build.alertRulePublished({ rule: 'told', thresholds: { persons: 6 } }), build.alertRulePublished({ rule: 'told', version: 2, thresholds: { persons: 8, share: 0.3 } }), build.alertRulePublished({ rule: 'quiet' })];
    await deliver([now], [before], [quiet, now], [life({ rule: 'told', simulated: true }).raised]);
    expect(await warehouse.query("SELECT rule, version, thresholds, question_vi, window_days FROM da06.alert_rules WHERE rule = 'told'")).toEqual([{ rule: 'told', version: 2, thresholds: { persons: 8, share: 0.3 }, question_vi: 'Có hơn personsPerRoom người (mẫu)?', window_days: 31 }]);
    expect(await warehouse.query("SELECT rule, simulated, toUInt32(hits) AS h, toString(precision) AS p FROM da06.alert_precision WHERE rule IN ('told', 'quiet') ORDER BY rule, simulated")).toEqual([
      { rule: 'quiet', simulated: 0, h: 0, p: 'nan' }, { rule: 'told', simulated: 0, h: 0, p: 'nan' }, { rule: 'told', simulated: 1, h: 1, p: 'nan' },
    ]);
  });
});

describe('counts of alerts', () => {
  it('are left out under five, the next one too where the rule’s hits would tell it, and tell what came of a rule’s alerts', async () => {
    const of = (count: number, unit: string) => Array.from({ length: count }, () => life({ rule: 'counted', unit }));
    const [four, five, six] = [of(4, 'W25360@2025'), of(5, 'W25363@2025'), of(6, 'W25357@2025')];
    await deliver([...four, ...five, ...six].flatMap(({ raised }) => [raised]), [...five.slice(0, 3).map(({ confirmed }) => confirmed), ...five.slice(3, 4).map(({ dismissed }) => dismissed), ...five.slice(0, 1).map(({ closed }) => closed)]);
    expect(await warehouse.query("SELECT unit_uid, toString(alerts) AS n, suppressed FROM da06.alert_counts WHERE rule = 'counted' ORDER BY unit_uid")).toEqual([{ unit_uid: 'W25357@2025', n: '6', suppressed: 0 }, { unit_uid: 'W25360@2025', n: 'nan', suppressed: 1 }, { unit_uid: 'W25363@2025', n: 'nan', suppressed: 1 }]);
    expect(await warehouse.query("SELECT toString(hits) AS h, toString(confirmed) AS c, toString(dismissed) AS d, toString(open) AS o, precision FROM da06.alert_precision WHERE rule = 'counted'")).toEqual([{ h: '15', c: '3', d: '1', o: '11', precision: 0.75 }]);
    await deliver([life({ rule: 'unjudged' }).raised]);
    expect(await warehouse.query("SELECT toString(precision) AS p FROM da06.alert_precision WHERE rule = 'unjudged'")).toEqual([{ p: 'nan' }]);
  });
});
