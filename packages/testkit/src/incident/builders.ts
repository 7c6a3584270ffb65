import { incidentRecordedType, incidentUpdatedType, type IncidentRecorded, type IncidentUpdated } from '@da06/events';
import type { BuilderOf } from '../any-event.ts';
import type { Random } from '../random.ts';

/** Builders of incidents. */
export const incidentBuilders = (builder: BuilderOf, random: Random) => {
  const whole = (): IncidentRecorded['data'] => ({
    ref: `V-${random.hex(8)}`, revision: 0, kind: 'crime', unit: 'W25357@2025', happenedAt: '2026-03-01T01:00:00.000Z', reportedAt: '2026-03-01T02:00:00.000Z', handledAt: null,
    channel: 'phone', outcome: 'open', losses: { deaths: 0, injured: 0, damageVnd: 0 }, suspects: 0, means: '',
  });
  return {
    incidentRecorded: builder<IncidentRecorded>(incidentRecordedType, ({ ref }) => `incidents/${ref}`, whole),
    incidentUpdated: builder<IncidentUpdated>(incidentUpdatedType, ({ ref }) => `incidents/${ref}`, () => ({ ...whole(), withdrawn: false })),
  };
};
