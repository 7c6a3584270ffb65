/** The views whose content a rebuild must give again. */
export const hashedViews = ['stays', 'stay_nights', 'stay_notices', 'events', 'dead_letters', 'facilities', 'facility_versions', 'feed_batches', 'feed_health', 'register_batches', 'person_links', 'models', 'model_steps', 'reports', 'report_texts', 'report_duty', 'indicator_values', 'resident_spells', 'worker_spells', 'residents', 'workers', 'units', 'unit_projections', 'unit_areas', 'unit_breaks', 'indicator_definitions', 'released_statistics', 'coach_trips', 'business_versions', 'businesses', 'inspections', 'outages', 'facility_figures', 'conflict_nights', 'facilities_heard', 'holidays', 'tourism_revisions', 'incidents', 'watch_entries', 'alerts', 'alert_rules', 'as_of'] as const;

/** Count and sum of row hashes: the order of rows does not matter, a row that is there twice does. */
export const contentHashSql = (database: string, view: string): string =>
  `SELECT '${view}' AS view, toString(count()) AS rows, toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM ${database}.${view}`;
