import type { KeyRole } from '@da06/events';
import { everyRole, type RoleTable } from '@da06/service-kit';

const writers: readonly KeyRole[] = ['feed', 'admin'];
const keepers: readonly KeyRole[] = ['standing', 'admin'];
/** A commune's key works with the records of its own unit alone. */
const registerWriters: readonly KeyRole[] = ['commune', 'officer', 'standing', 'admin'];
const stays = '/v1/facilities/{facility}/stays';
const trips = '/v1/facilities/{facility}/trips';

/**
 * Who may call what: each route that needs a key. A feed works with its own facilities alone, wherever an address names one, and a commune's
 * key with records of residents and workers, businesses, incidents and facilities of its own unit.
 * `routes/access-table.int.test.ts` calls every route as every role: a route that is missing here, or decides otherwise, fails there.
 */
export const rolesOfRoutes: RoleTable = {
  [`PUT ${stays}/{ref}`]: writers,
  [`PATCH ${stays}/{ref}`]: writers,
  [`POST ${stays}/{ref}/check-out`]: writers,
  [`POST ${stays}/{ref}/cancel`]: writers,
  [`POST ${stays}`]: writers,
  'POST /v1/kbtt/foreign-stays': writers,
  'POST /v1/kbtt/vietnamese-stays': writers,
  'POST /v1/kbtt/departures': writers,
  'POST /v1/facilities/{facility}/days/{date}/nothing-to-report': writers,
  // Shows identities; that they were read is recorded.
  [`GET ${stays}/{ref}`]: ['feed', 'standing', 'admin'],
  'GET /v1/facilities/{facility}/guests': ['feed', 'standing', 'admin'],
  'GET /v1/facilities/{facility}/days/{date}/portal.xlsx': writers,
  'GET /v1/facilities/{facility}/days/{date}/portal.xml': writers,
  ...Object.fromEntries(
    ['/v1/residents', '/v1/workers'].flatMap((register) => [
      [`PUT ${register}/{ref}`, registerWriters], [`POST ${register}`, registerWriters], [`POST ${register}/{ref}/withdraw`, registerWriters], [`GET ${register}/template.xlsx`, registerWriters],
      [`GET ${register}/{ref}`, registerWriters.filter((role) => role !== 'officer')],
    ]),
  ),
  [`PUT ${trips}/{ref}`]: writers,
  [`POST ${trips}`]: writers,
  // Shows the plate, as an identity.
  [`GET ${trips}/{ref}`]: ['feed', 'standing', 'admin'],
  'PUT /v1/businesses/{id}': registerWriters,
  'POST /v1/businesses': registerWriters,
  'GET /v1/businesses': [...registerWriters, 'analyst'],
  // A commune's key works with facilities of its own unit alone.
  'PUT /v1/facilities/{facility}/inspections/{ref}': registerWriters,
  'GET /v1/facilities/{facility}/inspections': registerWriters,
  // An officer of an agency of the police.
  'PUT /v1/incidents/{ref}': registerWriters,
  'POST /v1/incidents': registerWriters,
  'GET /v1/incidents': registerWriters,
  'GET /v1/incidents/{ref}': registerWriters,
  'PUT /v1/outages/{ref}': ['officer', 'standing', 'admin'],
  'GET /v1/outages': everyRole,
  'POST /v1/documents/read': writers,
  // References, nobody's name; but a wall shows figures, not single stays.
  'GET /v1/facilities/{facility}/days/{date}/digest': everyRole.filter((role) => role !== 'wall'),
  'GET /v1/units': everyRole,
  'GET /v1/indicators': everyRole,
  'GET /v1/facilities': everyRole,
  'GET /v1/facilities/{facility}': everyRole,
  'POST /v1/facilities': keepers,
  'PUT /v1/facilities/{facility}': keepers,
  'POST /v1/facilities/{facility}/close': keepers,
  // Opens envelopes of many; that they were opened is recorded.
  'POST /v1/statistics/{statistic}': keepers,
  'GET /v1/statistics/{statistic}': keepers,
  'POST /v1/keys': ['admin'],
  'DELETE /v1/keys/{id}': ['admin'],
};
