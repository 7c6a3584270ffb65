import type { Envelope } from '@da06/events';
import { eventBuilders, facilityFields, fixedClock, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder } from '@da06/warehouse';
import { buildBoard, type BoardSpec } from '../board.ts';
import { expand, type View } from '../expand/expand.ts';
import { askedOf, panelsOf } from '../lint/model.ts';

/** A stay of somebody invented; times are of Vietnam, `YYYY-MM-DD HH:MM`. What is not told is plain: a Vietnamese tourist from Ho Chi Minh City, told ten minutes after arrival. */
export type Guest = {
  readonly facility: string; readonly ref: string; readonly arrived: string; readonly departed: string; readonly told?: string; readonly nationality?: string; readonly province?: string; readonly reason?: string;
  readonly tourism?: boolean; readonly kind?: string; readonly captured?: string; readonly person?: string;
};
export type House = { readonly id: string; readonly kind: string; readonly unit: string; readonly tourism?: boolean };

const millis = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+07:00`);
const iso = (local: string, later = 0): string => new Date(millis(local) + later).toISOString();
const hour = 3_600_000;
/** A key as the log has it: 32 hex digits that begin with the name. */
const keyOf = (name: string): string => Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);

/** The law's deadline (dossier 2.1): 23:00 of the day; after that, and before 08:00, the next 08:00. */
const dueOf = (arrived: string): string => {
  const [day = '', time = ''] = arrived.split(' ');
  if (time < '08:00') return iso(`${day} 08:00`);
  return time < '23:00' ? iso(`${day} 23:00`) : iso(`${day} 08:00`, 24 * hour);
};

/** A warehouse filled by hand, and the panels of one board, asked as a person's are. */
export const startGolden = async (board: BoardSpec) => {
  const path = tempFolder();
  const warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  const clock = fixedClock(millis('2025-01-01 08:00'));
  const build = eventBuilders({ seed: 8, clock });
  const encoder = createRowEncoder();
  const dashboard = buildBoard(board, 'vi');
  const everything: View['variables'] = Object.fromEntries(board.variables.map((spec) => [spec.name, spec.choose === 'several' ? { values: [], all: true } : { values: [spec.first.value] }]));

  /** An event that is taken in at that time. */
  const at = <Event extends AnyEvent>(local: string, work: (builders: typeof build) => Event): Event => {
    clock.set(millis(local));
    return work(build);
  };
  const tell = async (...events: readonly AnyEvent[]): Promise<void> => {
    await warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array()));
    const touched = events.flatMap(({ data }) => {
      const { facility, ref } = data as { facility?: string; ref?: string };
      return facility !== undefined && ref !== undefined ? [{ facility, ref, person: '' }] : [];
    });
    await warehouse.recomputeFigures(await warehouse.recomputeNights(touched));
  };
  return {
    at, tell, iso,
    houses: (...houses: readonly House[]): Promise<void> =>
      tell(...houses.map(({ id, kind, unit, tourism = true }) => at('2026-01-02 08:00', () => build.facilityRegistered({ ...facilityFields(), id, kind, unit, tourism, rooms: 10, beds: 20 })))),
    stays: (...guests: readonly Guest[]): Promise<void> =>
      tell(...guests.map(({ facility, ref, arrived, departed, told, ...of }) =>
        at(told ?? new Date(millis(arrived) + 10 * 60_000 + 7 * hour).toISOString().slice(0, 16).replace('T', ' '), () =>
          build.checkedIn({
            facility, ref, facilityKind: of.kind ?? 'hotel', tourism: of.tourism ?? true, yields: [],
            groups: {
              person: { personKey: keyOf(of.person ?? ref), documentKey: keyOf(ref), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' },
              nationality: of.nationality ?? 'VNM', sex: 'F', birthYear: 1990, residence: { status: 'permanent', province: of.province ?? '701', ward: '' },
              arrival: { at: iso(arrived), timeKnown: true, unit: 'W25357@2025', dueDomestic: dueOf(arrived), dueForeign: iso(arrived, 12 * hour) },
              expectedDeparture: null, departure: iso(departed), permittedUntil: null, room: keyOf(`room ${ref}`), reason: of.reason ?? 'tourism', notified: { at: null, valid: false }, captured: of.captured ?? 'typed',
            },
          })))),
    /** What a panel shows from the first to the last of two days, with everything chosen but what is given. */
    panel: async (id: number, from: string, to: string, chosen: View['variables'] = {}): Promise<readonly (readonly unknown[])[]> => {
      const [asked] = askedOf(panelsOf(dashboard).find((one) => one.id === id) ?? {});
      if (asked === undefined) throw new RangeError(`${board.uid} has no panel ${id} that asks`);
      const sql = expand(asked.rawSql, { from: millis(`${from} 00:00`), to: millis(`${to} 23:59`), interval: 60_000, variables: { ...everything, ...chosen } });
      const { bytes } = await warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' });
      return (JSON.parse(Buffer.from(bytes).toString()) as { data: (readonly unknown[])[] }).data.map((row) => row.map((value) => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value)));
    },
    stop: async (): Promise<void> => {
      await warehouse.close();
      removeFolder(path);
    },
  };
};
export type Golden = Awaited<ReturnType<typeof startGolden>>;
