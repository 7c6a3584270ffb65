import { whole, type ReadingUser } from './grants.ts';

/** An agency that the plan lets exploit what facilities of some kinds register: step 3 of models 9 to 12. */
type Agency = ReadingUser & { readonly code: string; readonly model: number; readonly kinds: readonly string[] };

/** Figures that tell the kind of facility in each row: an agency sees the rows of its kinds. What takes parameters cannot be cut to rows, and is left out. */
const byKind = ['facilities', 'tourism_daily', 'tourism_months', 'occupancy', 'compliance_daily', 'compliance_months', 'compliance_delays'] as const;

const agency = (code: string, model: number, kinds: readonly string[]): Agency => {
  const condition = `facility_kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
  const trips = kinds.includes('coach') ? ['coach_daily'] : [];
  return {
    code, model, kinds,
    user: `da06_agency_${code.toLowerCase()}`, digest: `CLICKHOUSE_AGENCY_${code}_PASSWORD_SHA256`, profile: 'da06_grafana', quota: 'da06_people',
    grants: whole('as_of', 'holidays', 'units', 'place_names', ...byKind, ...trips),
    rows: Object.fromEntries(byKind.map((view) => [view, condition])),
  };
};

/** The plan's access matrix: which agency sees the registrations of which kinds of facility. */
export const agencies: readonly Agency[] = [
  agency('VHTT', 9, ['hotel', 'motel', 'guest-house', 'boarding-house', 'official-residence']),
  agency('BQLKCN', 10, ['rental-house', 'zone-housing']),
  agency('YT', 11, ['clinic']),
  agency('KTHT', 12, ['coach']),
];
