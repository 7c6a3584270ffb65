import type { Change, Stay } from '../stays/stay.ts';
import { isoLocal, itemOf } from './item.ts';
import type { Entry } from './message.ts';
import type { Sending } from './sending.ts';

type SingleRequest = Pick<Sending, 'method' | 'path' | 'contentType' | 'body'>;

/** Whether a change of one stay is sent as its whole record: a check-in, and a name that was mistyped. */
export const isWholeAlone = (change: Change): boolean => change.type === 'check-in' || (change.type === 'correct' && change.what === 'name');

const json = 'application/json';

/** The request about one thing that happened. */
export const singleRequest = ({ stay, changes, flaw }: Entry): SingleRequest => {
  const change = changes[0] as Change;
  const path = `/v1/facilities/${stay.facility.plan.id}/stays/${stay.ref}`;
  if (isWholeAlone(change)) return { method: 'PUT', path, contentType: json, body: JSON.stringify(itemOf(stay, flaw)) };
  if (stay.facility.usesPortal && (change.type === 'leave' || change.type === 'extend')) return portalDeparture(stay, change);
  if (change.type === 'leave') return { method: 'POST', path: `${path}/check-out`, contentType: json, body: JSON.stringify({ departure: isoLocal(change.at) }) };
  if (change.type === 'cancel') return { method: 'POST', path: `${path}/cancel`, contentType: json, body: JSON.stringify({ reason: 'Khách không đến (mô phỏng)' }) };
  return { method: 'PATCH', path, contentType: json, body: JSON.stringify(patchOf(change)) };
};

const patchOf = (change: Change): Record<string, unknown> => {
  switch (change.type) {
    case 'extend':
      return { expectedDeparture: isoLocal(change.until), correctionReason: 'Khách ở thêm' };
    case 'move':
      return { room: change.room, correctionReason: 'Khách đổi phòng' };
    case 'correct':
      if (change.what === 'reason') return { reason: change.reason, correctionReason: 'Ghi nhầm lý do' };
      if (change.what === 'arrival') return { arrival: isoLocal(change.arrivedAt), correctionReason: 'Ghi nhầm giờ đến' };
      if (change.what === 'home') return { guest: { residence: { status: 'permanent', province: change.home.province.code, address: change.home.address } }, correctionReason: 'Ghi nhầm nơi ở' };
      break;
    default:
  }
  throw new TypeError(`${change.type} is not sent as a correction.`);
};

/** The portal's numbers of kinds of documents. */
const portalKinds: Readonly<Record<Stay['paper']['kind'], string>> = { cccd: '1', cmnd: '2', passport: '4', 'birth-certificate': '5' };

/** The body of the portal's API 12: TS = left, GH = stays longer. */
const portalDeparture = ({ facility, paper }: Stay, change: Extract<Change, { type: 'leave' | 'extend' }>): SingleRequest => {
  const [loai, at] = change.type === 'leave' ? ['TS', change.at] : ['GH', change.until];
  const notice = { loai, soGiayTo: paper.number, loaiGiayTo: portalKinds[paper.kind], thoiGianStr: isoLocal(at).slice(0, 19).replace('T', ' ') };
  return { method: 'POST', path: `/v1/kbtt/departures?facility=${facility.plan.id}`, contentType: json, body: JSON.stringify([notice]) };
};
