/** How the engine itself reads the log's JSON, for comparison: what our door does in TypeScript, said in SQL. It takes check-ins that name everything, and the envelope of others; facilities are left out. */

/** Settings with which the engine takes the log's JSON. */
export const jsonReading = "date_time_input_format = 'best_effort', input_format_skip_unknown_fields = 1, input_format_json_ignore_unknown_keys_in_named_tuple = 1, input_format_json_defaults_for_missing_elements_in_named_tuple = 1, input_format_null_as_default = 1";

const time = "DateTime64(3, 'UTC')";

/** The fields of an event that the tables need. */
export const jsonColumns = `id UUID, type LowCardinality(String), subject String, time ${time}, recordedtime ${time}, sequence FixedString(16),
  data Tuple(facility String, facilityKind LowCardinality(String), tourism Bool, ref String, revision UInt32, registrationNumber String,
    groups Tuple(person Tuple(personKey String, documentKind LowCardinality(String)), nationality LowCardinality(String), sex LowCardinality(String), birthYear UInt16,
      residence Tuple(province LowCardinality(String), ward LowCardinality(String)), arrival Tuple(at ${time}, timeKnown Bool, unit LowCardinality(String), dueDomestic ${time}, dueForeign ${time}),
      expectedDeparture Nullable(${time}), permittedUntil Nullable(${time}), room String, reason LowCardinality(String), notified Tuple(at Nullable(${time}), valid Bool), captured LowCardinality(String)),
    faults Array(Tuple(code LowCardinality(String))), id String)`;

const bytesOf = (value: string): string => `reinterpretAsFixedString(toUnixTimestamp64Milli(${value}))`;
const orNone = (value: string): string => bytesOf(`ifNull(${value}, toDateTime64(0, 3, 'UTC'))`);
const flag = (value: string): string => `if(${value}, '1', '0')`;

/** Rows of `raw_inbox_v2` from rows with those fields. */
export const rowsFromJson = (source: string): string => `
SELECT id, type, subject, if(startsWith(type, 'vn.da06.facility.'), data.id, data.facility) AS facility_id, data.ref AS ref, time AS occurred_at, recordedtime AS recorded_at, sequence, data.faults.code AS codes,
  data.registrationNumber AS registration_number,
  if(type != 'vn.da06.stay.checked-in.v1', '', concat(
    reverse(reinterpretAsFixedString(data.revision)), unhex(sequence), reverse(reinterpretAsFixedString(id)),
    ${bytesOf('data.groups.arrival.at')}, ${bytesOf('data.groups.arrival.dueDomestic')}, ${bytesOf('data.groups.arrival.dueForeign')}, ${flag('data.groups.arrival.timeKnown')},
    ${orNone('data.groups.expectedDeparture')}, ${orNone('data.groups.permittedUntil')}, ${orNone('data.groups.notified.at')}, ${flag('data.groups.notified.valid')},
    reinterpretAsFixedString(data.groups.birthYear), ${flag('data.tourism')},
    data.facilityKind, '\\0', data.groups.person.personKey, '\\0', data.groups.person.documentKind, '\\0', data.groups.nationality, '\\0', data.groups.sex, '\\0', data.groups.residence.province, '\\0',
    data.groups.residence.ward, '\\0', data.groups.arrival.unit, '\\0', data.groups.room, '\\0', data.groups.reason, '\\0', data.groups.captured)) AS whole,
  map() AS groups, data.groups.person.personKey AS person_key, data.groups.arrival.at AS arrived_at, ifNull(data.groups.expectedDeparture, toDateTime64(0, 3, 'UTC')) AS ends_at,
  data.registrationNumber != '' AND isNull(data.groups.expectedDeparture) AS open_ended, '' AS data
FROM ${source} WHERE NOT startsWith(type, 'vn.da06.facility.')`;

const writing = 'optimize_on_insert = 0, parallel_view_processing = 1, async_insert = 0';

/** `INSERT … SELECT FROM file()` of JSON lines into the tables of the warehouse. */
export const insertFromJsonFile = (file: string): string =>
  `INSERT INTO da06.raw_inbox_v2 ${rowsFromJson(`file('${file}', 'JSONEachRow', '${jsonColumns.replaceAll("'", "\\'")}')`)} SETTINGS ${writing}, ${jsonReading}`;
