import type { RunningHost } from '../harness/host.ts';

/** An invented guest house. */
const facility = { id: 'nn-hoa-mau', kind: 'motel', name: 'Nhà nghỉ Hoa Mẫu', unit: 'W25357@2025', rooms: 14, validFrom: '2026-01-01' };

const hour = 3_600_000;
const at = (now: number, hours: number): string => new Date(now + hours * hour).toISOString();

type Person = { readonly name: string; readonly birth: string; readonly sex: string; readonly number: string; readonly kind?: string; readonly nationality?: string };
const people: readonly (readonly [Person, room: string, arrivedHours: number, leavesHours: number])[] = [
  [{ name: 'Nguyễn Văn Thử', birth: '1988-03-09', sex: 'M', number: '070088000321' }, '101', -3, 14],
  [{ name: 'Lê Thị Ví Dụ', birth: '1992-12-01', sex: 'F', number: '070192004561' }, '101', -3, 14],
  [{ name: 'Điểu Mẫu', birth: '1957', sex: 'M', number: '070057000874' }, '102', -26, 10],
  [{ name: 'MARTIN EXAMPLE', birth: '1984-02-11', sex: 'M', number: 'C01X00T47', kind: 'passport', nationality: 'DEU' }, '201', -5, 40],
  [{ name: 'Phạm Hoàng Thí Dụ', birth: '1979-07-21', sex: 'M', number: '070079000222' }, '203', -30, -2],
  [{ name: 'Võ Thị Thử Nghiệm', birth: '2001-05-30', sex: 'F', number: '070301000965' }, '204', -2, 60],
];

/** Makes the house and its invented guests, as a believable evening has them, on a host and gives the key of its desk. */
export const furnish = async (host: RunningHost, now: number): Promise<string> => {
  await expectOk(host.call('POST', '/v1/facilities', facility));
  for (const [index, [person, room, arrived, leaves]] of people.entries()) {
    const { name, birth, sex, number, kind = 'cccd', nationality = 'VNM' } = person;
    const stay = { ref: `demo-${index}`, guest: { fullName: name, birthDate: birth, sex, nationality, document: { kind, number } }, arrival: at(now, arrived), notifiedAt: at(now, arrived), expectedDeparture: at(now, leaves), room, reason: 'tourism' };
    await expectOk(host.call('PUT', `/v1/facilities/${facility.id}/stays/demo-${index}`, stay));
  }
  await expectOk(host.call('POST', `/v1/facilities/${facility.id}/stays/demo-2/check-out`, { departure: at(now, -0.5) }));
  const issued = (await (await expectOk(host.call('POST', '/v1/keys', { name: 'Quầy', role: 'feed', facilities: [facility.id] }))).json()) as { key: string };
  return issued.key;
};

const expectOk = async (asked: Promise<Response>): Promise<Response> => {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
};
