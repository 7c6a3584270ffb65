/** Tables of `system` that describe the schema and the engine's state; the others can lead to files, sessions or keys. */
export const systemTables = new Set([
  'tables', 'columns', 'databases', 'functions', 'formats', 'table_functions', 'aggregate_function_combinators', 'data_type_families', 'table_engines', 'settings', 'merge_tree_settings',
  'parts', 'parts_columns', 'data_skipping_indices', 'merges', 'metrics', 'asynchronous_metrics', 'events', 'errors', 'one', 'numbers', 'numbers_mt', 'zeros', 'zeros_mt',
  'time_zones', 'collations', 'keywords', 'build_options', 'contributors', 'licenses', 'documentation',
]);

/** Table functions that make rows from nothing or from a subquery, which is checked like any other. */
export const tableFunctions = new Set(['numbers', 'numbers_mt', 'zeros', 'zeros_mt', 'generateseries', 'generate_series', 'generaterandom', 'primes', 'values', 'view']);

/** Figures of the registers, which also take the day of the boundaries; an empty parameter is the newest day. */
const boundedViews = ['population_at', 'households_at', 'population_change_at', 'population_indicators_at', 'household_indicators_at', 'population_rates_at', 'labour_at', 'labour_indicators_at', 'labour_coverage_at', 'labour_change_at'];

/** Figures of each day, which take a boundary alone; their twin tells them on the boundaries of each day itself. */
const viewsOfBoundaries = ['tourism_daily_at', 'tourism_origin_at', 'occupancy_at', 'compliance_daily_at'];

/** Rates of incidents, which take the day until whose end they were known, and a boundary. */
const ratesOfIncidents = 'incident_rates_at';

/** Views of `da06` that take the day as of which they are asked: `models_at(as_of = '2024-03-01')` parses as a table function, and reads what the views do. */
export const viewsOfOneText = ['models_at', 'model_steps_at', 'reports_at', 'report_texts_at', 'report_duty_at', 'indicator_values_at', 'residents_at', 'workers_at', ...boundedViews, ...viewsOfBoundaries, ratesOfIncidents];

/** Figures of months that are over, which take the day until whose end they were known, and a boundary. */
export const viewsOfMonths = ['tourism_months_at', 'compliance_months_at'];

/** Hours of incidents, which are asked of their twin as they are known now. */
export const viewsOfIncidents = ['incident_hours_at'];

export const viewsOfAnyDay = new Set([...viewsOfOneText, ...viewsOfMonths, ...viewsOfIncidents]);

/** Functions beside these two lists' categories that read outside the engine's tables, take a table by its name, or hold a connection. */
export const forbiddenFunctions = new Set([
  'file', 'eval', 'joinget', 'joingetornull', 'hascolumnintable', 'catboostevaluate', 'evalmlmethod', 'showcertificate', 'sleep', 'sleepeachrow', 'lemmatize', 'synonyms', 'trap',
  'getclienthttpheader', 'addresstoline', 'addresstolinewithinlines', 'addresstosymbol', 'mergetreeindex', 'viewexplain', 'viewifpermitted',
]);

/** Kinds of functions that ask a service or a dictionary outside the tables; names are read from the engine. */
export const forbiddenCategories = ['AI', 'Dictionary', 'Embedded Dictionary'] as const;

/** Scalar functions that share their name with a table function and only work on their arguments. */
export const harmlessNamesakes = new Set(['format', 'fuzzquery']);

/** What a statement may be. */
export const statementKinds = new Set([
  'SelectWithUnionQuery', 'SelectIntersectExceptQuery', 'Explain', 'DescribeQuery', 'ShowCreateTableQuery', 'ShowCreateViewQuery', 'ExistsTableQuery', 'ExistsViewQuery', 'ShowTables', 'ShowColumns', 'ShowFunctions',
]);

/** Functions whose second argument may be a table named without a table expression. */
export const membershipFunctions = /^(global)?(not)?(null)?in(ignoreset)?$/;

/** Statements that print as one node: their normal form itself must match. */
export const showForms: readonly RegExp[] = [
  /^SHOW DATABASES( (I?LIKE|NOT I?LIKE) '[^'\\]*')?( FORMAT \w+)?$/,
  /^SHOW( FULL)? TABLES( FROM (da06|system))?( (I?LIKE|NOT I?LIKE) '[^'\\]*')?( FORMAT \w+)?$/,
  /^SHOW( EXTENDED)?( FULL)? COLUMNS FROM \w+( FROM (da06|system))?( (I?LIKE|NOT I?LIKE) '[^'\\]*')?( FORMAT \w+)?$/,
  /^(SHOW CREATE|EXISTS)( TABLE| VIEW)? (da06\.|system\.)?\w+( FORMAT \w+)?$/,
  /^SHOW FUNCTIONS( (I?LIKE) '[^'\\]*')?( FORMAT \w+)?$/,
];
