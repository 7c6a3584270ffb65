/** Made-up stays of made-up people, valid without a warning on 2026-11-20 at 16:00 in Vietnam. */
export const hotel = { id: 'ks-thu-01', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', rooms: 24, validFrom: '2026-01-01' };

export const stayOf = (ref: string, changes: Record<string, unknown> = {}, guest: Record<string, unknown> = {}): Record<string, unknown> => ({
  ref,
  guest: {
    fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: numberOf(ref) },
    residence: { status: 'permanent', address: 'Số 1, đường Mẫu' }, ...guest,
  },
  arrival: '2026-11-20T14:00:00+07:00', expectedDeparture: '2026-11-22T12:00:00+07:00', room: '101', reason: 'tourism',
  ...changes,
});

/** A number of its own for each reference: place 070, a woman born in 1990. */
const numberOf = (ref: string): string => {
  let hash = 7;
  for (const char of ref) hash = (hash * 31 + char.charCodeAt(0)) % 899_999;
  return `070190${String(100_000 + hash)}`;
};
