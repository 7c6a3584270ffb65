import { tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { da06, startHost } from './harness/host.ts';
import { eventually } from './harness/temp.ts';

type Kept = { readonly state: string; readonly key: string; readonly sentUpTo: number };
const keptOf = (data: string): Kept | undefined => {
  try {
    return JSON.parse(readFileSync(join(data, 'demonstration.json'), 'utf8')) as Kept;
  } catch {
    return undefined;
  }
};

describe('the demonstration of npm start', () => {
  it('serves at once, survives a kill while it loads, goes on from there, and is removed by one command', async () => {
    const data = join(tempFolder(onTestFinished), 'data');
    let host = await startHost(data, { DA06_DEMO: '1' });
    onTestFinished(() => host.kill());
    expect(await (await host.call('GET', '/readyz')).json()).toMatchObject({ status: 'ready', demonstration: 'loading' });
    await host.prints('DỮ LIỆU MÔ PHỎNG');
    const begun = keptOf(data)?.sentUpTo ?? 0;
    await eventually('a share of it', 120_000, () => Promise.resolve((keptOf(data)?.sentUpTo ?? 0) > begun + 86_400_000 ? true : undefined));
    await host.kill();
    const killedAt = keptOf(data);

    host = await startHost(data, { DA06_DEMO: '1' });
    await eventually('more of it', 120_000, () => Promise.resolve((keptOf(data)?.sentUpTo ?? 0) > (killedAt?.sentUpTo ?? 0) ? true : undefined));
    // What was sent before the kill and again after it is there once.
    const [twice] = await host.sql<{ n: string }>("SELECT count() AS n FROM (SELECT facility_id, ref FROM stays GROUP BY facility_id, ref HAVING count() > 1)");
    expect(Number(twice?.n)).toBe(0);
    expect(await host.stop()).toBe(0);
    expect(keptOf(data)).toMatchObject({ state: 'playing', key: killedAt?.key });

    const removed = await da06(data, ['demo', 'remove']);
    expect([removed.code, JSON.parse(removed.stdout)]).toEqual([0, expect.objectContaining({ dryRun: false, facilities: 60 })]);
    // The plan is real, and stays: models and who has to report of them; so do units and definitions.
    const after = await da06(data, ['sql', "SELECT count() AS n, countIf(NOT match(type, '^vn\\.da06\\.(model\\.scheduled|reporter\\.assigned|unit\\.published|indicator\\.defined|holiday\\.published|alert-rule\\.published)\\.')) AS others FROM events", '--format', 'JSONEachRow']);
    expect(JSON.parse(after.stdout)).toMatchObject({ others: 0 });
    expect((await da06(data, ['demo', 'remove'])).code).toBe(1);
  });

  it('with DA06_DEMO=0 there is none', async () => {
    const data = join(tempFolder(onTestFinished), 'data');
    const host = await startHost(data);
    onTestFinished(host.kill);
    expect(await (await host.call('GET', '/readyz')).json()).toMatchObject({ demonstration: 'off' });
    expect([keptOf(data), (await host.sql("SELECT 1 FROM events WHERE type NOT IN ('vn.da06.unit.published.v1', 'vn.da06.indicator.defined.v1', 'vn.da06.holiday.published.v1', 'vn.da06.alert-rule.published.v1')")).length]).toEqual([undefined, 0]);
    await host.prints('Chưa có dữ liệu');
    await host.stop();
  });
});
