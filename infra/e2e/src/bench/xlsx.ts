import { writeSheet } from '@da06/registration/portal-sheet';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { residentMemory } from '../harness/memory.ts';
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

type Import = { readonly accepted: number; readonly seconds: number; readonly idle: number; readonly peak: number };

/** Sends a file once the host has come to rest, and watches its memory until the answer is there. */
const importFile = async (host: RunningHost, bytes: Uint8Array, type = workbookType): Promise<Import> => {
  await sleep(6_000);
  const idle = residentMemory(host.pid);
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, residentMemory(host.pid))), 10);
  const started = performance.now();
  const response = await host.send('POST', `/v1/facilities/${facilityId}/stays`, bytes, type);
  const { accepted } = (await response.json()) as { accepted: number };
  clearInterval(watch);
  return { accepted, seconds: (performance.now() - started) / 1000, idle, peak };
};

/** The portal's sheet over HTTP, one request, and what it costs in memory beside one ten times smaller. */
export async function* xlsx(host: RunningHost, rows: number): AsyncGenerator<Figure> {
  const few = Math.ceil(rows / 10);
  // The threads start with the first large body, and none of it counts.
  await importFile(host, await workbookOf(few, 1_000_000));
  await importFile(host, await workbookOf(few, 1_100_000));
  const small = await importFile(host, await workbookOf(few, 1_200_000));
  const lines = await importFile(host, Buffer.from(ndjson(rows, { now: Date.now(), prefix: 'BX' })), 'application/x-ndjson');
  const large = await importFile(host, await workbookOf(rows, 2_000_000));
  const above = ({ idle, peak }: Import): number => Math.round(peak - idle);
  yield figure(`a workbook of ${rows.toLocaleString('en')} rows, rows/s`, Math.round(large.accepted / large.seconds), '', undefined);
  yield figure(`memory above idle for ${few.toLocaleString('en')} rows, MiB`, above(small), '', undefined);
  yield figure(`memory above idle for ${rows.toLocaleString('en')} rows, after as many as NDJSON, MiB`, above(large), '<= 150', large.accepted === rows && above(large) <= 150);
  yield figure('the same as NDJSON, rows/s', Math.round(lines.accepted / lines.seconds), '', undefined);
  yield figure('the same as NDJSON, memory above idle, MiB', above(lines), '', undefined);
}
