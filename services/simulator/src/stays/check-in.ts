import { dayMs, localDay, startOfLocalDay } from '@da06/domain';
import type { FaultRates } from '../options.ts';
import type { Person } from '../people/person.ts';
import type { Draw } from '../random.ts';
import type { Facility } from '../world/facility.ts';
import type { Schedule } from './schedule.ts';
import type { Stay, StayRecord } from './stay.ts';
import { doubtsOfPaper } from './whole-record.ts';

export type CheckIn = { readonly facility: Facility; readonly ref: string; readonly person: Person; readonly isNew: boolean; readonly schedule: Schedule; readonly room: string; readonly reason: string; readonly faults: FaultRates };

/** A stay as the desk first writes it down, with what it gets wrong on purpose. */
export const checkIn = (draw: Draw, { facility, ref, person, isNew, schedule, room, reason, faults }: CheckIn): Stay => {
  const { arrivedAt, expectedAt } = schedule;
  const showsOld = person.former !== undefined && draw.chance(faults.oldPaper);
  const paper = showsOld ? (person.former ?? person.paper) : person.paper;
  const former = !showsOld && person.former !== undefined && (facility.scans || draw.chance(0.25)) ? person.former : undefined;
  // A guest who was here before may have left this morning: a day alone would lie across that stay.
  const hourKnown = !(isNew && !schedule.hourly && draw.chance(faults.noHour));
  const isForeign = person.nationality !== 'VNM';
  const record: StayRecord = {
    fullName: person.name, birthDate: person.birthDate, sex: person.sex, arrivedAt: hourKnown ? arrivedAt : startOfLocalDay(arrivedAt), hourKnown, expectedAt, departedAt: undefined,
    permittedUntil: isForeign ? localDay(expectedAt + draw.between(20, 60) * dayMs) : undefined,
    room, reason, home: person.home, notifiedAt: undefined, revision: 0,
  };
  const doubts = doubtsOfPaper(paper.kind, record.arrivedAt);
  if (paper.kind === 'cccd' && !facility.scans && draw.chance(faults.misfit)) doubts.push(mistype(draw, record));
  return { facility, ref, person, paper, former, doubts, record, told: undefined, standings: [], events: { checkedIn: 0, corrected: 0, checkedOut: 0, cancelled: 0 } };
};

/** The card's number says another sex or year than what is typed beside it. Returns the code that this gets. */
const mistype = (draw: Draw, record: StayRecord): string => {
  if (draw.chance(0.5)) {
    record.sex = record.sex === 'M' ? 'F' : 'M';
    return 'document.cccd-sex-mismatch';
  }
  record.birthDate = String(Number(record.birthDate.slice(0, 4)) - 1) + record.birthDate.slice(4);
  return 'document.cccd-birth-year-mismatch';
};
