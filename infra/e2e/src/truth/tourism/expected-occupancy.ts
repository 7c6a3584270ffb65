import { quotient } from '../population/figures.ts';
import { businessCells } from './business-cells.ts';
import { facilitiesOf, nameOf, sumOf } from './cells.ts';
import type { TourismFacts } from './facts.ts';
import type { FacilityDay } from './facility-days.ts';

const bedsUsed = ({ guests }: FacilityDay): number => guests.filter(({ night }) => night).length;
const withoutRoom = ({ guests }: FacilityDay): number => guests.filter(({ night, guest }) => night && guest.room === '').length;
const roomsUsed = ({ guests }: FacilityDay): number => new Set(guests.filter(({ night, guest }) => night && guest.room !== '').map(({ guest }) => guest.room)).size;

/** Rows of the view `occupancy`: every guest of facilities of tourism, whatever they came for. */
export const expectedOccupancy = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return businessCells(facts, days, boundary).map((cell) => {
    const reporting = (figure: (of: FacilityDay) => number): number => sumOf(cell, (of) => (of.inForce && of.reporting ? figure(of) : 0));
    const capacity = {
      rooms_all: sumOf(cell, ({ inForce, rooms }) => (inForce ? rooms : 0)), rooms_reporting: reporting(({ rooms }) => rooms),
      beds_all: sumOf(cell, ({ inForce, beds }) => (inForce ? beds : 0)), beds_reporting: reporting(({ beds }) => beds),
      facilities: facilitiesOf(cell), reporting: facilitiesOf(cell, (of) => of.reporting),
    };
    const used = {
      rooms_used: sumOf(cell, roomsUsed), beds_used: sumOf(cell, bedsUsed), guests_without_room: sumOf(cell, withoutRoom),
      over_capacity: sumOf(cell, (of) => Number(of.rooms > 0 && roomsUsed(of) > of.rooms)),
      room_occupancy_all: quotient(sumOf(cell, roomsUsed), capacity.rooms_all, 100), room_occupancy_reporting: quotient(reporting(roomsUsed), capacity.rooms_reporting, 100),
      bed_occupancy_all: quotient(sumOf(cell, bedsUsed), capacity.beds_all, 100), bed_occupancy_reporting: quotient(reporting(bedsUsed), capacity.beds_reporting, 100),
    };
    return { ...name(cell), ...capacity, ...(cell.hidden ? Object.fromEntries(Object.keys(used).map((figure) => [figure, null])) : used), suppressed: cell.hidden ? 1 : 0 };
  });
};
