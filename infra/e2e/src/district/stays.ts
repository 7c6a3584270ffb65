import { asOf, beginning, facilities, facilityOf, kindOf, tourismOf, unitOf } from './facilities.ts';
import { at, bytes, flag, order, otherEvents, sequence, texts, uuid } from './pieces.ts';

/** Stays `from` to `from + count` of `stays`: taken in in the order of their numbers, evenly over all days. */
export type Share = { readonly stays: number; readonly from: number; readonly count: number };

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
    arrayElement(['tourism', 'tourism', 'business', 'visit', 'work', 'medical'], g % 6 + 1) AS reason,
    if(g % 3 = 0, 'qr', 'typed') AS captured,
    concat('FD-', leftPad(toString(number), 10, '0')) AS ref`;

const inbox = 'INSERT INTO da06.raw_inbox_v2 (id, type, subject, facility_id, ref, occurred_at, recorded_at, sequence, registration_number, whole, groups, person_key, arrived_at, ends_at, open_ended)';
const settings = 'SETTINGS optimize_on_insert = 0, parallel_view_processing = 1, max_insert_threads = 1, min_insert_block_size_rows = 524288, min_insert_block_size_bytes = 0, max_block_size = 524288';

/** The legal deadline of a Vietnamese guest, Unix milliseconds. */
const dueAt = `day * ${24 * hour} - ${zone} + if((arrived + ${zone}) % ${24 * hour} < ${23 * hour}, ${23 * hour}, ${32 * hour})`;

const checkIns = (share: Share): string => `${inbox}
WITH ${truth(share)}, ${uuid('number * 16')} AS id, ${sequence('recorded', 'number % 16')} AS clock
SELECT id, 'vn.da06.stay.checked-in.v1', concat(${facilityOf('f')}, '/', ref), ${facilityOf('f')}, ref, ${at('arrived')}, ${at('recorded')}, clock, concat('LT', leftPad(hex(number), 16, '0')),
    concat(${order('0', 'clock', 'id')}, ${bytes('arrived')}, ${bytes(dueAt)}, ${bytes(`arrived + ${12 * hour}`)}, '1', ${bytes('leaves')}, ${bytes('0')}, ${bytes('0')}, '0',
        reinterpretAsFixedString(toUInt16(1950 + bitShiftRight(g, 20) % 60)), ${flag(tourismOf('f'))},
        ${texts([kindOf('f'), 'person', "'cccd'", 'nationality', "if(g % 2 = 0, 'F', 'M')", 'province', "''", unitOf('f'), "leftPad(hex(g % 40), 32, '0')", 'reason', 'captured'])}),
    map(), person, ${at('arrived')}, ${at('leaves')}, false
FROM numbers(${share.from}, ${share.count})
${settings}`;

const happens = `k = 1 AND g % 10 < 7 AND leaves < ${asOf} OR k = 2 AND bitShiftRight(g, 24) % 30 = 0 OR k = 3 AND bitShiftRight(g, 28) % 50 = 0`;
const changedAt = `least(${asOf}, if(k = 1, leaves + g % ${2 * hour}, recorded + g % ${6 * hour}))`;

/** Seven of ten check out, one in thirty is corrected, one in fifty cancelled; none after the as-of time. */
const changes = (share: Share): string => `${inbox}
WITH ${truth(share)},
    arrayJoin(arrayFilter(k -> ${happens}, [1, 2, 3])) AS k,
    ${changedAt} AS changed, ${uuid('number * 16 + k')} AS id, ${sequence('changed', '50000 + number % 16')} AS clock,
    ${order('k = 2', 'clock', 'id')} AS place
SELECT id, arrayElement(['vn.da06.stay.checked-out.v1', 'vn.da06.stay.corrected.v1', 'vn.da06.stay.cancelled.v1'], k), concat(${facilityOf('f')}, '/', ref), ${facilityOf('f')}, ref, ${at('changed')}, ${at('changed')}, clock,
    concat('LT', leftPad(hex(number), 16, '0')), '',
    map('event', place, arrayElement(['departure', 'reason', 'cancelled'], k), concat(place, multiIf(k = 1, ${bytes('changed')}, k = 2, 'visit', '1'))),
    '', ${at('0')}, ${at('if(k = 1, changed, 0)')}, false
FROM numbers(${share.from}, ${share.count})
${settings}`;

/** The same events, straight into their table: what a district gets that is too large for its registers to be filled in a reasonable time. */
const eventRows = (share: Share): string => `
INSERT INTO da06.raw_events_v2 (event_id, type, subject, facility_id, ref, occurred_at, recorded_at, sequence)
WITH ${truth(share)},
    arrayJoin(arrayFilter(k -> ${happens} OR k = 0, [0, 1, 2, 3])) AS k,
    if(k = 0, recorded, ${changedAt}) AS changed
SELECT ${uuid('number * 16 + k')}, arrayElement(['vn.da06.stay.checked-in.v1', 'vn.da06.stay.checked-out.v1', 'vn.da06.stay.corrected.v1', 'vn.da06.stay.cancelled.v1'], k + 1), concat(${facilityOf('f')}, '/', ref), ${facilityOf('f')}, ref,
    ${at('if(k = 0, arrived, changed)')}, ${at('changed')}, ${sequence('changed', 'if(k = 0, 0, 50000) + number % 16')}
FROM numbers(${share.from}, ${share.count})
${settings}`;

/** What these stays do day by day, straight into the table: the recompute is measured elsewhere. */
const stayDays = (share: Share): string => `
INSERT INTO da06.raw_stay_days_v1 (day, facility_id, ref, person_key, unit_uid, facility_kind, nationality, home_province, purpose, tourism, night, first, day_guest, since, open_end, room,
    arrives, late, synced_late, delay_s, due_at, told_at, captured, is_deleted, generation)
WITH ${truth(share)}, arrayJoin(range(nights)) AS k, if(nationality = 'VNM', ${dueAt}, arrived + ${12 * hour}) AS due, reason IN ('tourism', 'business', 'visit') AS travels
SELECT toDate(day + k), ${facilityOf('f')}, ref, person, ${unitOf('f')}, ${kindOf('f')}, nationality, province, reason, ${tourismOf('f')} AND travels, true, k = 0, false, toDate(day), g % 10 >= 7, cityHash64(leftPad(hex(g % 40), 32, '0')),
    k = 0, k = 0 AND recorded >= due, false, if(k = 0, dateDiff('second', ${at('arrived')}, ${at('recorded')}), 0), if(k = 0, toUInt32(intDiv(due, 1000)), 0), if(k = 0, toUInt32(intDiv(recorded, 1000)), 0), if(k = 0, captured, ''), 0, 1
FROM numbers(${share.from}, ${share.count})
WHERE bitShiftRight(g, 28) % 50 != 0
${settings}`;

/** What of a month was told after its end: those check-ins that came so late, as the recompute writes it. */
const revisions = (share: Share): string => `
INSERT INTO da06.raw_stay_revisions_v1
WITH ${truth(share)}, arrayJoin(range(nights)) AS k, if(nationality = 'VNM', ${dueAt}, arrived + ${12 * hour}) AS due, ${tourismOf('f')} AND reason IN ('tourism', 'business', 'visit') AS travels,
    toDate(day + k) AS on_day, toDate(intDiv(recorded + ${zone}, ${24 * hour})) AS known_on, travels AND nationality != 'VNM' AS abroad
SELECT on_day, ${facilityOf('f')}, person, ref, known_on, travels AND k = 0, 0, travels, abroad AND k = 0, 0, abroad, k = 0, k = 0 AND recorded >= due, 0, [${uuid('number * 16')}], ['vn.da06.stay.checked-in.v1'], 0, 1
FROM numbers(${share.from}, ${share.count})
WHERE bitShiftRight(g, 28) % 50 != 0 AND known_on > toLastDayOfMonth(on_day)
${settings}`;

/** How in time they were notified, as the recompute writes it. */
const notices = (share: Share): string => `
INSERT INTO da06.raw_stay_notices_v1 (recorded_at, facility_id, stay, late, synced_late, delay_s, is_deleted, generation)
WITH ${truth(share)}
SELECT ${at('recorded')}, ${facilityOf('f')}, cityHash64(ref),
    recorded >= if(nationality = 'VNM', ${dueAt}, arrived + ${12 * hour}), false,
    dateDiff('second', ${at('arrived')}, ${at('recorded')}), 0, 1
FROM numbers(${share.from}, ${share.count})
WHERE bitShiftRight(g, 28) % 50 != 0
${settings}`;

/** One person in a hundred was first seen with an old paper. */
const links = (stays: number): string => `${otherEvents}
SELECT ${uuid('number * 16 + 14')}, 'vn.da06.person.linked.v1', '', '', ${at(beginning)}, ${at(beginning)}, ${sequence(beginning, 'number % 60000')},
    concat('{"cccdKey":"', lower(leftPad(hex(bitShiftRight(cityHash64(number, 2), 16)), 32, '0')), '","cmndKey":"', lower(leftPad(hex(cityHash64(number, 4)), 32, '1')), '"}')
FROM numbers(${Math.ceil(stays / 300)})`;

/** The statements that make a share of the stays, in order: through the door of the warehouse, or without the registers that no dashboard reads. */
export const stayStatements = (share: Share, registers: boolean): readonly string[] => [
  ...(registers ? [checkIns(share), changes(share)] : [eventRows(share)]), stayDays(share), revisions(share), notices(share), ...(share.from === 0 ? [links(share.stays)] : []),
];
