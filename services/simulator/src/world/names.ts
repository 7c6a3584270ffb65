import type { StayKind } from './behaviour.ts';

type Kind = StayKind | 'coach';

/** Begins of ids as the district's facilities have them, and of names. */
export const idWords: Readonly<Record<Kind, string>> = {
  hotel: 'ks', motel: 'nn', 'guest-house': 'nk', 'boarding-house': 'nt', 'official-residence': 'cv', 'rental-house': 'ct', 'zone-housing': 'kcn', clinic: 'kb', dormitory: 'ktx', household: 'ho', coach: 'xe',
};

const nameWords: Readonly<Record<Kind, string>> = {
  hotel: 'Khách sạn', motel: 'Nhà nghỉ', 'guest-house': 'Nhà khách', 'boarding-house': 'Nhà trọ', 'official-residence': 'Nhà công vụ', 'rental-house': 'Nhà cho thuê', 'zone-housing': 'Nhà ở khu công nghiệp',
  clinic: 'Cơ sở khám chữa bệnh', dormitory: 'Ký túc xá', household: 'Hộ gia đình', coach: 'Xe khách',
};

const own = ['Hoa Mai', 'Bình Minh', 'Thanh Bình', 'Hoàng Lan', 'Sao Mai', 'Hương Rừng', 'Suối Xanh', 'Cao Su', 'Hồ Sen', 'Đồi Gió', 'Ánh Dương', 'Phú Quý', 'Tân Tiến', 'Hòa Bình', 'Thiên Nga', 'Trúc Xanh'];

/** A name that says it is simulated. */
export const facilityName = (kind: Kind, number: number): string => `${nameWords[kind]} ${own[(number - 1) % own.length]}${number > own.length ? ` ${Math.ceil(number / own.length)}` : ''} (mô phỏng)`;
