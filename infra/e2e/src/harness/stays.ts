/** Made-up stays that pass every check without a warning, the same for the same number. */
const names = ['Trần Thị Mẫu', 'Nguyễn Văn Thử', 'Lê Hoàng Ví Dụ', 'Phạm Thị Giả Định', 'Điểu Văn Mẫu', 'Hoàng Ngọc Thử Nghiệm'];
const provinces = ['001', '079', '070', '048', '092', '031'];
const two = (value: number): string => String(value).padStart(2, '0');

export const facilityId = 'ks-thu-nghiem';
export const facility = { id: facilityId, kind: 'hotel', name: 'Khách sạn Thử Nghiệm', unit: 'W25357@2025', rooms: 400 };

/** Vietnam's local time of an instant, as `2026-11-20T14:00:00+07:00`. */
export const vietnamTime = (instant: number): string => `${new Date(instant + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

export type StayOptions = { readonly prefix?: string; readonly now: number; readonly days?: number };

/** The stay of number `n`: arrivals are spread evenly over the last `days` days. */
export const stayOf = (n: number, { prefix = 'FD', now, days = 10 }: StayOptions): Record<string, unknown> => {
  const year = 1950 + (n % 55);
  const female = n % 2;
  const century = year >= 2000 ? 2 : 0;
  const number = `${provinces[n % provinces.length] ?? '001'}${century + female}${two(year % 100)}${String((n * 7919) % 1_000_000).padStart(6, '0')}`;
  const arrival = now - 3_600_000 - ((n * 86_400_000 * days) / 1_000_003 % (86_400_000 * days));
  return {
    ref: `${prefix}-${String(n).padStart(7, '0')}`,
    guest: {
      fullName: names[n % names.length],
      birthDate: `${year}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
      sex: female === 1 ? 'F' : 'M',
      nationality: 'VNM',
      document: { kind: 'cccd', number },
      phone: `09${String(10_000_000 + (n % 80_000_000))}`,
      residence: { status: 'permanent', address: `Số ${n % 300}, đường Mẫu` },
    },
    arrival: vietnamTime(Math.floor(arrival / 1000) * 1000),
    expectedDeparture: vietnamTime(Math.floor(arrival / 1000) * 1000 + (1 + (n % 3)) * 86_400_000),
    room: String(100 + (n % 400)),
    reason: n % 3 === 0 ? 'business' : 'tourism',
  };
};

/** `count` stays as NDJSON, from number `from` on. */
export const ndjson = (count: number, options: StayOptions & { from?: number }): string =>
  Array.from({ length: count }, (_, place) => JSON.stringify(stayOf((options.from ?? 0) + place, options))).join('\n') + '\n';
