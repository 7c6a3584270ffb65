import { dayOf, dueOf, heldOf, placedOn, type IncidentFacts } from './facts.ts';

/** Rows of the view `incidents`, without event ids. */
export const expectedIncidents = (facts: IncidentFacts): object[] =>
  heldOf(facts, dayOf(facts.asOf)).map((one) => {
    const [handled, due] = [one.handledAt === null ? undefined : Date.parse(one.handledAt), dueOf(one)];
    return {
      ref: one.ref, kind: one.kind, unit_uid: one.unit, day: placedOn(one), happened_at: one.happenedAt === null ? 0 : Date.parse(one.happenedAt), reported_at: Date.parse(one.reportedAt), handled_at: handled ?? 0,
      response_s: handled === undefined ? null : (handled - Date.parse(one.reportedAt)) / 1000, due_at: due, in_time: handled === undefined ? (due < facts.asOf ? 0 : -1) : handled <= due ? 1 : 0, channel: one.channel, outcome: one.outcome,
      deaths: one.deaths, injured: one.injured, damage_vnd: one.damageVnd, suspects: one.suspects, means: one.means, revision: one.revision, recorded_at: Date.parse(one.firstAt),
    };
  });

const kinds = ['crime', 'cyber', 'denunciation', 'drug', 'economic', 'environment', 'fire-explosion', 'other', 'public-order', 'social-evil', 'traffic-accident'];

/** Rows of the view `incident_limits`. */
export const expectedLimits = (): object[] => kinds.map((kind) => ({ kind, limit_s: (dueOf({ kind, reportedAt: '1970-01-01T00:00:00.000Z' })) / 1000 }));
