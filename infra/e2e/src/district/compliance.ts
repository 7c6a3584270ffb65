import { asOf, beginning, facilities, facilityOf, unitOf } from './facilities.ts';
import { at, otherEvents, sequence, uuid } from './pieces.ts';

const day = 86_400_000;

/** Events of one type about so many things, `number` of each; `recorded` and `data` are SQL over `number`. */
const eventsOf = (type: string, salt: number, count: number, data: string): string => `
${otherEvents}
WITH ${beginning + day} + cityHash64(number, ${salt}) % ${asOf - beginning - 2 * day} AS ms, ${facilityOf(`cityHash64(number, ${salt}) % ${facilities}`)} AS facility, toString(toDate(${at('ms')}, 'Asia/Ho_Chi_Minh')) AS day, concat('M-', toString(number)) AS ref
SELECT ${uuid(`number * 16 + ${salt} + 2000000000000`)}, 'vn.da06.${type}.v1', ref, facility, ${at('ms')}, ${at('ms')}, ${sequence('ms', '60003')}, toJSONString(${data})
FROM numbers(${count})`;

const iso = (milliseconds: string): string => `concat(formatDateTime(${at(milliseconds)}, '%Y-%m-%dT%H:%i:%S', 'UTC'), '.000Z')`;

/** What a district of so many stays has beside them, in proportion: trips of coaches, inspections, outages and businesses, all made up. */
export const restOfCompliance = (stays: number): readonly string[] => [
  eventsOf('coach-trip.reported', 1, Math.ceil(stays / 500), `CAST((concat('xe-mau-', toString(number % 3)), ref, toUInt32(0), concat('XK', toString(number)), ('Bình Long', 'TP. Hồ Chí Minh'), ${iso('ms')}, ${iso('ms + 10800000')}, toUInt8(number % 45), lower(hex(sipHash128('plate', number % 90))), false),
    'Tuple(facility String, ref String, revision UInt32, registrationNumber String, route Tuple(\`from\` String, \`to\` String), departsAt String, arrivesAt String, passengers UInt8, plate String, cancelled Bool)')`),
  eventsOf('inspection.recorded', 2, Math.ceil(stays / 10_000), `CAST((facility, ref, toUInt32(0), day, 'PC06', toUInt32(number % 20), toUInt32(if(number % 4 = 0, number % 12, 0)), false),
    'Tuple(facility String, ref String, revision UInt32, \`on\` String, \`by\` String, guestsFound UInt32, unreported UInt32, withdrawn Bool)')`),
  eventsOf('outage.declared', 3, 60, `CAST((ref, toUInt32(0), arrayElement(['all', 'unit', 'facility'], number % 3 + 1), arrayElement(['', ${unitOf('number')}, facility], number % 3 + 1), ${iso('ms')}, ${iso('ms + 21600000')}, 'power', false),
    'Tuple(ref String, revision UInt32, scope String, target String, \`from\` String, until String, cause String, withdrawn Bool)')`),
  eventsOf('business.registered', 4, 400, `CAST((ref, arrayElement(['pawnshop', 'karaoke', 'massage'], number % 3 + 1), ${unitOf('number')}, toUInt16(number % 3), day, day),
    'Tuple(id String, kind String, unit String, readers UInt16, readersSince String, validFrom String)')`),
];
