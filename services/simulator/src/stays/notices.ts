import { dayMs, startOfLocalDay } from '@da06/domain';
import type { Notice } from '../feed/outbox.ts';
import type { FaultRates } from '../options.ts';
import { provinces } from '../people/origins.ts';
import type { Home } from '../people/person.ts';
import type { Draw } from '../random.ts';
import { deadlineOf } from './deadline.ts';
import type { Schedule } from './schedule.ts';
import type { Change, Stay } from './stay.ts';

const minute = 60_000;
const hour = 3_600_000;
/** Share of withdrawn registrations that turn out to have been right: the record is sent again, which opens the stay again. */
const reinstated = 0.2;

/** A change of room that a whole party makes. */
export type Move = { readonly at: number; readonly room: string };

/** What the desk writes down of a stay and when, in order; the first is the check-in. */
export const noticesOf = (draw: Draw, stay: Stay, { arrivedAt, extended, leavesAt }: Schedule, move: Move | undefined, faults: FaultRates): Notice[] => {
  const late = draw.chance(faults.late);
  const moment = late ? deadlineOf(stay) + draw.between(5, 600) * minute : arrivedAt + draw.between(2, 8) * minute;
  if (stay.facility.tellsWhen) stay.record.notifiedAt = moment;
  const registered: Notice[] = [{ moment, change: { type: 'check-in' } }];
  if (draw.chance(faults.cancellation)) {
    const withdrawnAt = moment + draw.between(15, 300) * minute;
    registered.push({ moment: withdrawnAt, change: { type: 'cancel' } });
    if (!draw.chance(reinstated)) return registered;
    registered.push({ moment: withdrawnAt + draw.between(15, 60) * minute, change: { type: 'check-in' } });
  }
  const later: Notice[] = [];
  if (draw.chance(faults.amendment)) later.push({ moment: moment + draw.between(20, 400) * minute, change: correctionOf(draw, stay) });
  if (move !== undefined) later.push({ moment: move.at, change: { type: 'move', room: move.room } });
  if (extended !== undefined) later.push({ moment: extended.at, change: { type: 'extend', until: extended.until } });
  if (!draw.chance(faults.forgottenCheckOut)) later.push({ moment: leavesAt + draw.below(6) * minute, change: { type: 'leave', at: leavesAt } });
  return [...registered, ...later.sort((one, other) => one.moment - other.moment)];
};

/** Something that was written down wrongly. */
const correctionOf = (draw: Draw, { record, facility, person }: Stay): Change => {
  const choice = draw.below(4);
  const since = record.arrivedAt - startOfLocalDay(record.arrivedAt);
  // Within these hours the deadline stays the same one; nobody is corrected into the time of the guest before.
  if (choice === 0 && record.hourKnown && since >= 9 * hour && since < 22 * hour && person.nationality === 'VNM') return { type: 'correct', what: 'arrival', arrivedAt: record.arrivedAt + draw.between(3, 15) * minute };
  if (choice === 1 && !facility.scans) return { type: 'correct', what: 'name', fullName: `${record.fullName.replace(/ Mẫu$/, '')} Sửa Mẫu` };
  if (choice === 2 && record.home !== undefined) return { type: 'correct', what: 'home', home: { ...record.home, province: otherProvince(draw, record.home), ward: '' } };
  return { type: 'correct', what: 'reason', reason: record.reason === 'visit' ? 'business' : 'visit' };
};

/** Another province: a record that says the same again is no correction. */
const otherProvince = (draw: Draw, { province }: Home): Home['province'] => {
  const drawn = draw.weighted(provinces);
  return drawn.code === province.code ? (provinces.values.find(({ code }) => code !== province.code) ?? drawn) : drawn;
};

/** When a party that stays some nights changes rooms: on an afternoon between. */
export const moveTime = (draw: Draw, { arrivedAt, leavesAt }: Schedule): number | undefined => {
  const midnight = startOfLocalDay(arrivedAt);
  const days = Math.floor((leavesAt - midnight) / dayMs);
  return days < 2 ? undefined : midnight + draw.between(1, days - 1) * dayMs + draw.between(13 * 60, 17 * 60) * minute;
};
