import { eventBuilders, facilityFields, fixedClock, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../check/answer.ts';
import { boardOf, openBoardEngine, viewTo, type BoardEngine } from '../fixtures/engine.fixture.ts';

const unit = 'W25357@2025';
const hour = 3_600_000;
const local = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+07:00`);
const now = local('2026-11-20 09:00');
const board = boardOf('tong-quan');
const key = (name: string): string => Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);
const several = <Made>(count: number, make: (number: number) => Made): Made[] => Array.from({ length: count }, (_, number) => make(number));

const clock = fixedClock(local('2026-01-02 08:00'));
const make = eventBuilders({ seed: 3, clock });
const at = <Made>(text: string, made: () => Made): Made => {
  clock.set(local(text));
  return made();
};

/** A night or more of an invented tourist, told ten minutes after arrival. */
const guest = (facility: string, arrived: string, departed: string): AnyEvent => {
  const arrival = new Date(local(arrived)).toISOString();
  clock.set(local(arrived) + 600_000);
  return make.checkedIn({
    facility, ref: `${facility}-${arrived.slice(0, 10)}`, facilityKind: 'hotel', tourism: true, yields: [],
    groups: {
      person: { personKey: key(`${facility}${arrived}`), documentKey: key(`${facility}${arrived}`), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' }, nationality: 'VNM', sex: 'F', birthYear: 1990,
      residence: { status: 'permanent', province: '701', ward: '' }, arrival: { at: arrival, timeKnown: true, unit, dueDomestic: new Date(local(`${arrived.slice(0, 10)} 23:00`)).toISOString(), dueForeign: new Date(local(arrived) + 12 * hour).toISOString() },
      expectedDeparture: null, departure: new Date(local(departed)).toISOString(), permittedUntil: null, room: key('101'), reason: 'tourism', notified: { at: null, valid: false }, captured: 'typed',
    },
  });
};

const resident = (name: string, on: string, of: Readonly<Record<string, unknown>> = {}): AnyEvent => make.residenceRegistered({ personKey: key(name), on, cause: 'arrival', unit, sex: 'M', birthYear: 1990, household: '', ...of });
const worker = (name: string, on: string): AnyEvent => make.workerDeclared({ personKey: key(name), on, unit, sex: 'M', birthYear: 1990, status: 'employed', position: 'employee', occupation: '8', contract: 'indefinite' });
const model = { model: 9, envelope: { streamversion: 1 } } as const;

let engine: BoardEngine;
// The first of anything is the 4th: from then on there are days of houses.
const stays = [guest('h3', '2026-11-04 15:00', '2026-11-05 11:00'), guest('h3', '2026-11-10 15:00', '2026-11-11 11:00'), guest('h1', '2026-11-17 20:00', '2026-11-19 08:00'), guest('h2', '2026-11-18 14:00', '2026-11-19 12:00')];
beforeAll(async () => {
  engine = await openBoardEngine();
  const events: readonly AnyEvent[] = [
    at('2026-01-02 08:00', () => make.unitPublished({ uid: unit, nameVi: 'Xã Tân Khai', lat: 11.53, lon: 106.6 })),
    ...['h1', 'h2', 'h3'].map((id) => at('2026-01-02 08:00', () => make.facilityRegistered({ ...facilityFields(), id, kind: 'hotel', unit, tourism: true, rooms: 10, beds: 20 }))),
    ...at('2026-01-02 09:00', () => [...several(10, (number) => resident(`p${number}`, '2020-01-01', { cause: 'initial' })), ...several(10, (number) => worker(`p${number}`, '2024-03-01'))]),
    ...at('2026-10-05 09:00', () => several(6, (number) => resident(`t${number}`, '2026-10-05', { kind: 'temporary', until: '2027-10-04' }))),
    ...at('2026-11-17 09:00', () => [...several(2, (number) => resident(`n${number}`, '2026-11-16')), ...several(2, (number) => worker(`n${number}`, '2026-11-16'))]),
    ...stays,
    // Model 9 is to be in operation before the 15th; of its two steps one is done on the 18th.
    at('2026-02-01 08:00', () => make.modelScheduled({ ...model, deadline: '2026-11-15' })),
    at('2026-11-18 08:00', () => make.stepCompleted({ model: 9, step: 1, at: '2026-11-18', envelope: { streamversion: 2 } })),
    at('2026-10-01 08:00', () => make.reporterAssigned({ from: '2026-10', envelope: { streamversion: 1 } })),
    at('2026-11-19 08:00', () => make.deadLetterRecorded({ causeCode: 'event.schema' })),
    at('2026-11-20 09:00', () => make.feedBatchReceived({ received: 1, accepted: 1, duplicate: 0, rejected: 0, codes: {} })),
  ];
  await engine.insert(events);
  const touched = stays.map(({ data }) => ({ ...(data as { facility: string; ref: string }), person: '' })).map(({ facility, ref, person }) => ({ facility, ref, person }));
  await engine.warehouse.recomputeFigures(await engine.warehouse.recomputeNights(touched));
  const records = events.flatMap(({ data }) => ('register' in data && 'ref' in data ? [{ register: String(data.register), ref: String(data.ref), person: '' }] : []));
  await engine.warehouse.recomputeSpells(records);
});
afterAll(() => engine.close());

const rounded = (rows: Answer['data']): unknown[][] => rows.map((row) => row.map((value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)));
const shown = async (id: number): Promise<unknown[][]> => rounded(await engine.rowsOf(board, id, viewTo(now, 7)));

describe('the wall, on a Friday morning by hand', () => {
  it('shows registers with their change against last week', async () => {
    expect(await Promise.all([11, 12, 13].map(shown))).toEqual([[[12, 2]], [[6, 0]], [[12, 2]]]);
  });
  it('shows two tourists of three nights in seven days, one of one night in the seven before', async () => {
    // Three houses of ten rooms: 3 of 210 room-nights, and 1 of 210; word of the day on 2 of 21 days of houses, and on 1 of 21.
    expect(await Promise.all([15, 16, 14].map(shown))).toEqual([[[2, 1]], [[1.429, 0.952]], [[9.524, 4.762]]]);
  });
  it('shows one step done this week, and a model that became overdue', async () => {
    expect(await Promise.all([17, 18].map(shown))).toEqual([[[1, 1]], [[1, 1]]]);
  });
  it('puts the unit on the map with its residents and tourists', async () => {
    expect(await shown(21)).toEqual([[11.53, 106.6, 'Xã Tân Khai', 18, 2]]);
  });
  it('lists what needs doing, the report first', async () => {
    expect(await shown(41)).toEqual([
      ['Báo cáo tháng chưa nộp: 2026-10', 'Phòng Văn hóa và Thông tin', 1, 15], ['Bản ghi bị gạt ra, chờ xử lý', 'quản trị hệ thống', 1, 0], ['Cơ sở lưu trú du lịch im lặng 7 ngày', 'công an cấp xã', 1, 7], ['Mô hình quá hạn', 'Công an huyện', 1, 6],
    ]);
  });
  it('shows two of three houses as reporting, and no source twice', async () => {
    expect(await shown(2)).toEqual([[0.667]]);
    expect((await shown(31)).map(([source, heard]) => [source, heard])).toEqual([
      ['Lưu trú', '2026-11-20 09:00:00.000'], ['Sổ dân cư', null], ['Sổ lao động', null], ['Tiến độ mô hình', '2026-11-18 08:00:00.000'], ['Báo cáo tháng', null],
    ]);
  });
});
