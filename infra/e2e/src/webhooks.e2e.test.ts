import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startHost } from './harness/host.ts';
import { facility, facilityId, stayOf } from './harness/stays.ts';
import { eventually, tempFolder } from './harness/temp.ts';

/** A subscriber that takes everything, or answers nobody while it is `silent`. */
const startSubscriber = async () => {
  const told: { readonly id: string; readonly body: string; readonly ref: string }[] = [];
  const state = { silent: false };
  const server = createServer((request, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      told.push({ id: String(request.headers['webhook-id']), body, ref: (JSON.parse(body) as { data: { ref: string } }).data.ref });
      if (!state.silent) response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { told, state, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/alerts` };
};

it('a host that is killed between telling a subscriber and noting it tells again under the same id, and nothing else twice', async () => {
  const folder = tempFolder('webhooks');
  onTestFinished(folder.remove);
  const { told, state, url } = await startSubscriber();
  const host = await startHost(join(folder.path, 'data'));
  onTestFinished(async () => void (await host.kill()));
  await host.call('POST', '/v1/facilities', facility);
  expect((await host.call('POST', '/v1/webhooks', { url })).status).toBe(201);
  const match = async (index: number): Promise<void> => {
    const stay = stayOf(index, { now: Date.now() }) as { readonly ref: string; readonly guest: { readonly document: object } };
    await host.call('POST', '/v1/watch-entries', { papers: [stay.guest.document], reasonClass: 'wanted', expiresOn: '2099-12-31' });
    expect((await host.call('PUT', `/v1/facilities/${facilityId}/stays/${stay.ref}`, stay)).status).toBeLessThan(300);
  };
  const seen = (count: number): Promise<true> => eventually(`${String(count)} requests`, 60_000, () => (told.length >= count ? true : undefined));
  await match(1);
  await seen(1);
  state.silent = true;
  await match(2);
  await seen(2);
  await host.kill();
  state.silent = false;
  const again = await startHost(join(folder.path, 'data'));
  onTestFinished(async () => void (await again.stop()));
  await seen(3);
  expect(told[2]).toEqual(told[1]);
  expect(new Set(told.map(({ ref }) => ref)).size).toBe(2);
});
