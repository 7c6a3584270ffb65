import { eventBuilders, facilityFields, fixedClock, type AnyEvent } from '@da06/testkit';
import { startEngineServer } from './backends.fixture.ts';
import { encoded } from './rows/encoded.fixture.ts';
import { createServerWarehouse } from './server/server-warehouse.ts';
import { recompute, touchedBy } from './touched.fixture.ts';
import type { Warehouse } from './warehouse.ts';

/** A stay of somebody invented; times are of Vietnam, `YYYY-MM-DD HH:MM`. What is not told is plain: a Vietnamese tourist, taken in an hour after arrival. */
export type Guest = {
  readonly facility: string; readonly ref: string; readonly arrived: string; readonly due?: string; readonly expected?: string; readonly departed?: string; readonly recorded?: string; readonly told?: string; readonly person?: string;
  readonly nationality?: string; readonly province?: string; readonly ward?: string; readonly reason?: string; readonly room?: string; readonly captured?: string; readonly tourism?: boolean;
};
type Facility = { readonly id: string; readonly kind?: string; readonly unit: string; readonly tourism?: boolean; readonly rooms?: number; readonly beds?: number; readonly from?: string };

/** Three old units; the reform of 2025-07-01 made N1 of A and B, N2 of C and of as much land outside. D is the district of before, to compare with. */
const units = [
  { uid: 'A', to: '2025-06-30', projections: [['', '2025-06-30', 'A', 1, true], ['2025-07-01', '', 'N1', 1, true]], area: 1 },
  { uid: 'B', to: '2025-06-30', projections: [['', '2025-06-30', 'B', 1, true], ['2025-07-01', '', 'N1', 1, true]], area: 1 },
  { uid: 'C', to: '2025-06-30', projections: [['', '2025-06-30', 'C', 1, true], ['2025-07-01', '', 'N2', 1, true]], area: 1 },
  { uid: 'N1', to: '', projections: [['', '2025-06-30', 'A', 0.6, false], ['', '2025-06-30', 'B', 0.4, false], ['2025-07-01', '', 'N1', 1, true]], area: 1 },
  { uid: 'N2', to: '', projections: [['', '2025-06-30', 'C', 1, true], ['2025-07-01', '', 'N2', 1, true]], area: 0.5 },
] as const;

const millis = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+07:00`);
const iso = (local: string): string => new Date(millis(local)).toISOString();
const hour = 3_600_000;

/** The law's deadline (dossier 2.1): 23:00 of the day; after that, and before 08:00, the next 08:00. */
const dueOf = (arrived: string): string => {
  const [day = '', time = ''] = arrived.split(' ');
  if (time < '08:00') return iso(`${day} 08:00`);
  return time < '23:00' ? iso(`${day} 23:00`) : new Date(millis(`${day} 08:00`) + 24 * hour).toISOString();
};
/** A key as the log has it: 32 hex digits that begin with the name. */
const keyOf = (name: string): string => Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);

/** An engine in a process of its own, in a time zone of its own, with the units above; figures of a village small enough to count by hand. */
export const startVillage = async (timezone: string) => {
  const server = await startEngineServer(timezone);
  const warehouse: Warehouse = await createServerWarehouse(server.options);
  await warehouse.migrate();
  const clock = fixedClock(iso('2025-01-01 08:00'));
  const build = eventBuilders({ seed: 8, clock });

  const at = <T>(local: string, work: () => T): T => {
    clock.set(millis(local));
    return work();
  };
  const tell = async (...events: readonly AnyEvent[]): Promise<void> => {
    await warehouse.insertEvents(encoded(events));
    await recompute(warehouse, touchedBy(events));
  };
  const checkIn = ({ facility, ref, arrived, expected, departed, recorded, told, person, ...of }: Guest): AnyEvent =>
    at(recorded ?? new Date(millis(arrived) + 8 * hour).toISOString().slice(0, 16).replace('T', ' '), () =>
      build.checkedIn({
        facility, ref, tourism: of.tourism ?? true, yields: [],
        groups: {
          person: { personKey: keyOf(person ?? `${facility}/${ref}`), documentKey: keyOf(ref), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' },
          nationality: of.nationality ?? 'VNM', sex: 'F', birthYear: 1990, residence: { status: 'permanent', province: of.province ?? '701', ward: of.ward ?? '' },
          arrival: { at: iso(arrived), timeKnown: true, unit: 'W25357@2025', dueDomestic: of.due === undefined ? dueOf(arrived) : iso(of.due), dueForeign: new Date(millis(arrived) + 12 * hour).toISOString() },
          expectedDeparture: expected === undefined ? null : iso(expected), departure: departed === undefined ? null : iso(departed), permittedUntil: null, room: of.room === undefined ? '' : keyOf(of.room),
          reason: of.reason ?? 'tourism', notified: told === undefined ? { at: null, valid: false } : { at: iso(told), valid: true }, captured: of.captured ?? 'typed',
        },
      }));
  return {
    warehouse, build, at, tell, checkIn, iso, keyOf,
    /** Empties the tables, and registers units and facilities anew. */
    begin: async (...facilities: readonly Facility[]): Promise<void> => {
      const tables = await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree' AND total_rows > 0");
      for (const { name } of tables) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
      await tell(
        ...units.map(({ uid, to, projections, area }) => at('2025-01-01 08:00', () => build.unitPublished({
          uid, code: uid, nameVi: `Xã ${uid}`, validFrom: to === '' ? '2025-07-01' : '', validTo: to,
          projections: projections.map(([from, last, unit, weight, exact]) => ({ from, to: last, unit, weight, exact })), areas: [{ area: 'D', nameVi: 'Huyện D', weight: area, exact: area === 1 }],
        }))),
        ...facilities.map(({ id, kind = 'hotel', unit, tourism = true, rooms = 10, beds = 20, from = '2025-01-01' }) => at('2025-01-01 08:00', () => build.facilityChanged({ ...facilityFields(), id, kind, tourism, unit, rooms, beds, validFrom: from }))),
      );
    },
    stays: (...guests: readonly Guest[]): Promise<void> => tell(...guests.map(checkIn)),
    /** Something that says nothing of a facility is taken in at that time: figures are as of then. */
    asOf: (local: string): Promise<void> => tell(at(local, () => build.keyRevoked({ id: 'none' }))),
    /** Rows as lines of their values, in the order of the statement; `-` = NaN. */
    lines: async (sql: string): Promise<readonly string[]> =>
      (await warehouse.query<Record<string, string | number | readonly string[] | null>>(sql)).map((row) => Object.values(row).map((value) => (value === null ? '-' : typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value.toString())).join(' ')),
    stop: async (): Promise<void> => {
      await warehouse.close();
      await server.stop();
    },
  };
};
export type Village = Awaited<ReturnType<typeof startVillage>>;
