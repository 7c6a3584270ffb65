import { asOf, beginning, facilities, facilityOf, kindOf, tourismOf, unitOf } from './facilities.ts';

/** Stays `from` to `from + count` of `stays`: taken in in the order of their numbers, evenly over all days. */
export type Share = { readonly stays: number; readonly from: number; readonly count: number };

const uuid = (number: string): string => `reinterpretAsUUID(reinterpretAsFixedString(toUInt128(${number})))`;
const at = (ms: string): string => `fromUnixTimestamp64Milli(toInt64(${ms}), 'UTC')`;
const hour = 3_600_000;
const zone = 7 * hour;

/**
 * What is true of stay `number`, as names for the statements that follow. Large facilities have many times the stays of small ones; a stay is
 * notified within three hours, one in thirty up to three days late; nine of ten guests are Vietnamese; people come again.
 */
const truth = ({ stays }: Share): string => `
    cityHash64(number) AS h,
    toUInt32(floor(${facilities} * pow((h % 1000003) / 1000003, 2))) AS f,
    toInt64(${beginning} + number * (${asOf - beginning} / ${stays})) AS recorded,
    recorded - if(bitShiftRight(h, 20) % 30 = 0, bitShiftRight(h, 30) % ${72 * hour}, bitShiftRight(h, 30) % ${3 * hour}) AS arrived,
    intDiv(arrived + ${zone}, ${24 * hour}) AS day,
    toUInt8(1 + least(bitShiftRight(h, 12) % 7, bitShiftRight(h, 16) % 5)) AS nights,
    (day + nights) * ${24 * hour} - ${zone} + ${12 * hour} AS leaves,
    cityHash64(number, 1) AS g,
    lower(concat('000000000000000', leftPad(hex(bitShiftRight(cityHash64(g % ${Math.max(1, Math.ceil(stays / 3))}, 2), 16)), 17, '0'))) AS person,
    arrayElement(['VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'VNM', 'KOR', 'CHN'], bitShiftRight(g, 8) % 20 + 1) AS nationality,
    leftPad(toString(1 + bitShiftRight(g, 14) % 34), 3, '7') AS province,
    concat('FD-', leftPad(toString(number), 10, '0')) AS ref`;

const groups =
  "Tuple(person Tuple(personKey String, documentKind String), nationality String, sex String, birthYear UInt16, residence Tuple(province String, ward String), arrival Tuple(at DateTime64(3, 'UTC'), timeKnown Bool, unit String, dueDomestic DateTime64(3, 'UTC'), dueForeign DateTime64(3, 'UTC')), expectedDeparture Nullable(DateTime64(3, 'UTC')), room String, reason String, captured String)".replaceAll("'", String.raw`\'`);

const inbox = 'INSERT INTO da06.raw_inbox_v1 (id, type, subject, time, recordedtime, sequence, data)';
const settings = 'SETTINGS optimize_on_insert = 0, parallel_view_processing = 1, max_insert_threads = 1, min_insert_block_size_rows = 524288, min_insert_block_size_bytes = 0, max_block_size = 524288';

const checkIns = (share: Share): string => `${inbox}
WITH ${truth(share)}
SELECT ${uuid('number * 16')}, 'vn.da06.stay.checked-in.v1', concat(${facilityOf('f')}, '/', ref), ${at('arrived')}, ${at('recorded')}, lower(hex(bitShiftLeft(toUInt64(recorded), 16) + number % 16)),
    CAST((${facilityOf('f')}, ${kindOf('f')}, ${tourismOf('f')}, ref, toUInt32(0), concat('LT', leftPad(hex(number), 16, '0')), 'native',
        ['person', 'nationality', 'sex', 'birthYear', 'residence', 'arrival', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'notified', 'captured'],
        CAST(((person, 'cccd'), nationality, if(g % 2 = 0, 'F', 'M'), toUInt16(1950 + bitShiftRight(g, 20) % 60), (province, ''),
            (${at('arrived')}, true, ${unitOf('f')}, ${at(`day * ${24 * hour} - ${zone} + if((arrived + ${zone}) % ${24 * hour} < ${23 * hour}, ${23 * hour}, ${32 * hour})`)}, ${at(`arrived + ${12 * hour}`)}),
            ${at('leaves')}, leftPad(hex(g % 40), 32, '0'), arrayElement(['tourism', 'tourism', 'business', 'visit', 'work', 'medical'], g % 6 + 1), if(g % 3 = 0, 'qr', 'typed')), '${groups}')),
        'Tuple(facility String, facilityKind String, tourism Bool, ref String, revision UInt32, registrationNumber String, shape String, sets Array(String), groups ${groups})')
FROM numbers(${share.from}, ${share.count})
${settings}`;

const happens = `k = 1 AND g % 10 < 7 AND leaves < ${asOf} OR k = 2 AND bitShiftRight(g, 24) % 30 = 0 OR k = 3 AND bitShiftRight(g, 28) % 50 = 0`;
const changedAt = `least(${asOf}, if(k = 1, leaves + g % ${2 * hour}, recorded + g % ${6 * hour}))`;

/** Seven of ten check out, one in thirty is corrected, one in fifty cancelled; none after the as-of time. */
const changes = (share: Share): string => `${inbox}
WITH ${truth(share)},
    arrayJoin(arrayFilter(k -> ${happens}, [1, 2, 3])) AS k,
    ${changedAt} AS changed
SELECT ${uuid('number * 16 + k')}, arrayElement(['vn.da06.stay.checked-out.v1', 'vn.da06.stay.corrected.v1', 'vn.da06.stay.cancelled.v1'], k), concat(${facilityOf('f')}, '/', ref), ${at('changed')}, ${at('changed')},
    lower(hex(bitShiftLeft(toUInt64(changed), 16) + 50000 + number % 16)),
    CAST((${facilityOf('f')}, ref, toUInt32(k = 2), concat('LT', leftPad(hex(number), 16, '0')), 'native', multiIf(k = 1, ['departure'], k = 2, ['reason'], []), (if(k = 1, toNullable(${at('changed')}), NULL), 'visit')),
        'Tuple(facility String, ref String, revision UInt32, registrationNumber String, shape String, sets Array(String), groups Tuple(departure Nullable(DateTime64(3, \\'UTC\\')), reason String))')
FROM numbers(${share.from}, ${share.count})
${settings}`;

/** The same events, straight into their table: what a district gets that is too large for its registers to be filled in a reasonable time. */
const eventRows = (share: Share): string => `
INSERT INTO da06.raw_events_v1 (event_id, type, subject, facility_id, ref, occurred_at, recorded_at, sequence)
WITH ${truth(share)},
    arrayJoin(arrayFilter(k -> ${happens} OR k = 0, [0, 1, 2, 3])) AS k,
    if(k = 0, recorded, ${changedAt}) AS changed
SELECT ${uuid('number * 16 + k')}, arrayElement(['vn.da06.stay.checked-in.v1', 'vn.da06.stay.checked-out.v1', 'vn.da06.stay.corrected.v1', 'vn.da06.stay.cancelled.v1'], k + 1), concat(${facilityOf('f')}, '/', ref), ${facilityOf('f')}, ref,
    ${at('if(k = 0, arrived, changed)')}, ${at('changed')}, lower(hex(bitShiftLeft(toUInt64(changed), 16) + if(k = 0, 0, 50000) + number % 16))
FROM numbers(${share.from}, ${share.count})
${settings}`;

/** The guest-nights of these stays, straight into their table: the recompute is measured elsewhere. */
const guestNights = (share: Share): string => `
INSERT INTO da06.raw_stay_nights_v1 (night, facility_id, ref, person_key, unit_uid, facility_kind, nationality, home_province, tourism, first_night, is_deleted, generation)
WITH ${truth(share)}, arrayJoin(range(nights)) AS k
SELECT toDate(day + k), ${facilityOf('f')}, ref, person, ${unitOf('f')}, ${kindOf('f')}, nationality, province, ${tourismOf('f')}, k = 0, 0, 1
FROM numbers(${share.from}, ${share.count})
WHERE bitShiftRight(g, 28) % 50 != 0
${settings}`;

/** How in time they were notified, as the recompute writes it. */
const notices = (share: Share): string => `
INSERT INTO da06.raw_stay_notices_v1 (recorded_at, facility_id, stay, late, synced_late, delay_s, is_deleted, generation)
WITH ${truth(share)}
SELECT ${at('recorded')}, ${facilityOf('f')}, cityHash64(ref),
    recorded >= if(nationality = 'VNM', day * ${24 * hour} - ${zone} + if((arrived + ${zone}) % ${24 * hour} < ${23 * hour}, ${23 * hour}, ${32 * hour}), arrived + ${12 * hour}), false,
    dateDiff('second', ${at('arrived')}, ${at('recorded')}), 0, 1
FROM numbers(${share.from}, ${share.count})
WHERE bitShiftRight(g, 28) % 50 != 0
${settings}`;

/** One person in a hundred was first seen with an old paper. */
const links = (stays: number): string => `${inbox}
SELECT ${uuid('number * 16 + 14')}, 'vn.da06.person.linked.v1', '', ${at(String(beginning))}, ${at(String(beginning))}, lower(hex(bitShiftLeft(toUInt64(${beginning}), 16) + number % 60000)),
    CAST((lower(leftPad(hex(bitShiftRight(cityHash64(number, 2), 16)), 32, '0')), lower(leftPad(hex(cityHash64(number, 4)), 32, '1'))), 'Tuple(cccdKey String, cmndKey String)')
FROM numbers(${Math.ceil(stays / 300)})`;

/** The statements that make a share of the stays, in order: through the door of the warehouse, or without the registers that no dashboard reads. */
export const stayStatements = (share: Share, registers: boolean): readonly string[] => [
  ...(registers ? [checkIns(share), changes(share)] : [eventRows(share)]), guestNights(share), notices(share), ...(share.from === 0 ? [links(share.stays)] : []),
];
