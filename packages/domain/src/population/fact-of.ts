import {
  absenceDeclaredType, deathRegisteredType, householdChangedType, residenceEndedType, residenceMovedType, residenceRegisteredType, workerDeclaredType, type AbsenceDeclared, type DeathRegistered, type Envelope,
  type HouseholdChanged, type ResidenceEnded, type ResidenceMoved, type ResidenceRegistered, type WorkerDeclared,
} from '@da06/events';
import type { SpellFact, Track } from './spells.ts';

/** What an event of the registers says of its person; undefined for a birth, a withdrawal, and events of others. */
export const findSpellFact = (event: Envelope): SpellFact | undefined => {
  const fact = (says: SpellFact['says'], track: Track, { on, unit }: DeathRegistered['data'], until = ''): SpellFact => ({ says, track, on, until, unit, sequence: event.sequence, id: event.id });
  switch (event.type) {
    case residenceRegisteredType: {
      const data = event.data as ResidenceRegistered['data'];
      return fact('begins', data.kind, data, data.kind === 'temporary' ? data.until : '');
    }
    case residenceMovedType: {
      const data = event.data as ResidenceMoved['data'];
      return fact(data.unit === '' ? 'ends' : 'begins', 'permanent', data);
    }
    case householdChangedType: {
      const data = event.data as HouseholdChanged['data'];
      return fact('goes-on', data.kind, data);
    }
    case absenceDeclaredType: {
      const data = event.data as AbsenceDeclared['data'];
      return fact('begins', 'absence', data, data.until);
    }
    case residenceEndedType: {
      const data = event.data as ResidenceEnded['data'];
      return fact('ends', data.kind, data);
    }
    case workerDeclaredType: {
      const data = event.data as WorkerDeclared['data'];
      return fact(data.status === 'left' ? 'ends' : 'begins', 'work', data);
    }
    case deathRegisteredType:
      return fact('death', 'permanent', event.data as DeathRegistered['data']);
    default:
      return undefined;
  }
};
