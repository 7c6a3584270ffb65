import type { AbsenceDeclared, DeathRegistered, Envelope, HouseholdChanged, ResidenceEnded, ResidenceMoved, ResidenceRegistered, WorkerDeclared } from '@da06/events';
import type { SpellFact, Track } from './spells.ts';

type Telling = ResidenceRegistered | ResidenceMoved | ResidenceEnded | AbsenceDeclared | HouseholdChanged | DeathRegistered | WorkerDeclared;

/** What an event of the registers says of its person; undefined for a birth, a withdrawal, and events of others. */
export const findSpellFact = (envelope: Envelope): SpellFact | undefined => {
  const event = envelope as Telling;
  const fact = (says: SpellFact['says'], track: Track, until = ''): SpellFact => ({ says, track, on: event.data.on, until, unit: event.data.unit, sequence: event.sequence, id: event.id });
  switch (event.type) {
    case 'vn.da06.residence.registered.v1':
      return fact('begins', event.data.kind, event.data.kind === 'temporary' ? event.data.until : '');
    case 'vn.da06.residence.moved.v1':
      return fact(event.data.unit === '' ? 'ends' : 'begins', 'permanent');
    case 'vn.da06.household.changed.v1':
      return fact('goes-on', event.data.kind);
    case 'vn.da06.absence.declared.v1':
      return fact('begins', 'absence', event.data.until);
    case 'vn.da06.residence.ended.v1':
      return fact('ends', event.data.kind);
    case 'vn.da06.worker.declared.v1':
      return fact(event.data.status === 'left' ? 'ends' : 'begins', 'work');
    case 'vn.da06.death.registered.v1':
      return fact('death', 'permanent');
    default:
      return undefined;
  }
};
