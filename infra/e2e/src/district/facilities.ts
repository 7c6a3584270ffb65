import { at, otherEvents, sequence, uuid } from './pieces.ts';

/** How many facilities the district of the benchmark has, and over how many days its stays are spread. */
export const facilities = 200;
const days = 1_095;

/** The last moment anything was taken in: the "as of" of every figure. 19:00 in Vietnam. */
export const asOf = Date.parse('2026-11-20T12:00:00.000Z');
export const beginning = asOf - days * 86_400_000;

/** The id of facility number `f`. */
export const facilityOf = (f: string): string => `concat('cs-mau-', leftPad(toString(${f}), 4, '0'))`;
export const kindOf = (f: string): string => `arrayElement(['hotel', 'motel', 'guest-house', 'motel', 'rental-house', 'hotel', 'dormitory', 'clinic', 'motel', 'boarding-house'], ${f} % 10 + 1)`;
export const tourismOf = (f: string): string => `${f} % 10 IN (0, 1, 2, 3, 5, 8)`;
export const unitOf = (f: string): string => `arrayElement(['W25357@2025', 'W25351@2025', 'W25378@2025', 'W25366@2025', 'W25381@2025'], ${f} % 5 + 1)`;

/** Registers every facility; each has a name that says that it is made up. */
export const registerFacilities = `
${otherEvents}
SELECT ${uuid('number * 16 + 9')}, 'vn.da06.facility.registered.v1', ${facilityOf('number')}, ${facilityOf('number')}, ${at(beginning - 1_000)}, ${at(beginning - 1_000)}, ${sequence(beginning - 1_000, 'number')},
    toJSONString(CAST((${facilityOf('number')}, ${kindOf('number')}, concat('Cơ sở Mẫu ', toString(number)), ${unitOf('number')}, toInt16(9), ${tourismOf('number')}, toUInt32(10 + number % 60), toUInt32(20 + number % 110), '2020-01-01'),
        'Tuple(id String, kind String, name String, unit String, model Int16, tourism Bool, rooms UInt32, beds UInt32, validFrom String)'))
FROM numbers(${facilities})`;

/** One request of a feed every 3 hours, but no more than there are stays; what it counts is in proportion to their number. */
export const sendBatches = (stays: number): string => {
  const requests = Math.min(facilities * days * 8, stays);
  const size = Math.max(1, Math.round(stays / requests));
  const apart = Math.floor((days * facilities * 86_400_000) / requests);
  return `
${otherEvents}
WITH number % ${facilities} AS f, ${beginning} + intDiv(number, ${facilities}) * ${apart} + cityHash64(number) % ${apart} AS ms, toUInt32(1 + cityHash64(number, 1) % ${2 * size}) AS n
SELECT ${uuid('number * 16 + 10')}, 'vn.da06.feed.batch-received.v1', ${facilityOf('f')}, ${facilityOf('f')}, ${at('ms')}, ${at('ms')}, ${sequence('ms', '60000')},
    toJSONString(CAST(('native', false, n, n - intDiv(n, 40), intDiv(n, 30), intDiv(n, 25), intDiv(n, 12), intDiv(n, 40),
        if(intDiv(n, 40) > 0, map('field.required', intDiv(n, 40), 'guest.name-one-word', intDiv(n, 20)), map('guest.name-one-word', intDiv(n, 20)))),
        'Tuple(shape String, single Bool, received UInt32, accepted UInt32, duplicate UInt32, amended UInt32, late UInt32, rejected UInt32, codes Map(String, UInt32))'))
FROM numbers(${requests}) WHERE ms < ${asOf}`;
};

/** Days for which a facility said that it had no guests, and a few records that were set aside. */
export const restOfDistrict: readonly string[] = [
  `
${otherEvents}
WITH number % ${facilities} AS f, ${beginning} + cityHash64(number, 2) % ${asOf - beginning} AS ms
SELECT ${uuid('number * 16 + 11')}, 'vn.da06.facility-day.reported.v1', ${facilityOf('f')}, ${facilityOf('f')}, ${at('ms')}, ${at('ms')}, ${sequence('ms', '60001')},
    concat('{"day":"', toString(toDate(${at('ms')}, 'Asia/Ho_Chi_Minh')), '"}')
FROM numbers(${facilities * 50})`,
  `
${otherEvents}
WITH ${beginning} + cityHash64(number, 3) % ${asOf - beginning} AS ms
SELECT ${uuid('number * 16 + 12')}, 'vn.da06.dead-letter.recorded.v1', '', '', ${at('ms')}, ${at('ms')}, ${sequence('ms', '60002')},
    toJSONString(CAST((toString(${uuid('number * 16 + 13')}), 'da06.residence-registration', arrayElement(['event.schema', 'event.unreadable', 'warehouse.rejected'], number % 3 + 1), toUInt32(900 + number)),
        'Tuple(id String, topic String, causeCode String, size UInt32)'))
FROM numbers(300)`,
];
