import type { Registering } from './folder.fixture.ts';

/** Invented guests. Mai has a card and an old paper; `wrong` is a number that one of her stays was registered with first, and that is Bình's. */
export const numbers = { mai: '070190000123', maiOld: '285123456', binh: '070085000124', chi: '070190555777' } as const;

const base = '/v1/facilities/ks-thu-01/stays';
export const maiName = 'Trần Thị Mai';
export const binhName = 'Nguyễn Văn Bình';

const guest = (fullName: string, number: string, more: Record<string, unknown> = {}) => ({ fullName, birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number }, ...more });
const stay = (ref: string, of: object, more: Record<string, unknown> = {}) => ({ ref, guest: of, arrival: '2026-11-20T14:00:00+07:00', expectedDeparture: '2026-11-22T12:00:00+07:00', room: '101', reason: 'tourism', ...more });

/** Where each of Mai's envelopes lies, and the stays of others. */
export const maiStays = ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6'] as const;
export const otherStays = ['B-1', 'B-2', 'C-1'] as const;

/** Registers them in every way that leaves an envelope under another key. */
export const registerGuests = async ({ call }: Registering): Promise<void> => {
  const done = async (method: string, path: string, body: unknown): Promise<void> => {
    const { status, body: answer } = await call(method, path, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  };
  await done('POST', '/v1/facilities', { id: 'ks-thu-01', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', rooms: 24, validFrom: '2020-01-01' });
  // One request with two persons: one chunk.
  await done('POST', base, [stay('M-1', guest(maiName, numbers.mai)), stay('B-1', guest(binhName, numbers.binh, { sex: 'M', birthDate: '1985-01-20' }))]);
  // Registered under another's number, then corrected.
  await done('PUT', `${base}/M-2`, stay('M-2', guest(maiName, numbers.chi)));
  await done('PATCH', `${base}/M-2`, { guest: { document: { kind: 'cccd', number: numbers.mai } }, correctionReason: 'nhầm số' });
  // A change before the person is known is sealed under the reference.
  await done('PATCH', `${base}/M-3`, { note: `${maiName} xin thêm gối` });
  await done('PUT', `${base}/M-3`, stay('M-3', guest(maiName, numbers.mai)));
  // A change after.
  await done('PUT', `${base}/M-4`, stay('M-4', guest(maiName, numbers.mai)));
  await done('PATCH', `${base}/M-4`, { note: `${maiName} trả phòng muộn` });
  // The old paper, and the record that links it with the card.
  await done('PUT', `${base}/M-5`, stay('M-5', guest(maiName, numbers.maiOld, { document: { kind: 'cmnd', number: numbers.maiOld } })));
  await done('PUT', `${base}/M-6`, stay('M-6', guest(maiName, numbers.mai, { document: { kind: 'cccd', number: numbers.mai, formerNumber: numbers.maiOld } })));
  await done('POST', `${base}/M-6/cancel`, { reason: `${maiName} không đến` });
  await done('PUT', `${base}/B-2`, stay('B-2', guest(binhName, numbers.binh, { sex: 'M', birthDate: '1985-01-20' })));
  await done('PUT', `${base}/C-1`, stay('C-1', guest('Lê Thị Chi', numbers.chi)));
};

export type Shown = { readonly identity: string; readonly text: string };

/** What the own record shows of each stay. */
export const shownStays = async ({ call }: Registering, refs: readonly string[]): Promise<Record<string, Shown>> => {
  const shown: Record<string, Shown> = {};
  for (const ref of refs) {
    const { body } = await call('GET', `${base}/${ref}`);
    shown[ref] = { identity: String(body['identity']), text: JSON.stringify(body) };
  }
  return shown;
};
