import { weigh } from '../random.ts';

/** Where guests from Vietnam live: portal code, name since 2025, how many of them. Most come from the province itself and from around it. */
export const provinces = weigh(
  ([
    ['713', 'Đồng Nai', 36], ['701', 'TP. Hồ Chí Minh', 22], ['709', 'Tây Ninh', 8], ['703', 'Lâm Đồng', 5], ['605', 'Đắk Lắk', 4], ['803', 'Đồng Tháp', 3], ['809', 'Vĩnh Long', 3], ['815', 'TP. Cần Thơ', 2],
    ['823', 'Cà Mau', 2], ['805', 'An Giang', 2], ['603', 'Gia Lai', 2], ['511', 'Khánh Hòa', 1], ['501', 'TP. Đà Nẵng', 1], ['403', 'Nghệ An', 2], ['401', 'Thanh Hóa', 2], ['405', 'Hà Tĩnh', 1], ['101', 'TP. Hà Nội', 2],
    ['117', 'Ninh Bình', 1], ['109', 'Hưng Yên', 1], ['203', 'Cao Bằng', 1], ['209', 'Lạng Sơn', 0.5],
  ] as const).map(([code, name, weight]) => [{ code, name }, weight] as const),
);

/** Places of birth registration as identity numbers begin with them; they say nothing of where somebody lives now. */
export const birthPlaces = weigh<string>([
  ['070', 26], ['074', 8], ['075', 8], ['079', 12], ['072', 6], ['080', 3], ['082', 3], ['083', 3], ['084', 2], ['086', 2], ['087', 2], ['089', 2], ['092', 2], ['094', 1], ['096', 2], ['066', 3], ['067', 2], ['068', 2],
  ['038', 3], ['040', 3], ['042', 2], ['034', 2], ['036', 2], ['001', 2], ['004', 1], ['020', 1],
]);

export const nationalities = weigh<string>([
  ['KOR', 24], ['CHN', 22], ['TWN', 12], ['JPN', 8], ['KHM', 9], ['USA', 5], ['MYS', 3], ['THA', 3], ['AUS', 3], ['FRA', 2], ['DEU', 2], ['GBR', 2], ['SGP', 2], ['IND', 2], ['PHL', 2], ['LAO', 2], ['RUS', 1],
]);
