import type { FacilityBody } from '@da06/simulator';
import { vietnamTime } from '../harness/stays.ts';
import { day as dayMs, hour as hourMs } from '../truth/local-time.ts';

/** A stay that is planted, as its facility tells it, and when. `room` '' = none told. */
export type PlantedStay = { readonly ref: string; readonly person: number; readonly arrivedAt: number; readonly leavesAt: number | undefined; readonly toldAt: number; readonly room?: string };

/** An anomaly in a facility of its own, or what is just none: the rule must find the one and leave the other. Several facilities where it takes two. */
export type Plant = { readonly rule: string; readonly name: string; readonly hit: boolean; readonly facilities: readonly { readonly body: FacilityBody; readonly stays: readonly PlantedStay[] }[] };

const minute = 60_000;

/** Anomalies of each rule, at the threshold and just under it, `copies` times, from the 36th day of a play that begins at a local midnight. Their facilities are of the demonstration, their guests nobody. */
export const plantsFrom = (start: number, copies: number): readonly Plant[] => {
  let houses = 0;
  let people = 0;
  const person = (): number => (people += 1);
  const persons = (count: number): number[] => Array.from({ length: count }, person);
  const at = (day: number, hours: number, minutes = 0): number => start + day * dayMs + hours * hourMs + minutes * minute;
  const house = (stays: readonly Omit<PlantedStay, 'ref' | 'toldAt'>[], more: Partial<FacilityBody> = {}): Plant['facilities'][number] => ({
    body: { id: `demo-gia-${String((houses += 1)).padStart(3, '0')}`, kind: 'hotel', name: 'Khách sạn giả định', unit: 'W25357@2025', rooms: 20, beds: 40, remote: false, lat: 11.4, lon: 106.6, validFrom: '2025-07-01', ...more },
    stays: stays.map((stay, place) => ({ ...stay, ref: `G-${String(place + 1).padStart(3, '0')}`, toldAt: stay.arrivedAt + 5 * minute })).sort((a, b) => a.toldAt - b.toldAt),
  });
  const night = (day: number, who: readonly number[], more: { readonly room?: string; readonly hours?: number; readonly minutes?: number; readonly nights?: number } = {}) =>
    who.map((one) => ({ person: one, arrivedAt: at(day, more.hours ?? 14, more.minutes ?? 0), leavesAt: at(day + (more.nights ?? 1), 11), ...(more.room !== undefined && { room: more.room }) }));
  const dayGuests = (day: number, count: number) => persons(count).map((one) => ({ person: one, arrivedAt: at(day, 9), leavesAt: at(day, 12) }));
  const weeks = (...counts: readonly number[]) => counts.flatMap((count, week) => Array.from({ length: count }, (_, n) => n).flatMap((n) => dayGuests(1 + week * 7 + (n % 7), 1)));

  const planted = (copy: number): readonly Plant[] => {
    const day = 36 + (copy % 5);
    const plant = (rule: string, name: string, hit: boolean, ...facilities: Plant['facilities']): Plant => ({ rule, name, hit, facilities });
    const [twice, moved, forgotten, gone] = [person(), person(), person(), person()];
    const [list, third, ninth] = [persons(8), persons(8), persons(9)];
    const [several, two] = [person(), person()];
    const speaking = (silentDays: number) => [...Array.from({ length: 5 }, (_, n) => day - 5 + n), ...Array.from({ length: 6 }, (_, n) => day + silentDays + n)].flatMap((on) => dayGuests(on, 1));
    const lasting = (nights: number) => night(5 + (copy % 5), [person()], { nights });
    const through = person();
    return [
      plant('double-stay', 'one night in both', true, house(night(day, [twice], { nights: 2 })), house(night(day + 1, [twice]))),
      plant('double-stay', 'one after the other', false, house(night(day, [moved])), house(night(day + 1, [moved]))),
      plant('double-stay', 'third night of an end nobody told', true, house([{ person: forgotten, arrivedAt: at(day, 14), leavesAt: undefined }]), house(night(day + 2, [forgotten]))),
      plant('double-stay', 'fourth night of an end nobody told', false, house([{ person: gone, arrivedAt: at(day, 14), leavesAt: undefined }]), house(night(day + 3, [gone]))),
      plant('room-density', 'seven in a room', true, house(night(day, persons(7), { room: '9' }))),
      plant('room-density', 'six in a room', false, house(night(day, persons(6), { room: '9' }))),
      plant('room-density', 'eight in a house of eight beds a room', false, house(night(day, persons(8), { room: '9' }), { rooms: 10, beds: 80 })),
      plant('over-30-days', 'thirty nights', true, house(lasting(30))),
      plant('over-30-days', 'twenty-nine nights', false, house(lasting(29))),
      plant('over-30-days', 'thirty nights under two references', true, house([...night(6, [through], { nights: 20 }), ...night(26, [through], { nights: 10 })])),
      plant('silent-facility', 'seven silent days', true, house(speaking(7))),
      plant('silent-facility', 'six silent days', false, house(speaking(6))),
      plant('sudden-drop', 'a quarter of before', true, house(weeks(20, 20, 20, 20, 20, 5, 5, 5))),
      plant('sudden-drop', 'a third of before', false, house(weeks(20, 20, 20, 20, 20, 7, 7, 7))),
      plant('sudden-drop', 'nine a week before', false, house(weeks(9, 9, 9, 9, 9, 2, 2, 2))),
      plant('copied-identities', 'four of eight again', true, house([...night(day, list), ...night(day + 3, [...list.slice(0, 4), ...persons(4)])])),
      plant('copied-identities', 'three of six again', false, house([...night(day, third), ...night(day + 3, [...third.slice(0, 3), ...persons(3)])])),
      plant('copied-identities', 'four of nine again', false, house([...night(day, ninth), ...night(day + 3, [...ninth.slice(0, 4), ...persons(5)])])),
      plant('copied-identities', 'one person three times', true, house([...night(day, [several], { nights: 4 }), ...night(day + 1, [several], { nights: 3 }), ...night(day + 2, [several], { nights: 2 })])),
      plant('copied-identities', 'one person twice', false, house([...night(day, [two], { nights: 4 }), ...night(day + 1, [two], { nights: 3 })])),
      plant('arrival-spike', 'six of twelve at 23:50', true, house([...night(day, persons(6)), ...night(day, persons(6), { hours: 23, minutes: 50 })])),
      plant('arrival-spike', 'five of five at 23:50', false, house(night(day, persons(5), { hours: 23, minutes: 50 }))),
      plant('arrival-spike', 'six of six at 23:49', false, house(night(day, persons(6), { hours: 23, minutes: 49 }))),
    ];
  };
  return Array.from({ length: copies }, (_, copy) => planted(copy)).flat();
};

/** The record of a planted stay: a woman born in 1990, invented. */
export const recordOfPlant = ({ ref, person, arrivedAt, leavesAt, room }: PlantedStay) => ({
  ref, arrival: vietnamTime(arrivedAt), ...(leavesAt !== undefined && { expectedDeparture: vietnamTime(leavesAt) }), room: room ?? `P${String(person)}`, reason: 'tourism',
  guest: { fullName: 'Trần Thị Giả Định', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: `070190${String(800_000 + person)}` }, residence: { status: 'permanent', address: 'Số 1, đường Mẫu' } },
});
