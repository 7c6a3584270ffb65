import { quotient } from '../population/figures.ts';
import { businessCells } from './business-cells.ts';
import { facilitiesOf, nameOf, sumOf } from './cells.ts';
import type { TourismFacts } from './facts.ts';
import type { FacilityDay } from './facility-days.ts';

const bedsUsed = ({ guests }: FacilityDay): number => guests.filter(({ night }) => night).length;
const withoutRoom = ({ guests }: FacilityDay): number => guests.filter(({ night, guest }) => night && guest.room === '').length;
const roomsUsed = ({ guests }: FacilityDay): number => new Set(guests.filter(({ night, guest }) => night && guest.room !== '').map(({ guest }) => guest.room)).size;

/** Of these, the ones that stand against a capacity. */
const roomsLet = (of: FacilityDay): number => (of.rooms > 0 ? roomsUsed(of) : 0);
const bedsLet = (of: FacilityDay): number => (of.beds > 0 ? bedsUsed(of) : 0);

/** Rows of the view `occupancy`: every guest of facilities of tourism, whatever they came for. */
export const expectedOccupancy = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return businessCells(facts, { days, stands: (of) => bedsUsed(of) > 0 }, boundary).map((cell) => {
    const inForce = (figure: (of: FacilityDay) => number): number => sumOf(cell, (of) => (of.inForce ? figure(of) : 0));
    const reporting = (figure: (of: FacilityDay) => number): number => inForce((of) => (of.reporting ? figure(of) : 0));
    const capacity = {
      rooms_all: inForce(({ rooms }) => rooms), rooms_reporting: reporting(({ rooms }) => rooms),
      beds_all: inForce(({ beds }) => beds), beds_reporting: reporting(({ beds }) => beds),
      facilities: facilitiesOf(cell), reporting: facilitiesOf(cell, (of) => of.reporting),
    };
    const used = {
      rooms_used: sumOf(cell, roomsUsed), beds_used: sumOf(cell, bedsUsed), guests_without_room: sumOf(cell, withoutRoom),
      over_capacity: facilitiesOf(cell, (of) => of.rooms > 0 && roomsUsed(of) > of.rooms),
      room_occupancy_all: quotient(inForce(roomsLet), capacity.rooms_all, 100), room_occupancy_reporting: quotient(reporting(roomsLet), capacity.rooms_reporting, 100),
      bed_occupancy_all: quotient(inForce(bedsLet), capacity.beds_all, 100), bed_occupancy_reporting: quotient(reporting(bedsLet), capacity.beds_reporting, 100),
    };
    return { ...name(cell), ...capacity, ...(cell.hidden ? Object.fromEntries(Object.keys(used).map((figure) => [figure, null])) : used), suppressed: cell.hidden ? 1 : 0 };
  });
};
