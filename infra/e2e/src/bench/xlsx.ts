import { writeSheet } from '@da06/registration/portal-sheet';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { privateMemory } from '../harness/memory.ts';
import { facilityId, ndjson, stayOf } from '../harness/stays.ts';
import { sleep } from '../harness/temp.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Stay = { readonly guest: { readonly fullName: string; readonly birthDate: string; readonly sex: string; readonly document: { readonly number: string }; readonly phone: string; readonly residence: { readonly address: string } }; readonly arrival: string; readonly room: string };

/** Of `2026-11-20…` as the sheet writes it. */
const day = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

const rowOf = (n: number, now: number): readonly string[] => {
  const { guest, arrival, room } = stayOf(n, { now }) as Stay;
  return [
    String(n), guest.fullName, day(guest.birthDate), guest.sex === 'F' ? 'F - Nữ' : 'M - Nam', 'VNM - Viet Nam', '1 - Thẻ CCCD', '', guest.document.number, guest.phone, '1 - Thường trú', '713 - Đồng Nai', '',
    guest.residence.address, day(arrival), '', room, '1 - Du lịch', '', '',
  ];
};

const workbookOf = async (rows: number, from: number): Promise<Uint8Array> => {
  const now = Date.now();
  const content = function* (): Generator<readonly string[]> {
    for (let n = from; n < from + rows; n += 1) yield rowOf(n, now);
  };
  return new Uint8Array(await new Response(writeSheet({ rows: content() })).arrayBuffer());
};

type Import = { readonly rowsPerSecond: number; readonly aboveIdle: number };

/** Sends a file once the host has come to rest, and watches its memory until the answer is there. */
const importFile = async (host: RunningHost, bytes: Uint8Array, type = workbookType): Promise<Import> => {
  await sleep(6_000);
  const idle = privateMemory(host.pid);
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, privateMemory(host.pid))), 10);
  const started = performance.now();
  const response = await host.send('POST', `/v1/facilities/${facilityId}/stays`, bytes, type);
  const { accepted } = (await response.json()) as { accepted: number };
  clearInterval(watch);
  return { rowsPerSecond: Math.round(accepted / ((performance.now() - started) / 1000)), aboveIdle: Math.round(peak - idle) };
};

/** The portal's sheet over HTTP, one request, and what it costs in memory: on a host that is warm. */
export async function* xlsx(host: RunningHost, rows: number): AsyncGenerator<Figure> {
  // Threads start, heaps and the engine grow to their size with the first large bodies.
  for (const [count, from] of [[rows / 10, 1_000_000], [rows, 1_100_000], [rows, 1_200_000]] as const) await importFile(host, await workbookOf(count, from));
  const lines = await importFile(host, Buffer.from(ndjson(rows, { now: Date.now(), prefix: 'BX' })), 'application/x-ndjson');
  const few = await importFile(host, await workbookOf(rows / 10, 2_000_000));
  const large = await importFile(host, await workbookOf(rows, 3_000_000));
  const twice = await importFile(host, await workbookOf(2 * rows, 4_000_000));
  const count = (of: number): string => of.toLocaleString('en');
  yield figure(`a workbook of ${count(rows)} rows, rows/s`, large.rowsPerSecond, '', undefined);
  yield figure('as many records of NDJSON, records/s', lines.rowsPerSecond, '', undefined);
  yield figure(`private memory above idle for ${count(rows / 10)} rows, MiB`, few.aboveIdle, '', undefined);
  yield figure(`the same for ${count(rows)} rows, MiB`, large.aboveIdle, '<= 150', large.aboveIdle <= 150);
  yield figure(`the same for ${count(2 * rows)} rows, MiB`, twice.aboveIdle, '', undefined);
  yield figure(`the same for ${count(rows)} records of NDJSON, MiB`, lines.aboveIdle, '', undefined);
}
