import { eventTypes, shortName } from '@da06/events';

const stays = ['stay.checked-in', 'stay.corrected', 'stay.checked-out', 'stay.cancelled'];
/** Papers of one person that were linked make one guest of two. */
const guests = [...stays, 'person.linked'];
const facilities = ['facility.registered', 'facility.changed', 'facility.closed'];
const heard = [...stays, 'facility-day.reported'];
const residents = ['residence.registered', 'residence.moved', 'residence.ended', 'absence.declared', 'household.changed', 'birth.registered', 'death.registered', 'record.withdrawn'];
const workers = ['worker.declared', 'record.withdrawn'];
const steps = ['model.scheduled', 'model.unit-chosen', 'step.started', 'step.completed', 'step.blocked', 'step.unblocked', 'step.reopened', 'model.put-in-operation', 'model.marked-not-deployable'];
const reports = ['reporter.assigned', 'report.requested', 'report.submitted', 'report.amended'];
const businesses = ['business.registered', 'inspection.recorded'];

/** Views of `da06` by what feeds them: short names of events without their version. `…_at` is fed as the view without it. */
const fedBy: Readonly<Record<string, readonly string[]>> = {
  stay_notices: stays,
  facilities, facilities_heard: [...facilities, ...heard],
  feed_health: [...facilities, ...heard, 'feed.batch-received'],
  feed_batches: ['feed.batch-received'],
  register_batches: ['register.batch-received'],
  dead_letters: ['dead-letter.recorded'],
  tourism_daily: [...guests, ...facilities, 'facility-day.reported'],
  tourism_origin: [...guests, ...facilities],
  occupancy: [...guests, ...facilities, 'facility-day.reported'],
  housing_nights: [...guests, ...facilities],
  compliance_daily: [...guests, ...facilities, 'facility-day.reported', 'feed.batch-received', 'outage.declared', 'inspection.recorded', 'key.issued', 'key.revoked'],
  compliance_delays: [...stays, 'outage.declared'],
  coach_daily: ['coach-trip.reported'],
  reader_coverage: [...facilities, ...businesses],
  population: residents, households: residents, population_change: residents, population_indicators: residents, household_indicators: residents, population_rates: residents,
  labour: [...residents, ...workers], labour_indicators: [...residents, ...workers], labour_coverage: [...residents, ...workers], labour_change: workers,
  models: [...steps, ...reports], model_steps: steps, reports, report_duty: reports,
  incident_rates: ['incident.recorded', 'incident.updated'], incident_hours: ['incident.recorded', 'incident.updated'],
  alert_precision: ['alert.raised', 'alert.confirmed', 'alert.dismissed', 'alert.closed'],
};

/** Views that others are read beside, for names, places and days: they are told of only when nothing else is read. `'*'`: every event feeds it. */
const beside: Readonly<Record<string, readonly string[]>> = {
  as_of: ['*'],
  events: ['*'],
  units: ['unit.published'], place_names: ['unit.published'],
  holidays: ['holiday.published'],
  indicator_definitions: ['indicator.defined'],
};

const base = (view: string): string => view.replace(/_at$/, '');

/** Whether it is known what feeds a view. */
export const isFed = (view: string): boolean => base(view) in fedBy || base(view) in beside;

/** The views that a statement reads, each once. */
export const viewsOf = (sql: string): readonly string[] => [...new Set([...sql.matchAll(/\b(?:FROM|JOIN)\s+(?:da06\.)?(\w+)/gi)].map(([, name = '']) => name))].filter(isFed);

/** Types of events, each version, that feed these views; every type where any event does. */
export const typesFeeding = (views: readonly string[]): readonly string[] => {
  const main = views.flatMap((view) => fedBy[base(view)] ?? []);
  const names = new Set(main.length > 0 ? main : views.flatMap((view) => beside[base(view)] ?? []));
  return names.has('*') ? eventTypes : eventTypes.filter((type) => names.has(shortName(type).replace(/\.v\d+$/, '')));
};

/** Whether these types are notices of stays, which have a legal deadline. */
export const haveDeadline = (types: readonly string[]): boolean => types.length < eventTypes.length && types.some((type) => shortName(type).startsWith('stay.'));

/** Every name of an event that is told of here. */
export const namesFeeding = (): readonly string[] => [...new Set([...Object.values(fedBy), ...Object.values(beside)].flat())].filter((name) => name !== '*');
