import type { Registering } from './folder.fixture.ts';
import { binhName, maiName, numbers } from './guests.fixture.ts';

/** Records of an invented resident who also works here, and of others. Each of Mai's leaves an envelope in another way. */
export const maiRecords = ['residents/M-1', 'residents/M-2', 'residents/M-3', 'residents/M-4', 'workers/M-5'] as const;
export const otherRecords = ['residents/B-1', 'workers/B-2', 'residents/KS-1'] as const;

const person = (fullName: string, number: string, more: object = {}) => ({ fullName, birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number, ...more } });
const resident = (of: object, more: object = {}) => ({ change: 'permanent', on: '2020-03-01', cause: 'arrival', person: of, unit: 'W25360@old', hamlet: 'Ấp Mẫu', address: 'tổ 3', household: { number: 'HK-9', relation: 'head' }, ...more });
const worker = (of: object) => ({ on: '2026-01-05', person: of, unit: 'W25357@2025', status: 'employed', position: 'employee', occupation: '83', industry: { scheme: 'vsic-2018', code: 'C' } });

/** Registers them in every way that leaves an envelope under another key. */
export const registerResidents = async ({ call }: Registering): Promise<void> => {
  const put = async (path: string, body: unknown): Promise<void> => {
    const { status, body: answer } = await call(path.endsWith('/withdraw') ? 'POST' : 'PUT', `/v1/${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  };
  // The card, linked with the old paper.
  await put('residents/M-1', resident(person(maiName, numbers.mai, { formerNumber: numbers.maiOld })));
  // The old paper alone.
  await put('residents/M-2', resident(person(maiName, numbers.maiOld, { kind: 'cmnd' }), { change: 'absence', cause: undefined, on: '2020-05-01', until: '2020-06-01', absence: { case: 'd', destination: 'tỉnh Mẫu' }, household: undefined }));
  // Told under another's number, then amended.
  await put('residents/M-3', resident(person(maiName, numbers.binh), { change: 'household', cause: undefined, kind: 'permanent', on: '2020-07-01' }));
  await put('residents/M-3', { ...resident(person(maiName, numbers.mai), { change: 'household', cause: undefined, kind: 'permanent', on: '2020-07-01' }), revision: 1 });
  // Withdrawn, with a reason that tells of her.
  await put('residents/M-4', resident(person(maiName, numbers.mai), { change: 'end', ends: 'permanent', cause: 'moved-out', on: '2020-09-01', household: undefined }));
  await put('residents/M-4/withdraw', { reason: `${maiName} không chuyển đi` });
  await put('workers/M-5', worker(person(maiName, numbers.mai)));
  await put('residents/B-1', resident(person(binhName, numbers.binh)));
  await put('workers/B-2', worker(person(binhName, numbers.binh)));
  // A child's birth is under its own reference.
  await put('residents/KS-1', { change: 'birth', on: '2021-11-20', person: { fullName: 'Trần Thị Bé', birthDate: '2021-11-02', sex: 'F' }, unit: 'W25360@old', note: `con của ${maiName}` });
};

/** What the own record shows of each. */
export const shownRecords = async ({ call }: Registering): Promise<Record<string, string>> => {
  const shown: Record<string, string> = {};
  for (const path of [...maiRecords, ...otherRecords]) {
    const { body } = await call('GET', `/v1/${path}`);
    shown[path] = `${String(body['identity'])}${/Mai|không chuyển đi/.test(JSON.stringify(body)) ? ' mai' : ''}`;
  }
  return shown;
};
