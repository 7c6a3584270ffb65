import type { Draw } from '../random.ts';
import type { Stay } from '../stays/stay.ts';

/** A way of spoiling a record, with the one code it must get. `cut-off` spoils the line of an NDJSON file itself. */
export type Flaw = { readonly field: 'fullName' | 'birthDate' | 'sex' | 'nationality' | 'number' | 'reason' | 'expected' | 'room' | 'line'; readonly code: string };

const always: readonly Flaw[] = [
  { field: 'fullName', code: 'field.required' },
  { field: 'birthDate', code: 'birth-date.format' },
  { field: 'sex', code: 'sex.unknown' },
  { field: 'nationality', code: 'nationality.unknown' },
  { field: 'reason', code: 'reason.unknown' },
  { field: 'expected', code: 'expected-departure.before-arrival' },
];
const ofCards: readonly Flaw[] = [...always, { field: 'number', code: 'document.cccd-format' }];
const cutOff: Flaw = { field: 'line', code: 'item.unreadable' };
const noRoom: Flaw = { field: 'room', code: 'room.required' };

/** Kinds that must name the room (contracts.md, Facilities). */
const roomKinds: ReadonlySet<string> = new Set(['hotel', 'motel', 'guest-house', 'zone-housing', 'clinic', 'dormitory']);

/** How a record of a stay could be spoilt. */
export const drawFlaw = (draw: Draw, { facility, paper }: Pick<Stay, 'facility' | 'paper'>): Flaw => {
  const choices = paper.kind === 'cccd' ? ofCards : always;
  if (facility.style === 'ndjson' && draw.chance(0.2)) return cutOff;
  if (roomKinds.has(facility.kind) && draw.chance(0.25)) return noRoom;
  return draw.pick(choices);
};
