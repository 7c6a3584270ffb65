import type { Code } from '@da06/errors';

/** The one table from code to HTTP status. Codes that are not named take their area's status, else 422. */
const exact: Partial<Record<Code, number>> = {
  'request.unauthorized': 401,
  'request.forbidden': 403,
  'request.not-found': 404,
  'request.method-not-allowed': 405,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.rate-limited': 429,
  'batch.too-many-items': 413,
  'item.too-large': 413,
  'workbook.too-large': 413,
  'facility.unknown': 404,
  'facility.exists': 409,
  'stay.unknown': 404,
  'record.unknown': 404,
  'incident.unknown': 404,
  'key.unknown': 404,
  'dead-letter.unknown': 404,
  'request.if-match-missing': 428,
  'model.unknown': 404,
  'model.changed': 412,
  'step.unknown': 404,
  'programme.no-plan': 409,
  'reporter.unknown': 404,
  'report.unknown': 404,
  'indicator.not-defined': 404,
  'report.changed': 412,
  'report-request.unknown': 404,
  'report-request.exists': 409,
  'data.in-use': 409,
  'demonstration.busy': 409,
  'demonstration.elsewhere': 409,
  'sql.forbidden': 403,
  internal: 500,
};

const areas: Readonly<Record<string, number>> = {
  request: 400,
  period: 400,
  service: 503,
  programme: 503,
  sql: 400,
  log: 503,
  vault: 503,
  warehouse: 503,
  host: 503,
  config: 500,
  backup: 500,
  file: 400,
  workbook: 400,
  xml: 400,
};

/** HTTP status of a code. */
export const statusOf = (code: Code): number => exact[code] ?? areas[code.split('.')[0] ?? ''] ?? 422;
