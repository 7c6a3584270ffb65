import { wholeAndAt, whole, type Grants, type ReadingUser } from './grants.ts';

type AudienceName = 'ioc' | 'wall' | 'police' | 'programme' | 'analyst';

/** Who looks at boards: an organisation of Grafana with a data source of its own, whose user is granted what follows and nothing else. */
export type Audience = ReadingUser & {
  readonly name: AudienceName;
  /** Number of its organisation: 1 is there from the start, the others are made in this order. */
  readonly org: number;
  /** Name of its organisation. */
  readonly title: string;
  /** Boards it sees, by uid. */
  readonly boards: readonly string[];
};

const everybody = whole('as_of', 'holidays', 'units', 'place_names', 'indicator_definitions');
const programme = wholeAndAt('models', 'model_steps', 'reports', 'report_duty', 'indicator_values');
const population = wholeAndAt('population', 'households', 'population_change', 'population_indicators', 'household_indicators', 'population_rates');
const labour: Grants = { ...wholeAndAt('labour', 'labour_indicators', 'labour_coverage', 'labour_change'), ...whole('housing_nights') };
const tourism = wholeAndAt('tourism_daily', 'tourism_origin', 'tourism_months', 'occupancy');
const compliance: Grants = { ...wholeAndAt('compliance_daily', 'compliance_months'), ...whole('compliance_delays', 'coach_daily', 'reader_coverage') };
/** How each facility reports: facts of its duty, none of its business or its guests. */
const feeds = whole('facilities', 'facility_versions', 'facilities_heard', 'feed_health', 'feed_batches', 'register_batches');
/** Without subject and reference: those name a stay. */
const health: Grants = { ...whole('dead_letters', 'stay_notices'), events: ['event_id', 'type', 'facility_id', 'occurred_at', 'recorded_at', 'sequence'] };
/** Figures of incidents and alerts, and alerts one by one without what leads to a stay, a facility or an entry of the watch-list: to be counted. */
const security: Grants = {
  ...wholeAndAt('incident_rates', 'incident_hours'), ...whole('incident_limits', 'alert_rules', 'alert_counts', 'alert_precision'),
  alerts: ['alert', 'rule', 'rule_version', 'severity', 'raised_at', 'happened_at', 'day', 'unit_uid', 'status', 'judged', 'confirmed_at', 'dismissed_at', 'closed_at', 'simulated'],
  inspections: ['facility_id', 'facility_kind', 'unit_uid', 'day', 'guests_found', 'unreported', 'bucket', 'recorded_at'],
  outages: ['scope', 'target', 'from_at', 'until_at', 'cause', 'recorded_at'],
};
/** On the wall a facility has no name, no place on the map and no size: it is counted. */
const countedFacilities: Grants = {
  facilities: ['facility_id', 'valid_from', 'valid_to', 'facility_kind', 'unit_uid', 'tourism', 'closed_on'],
  feed_batches: ['recorded_at', 'shape', 'single', 'received', 'accepted', 'duplicate', 'amended', 'late', 'rejected'],
  register_batches: 'all',
  dead_letters: ['topic', 'cause_code', 'recorded_at'],
};

const audience = (name: AudienceName, org: number, title: string, { boards, grants }: Pick<Audience, 'boards' | 'grants'>): Audience => ({
  name, org, title, boards, grants: { ...everybody, ...grants },
  user: `da06_grafana_${name}`, digest: `CLICKHOUSE_GRAFANA_${name.toUpperCase()}_PASSWORD_SHA256`, profile: 'da06_grafana', quota: 'da06_boards',
});

/**
 * The audiences. Any viewer of a data source can send it any SQL, so what an audience may see is what its user is granted; security has an
 * organisation of its own, and so has the wall, which nobody logs in to.
 */
export const audiences: readonly Audience[] = [
  audience('ioc', 1, 'Main Org.', {
    boards: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'],
    grants: { ...programme, ...population, ...labour, ...tourism, ...compliance, ...feeds, ...health },
  }),
  audience('wall', 2, 'Màn hình', {
    boards: ['tong-quan'],
    grants: { ...wholeAndAt('models', 'model_steps', 'report_duty', 'population', 'labour', 'tourism_daily', 'occupancy'), ...whole('reports'), ...countedFacilities },
  }),
  audience('police', 3, 'An ninh', {
    boards: ['an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'],
    grants: { ...security, ...compliance, ...feeds, ...health, ...whole('businesses', 'business_versions') },
  }),
  audience('programme', 4, 'Chương trình', { boards: ['chuong-trinh'], grants: { ...programme, ...whole('report_texts', 'report_texts_at') } }),
  audience('analyst', 5, 'Phân tích', {
    boards: ['chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'tuan-thu-luu-tru'],
    grants: {
      ...programme, ...population, ...labour, ...tourism, ...compliance, ...feeds,
      ...whole('released_statistics', 'facility_days', 'place_shares', 'unit_areas', 'unit_breaks', 'unit_projections'),
    },
  }),
];
