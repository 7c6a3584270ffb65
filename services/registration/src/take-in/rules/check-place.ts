import { dueDomestic, dueForeign, type StayTime } from '@da06/domain';
import { textOf, type Claim, type Pointers } from '../fields/claim.ts';
import { residenceStatuses } from '../fields/stay-fields.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import type { FacilityVersion, Setting } from './setting.ts';

/** The facility's side of an arrival: unit of that day, legal deadlines in Unix milliseconds. */
export type CheckedArrival = { readonly at: number; readonly timeKnown: boolean; readonly day: string; readonly version: FacilityVersion; readonly unit: string; readonly dueDomestic: number; readonly dueForeign: number };

/** Gives an arrival the facility's unit valid on its day (contracts.md, Facilities) and both deadlines. */
export const placeArrival = (arrival: StayTime & { readonly day: string }, pointer: string, setting: Setting, found: Finding[]): CheckedArrival => {
  const { at, timeKnown, day } = arrival;
  const version = setting.versionOn(day);
  if (!setting.locality.isUnitValid(version.unit, day)) found.push({ pointer, code: 'unit.not-valid-then' });
  if (day < version.validFrom) found.push({ pointer, code: 'facility.not-yet-valid' });
  if (setting.facility.closedOn !== null && day > setting.facility.closedOn) found.push({ pointer, code: 'facility.closed' });
  return { at, timeKnown, day, version, unit: version.unit, dueDomestic: dueDomestic(arrival, setting.locality.nightTail), dueForeign: dueForeign(arrival, version.remote) };
};

/** Room and reason: the room where the kind of facility on that day asks for one, the reason from the list. */
export const checkRoomAndReason = (claim: Claim, pointers: Pointers, setting: Setting, onDay: string, found: Finding[]): void => {
  if (claim.room === null || claim.room === undefined) {
    if (setting.locality.facilityKind(setting.versionOn(onDay).kind)?.roomRequired === true) found.push({ pointer: pointers.room, code: 'room.required' });
  }
  checkReason(claim, pointers, setting, found);
};

export const checkReason = (claim: Claim, pointers: Pointers, { locality }: Setting, found: Finding[]): void => {
  const reason = textOf(claim.reason);
  if (reason === undefined) return;
  if (!locality.isReason(reason)) {
    found.push({ pointer: pointers.reason, code: 'reason.unknown', received: shown(reason) });
    claim.reason = '';
  } else if (reason === 'other' && textOf(claim.reasonText) === undefined) found.push({ pointer: pointers.reasonText, code: 'reason.text-missing' });
};

export type Residence = { readonly status: string; readonly province: string; readonly ward: string };

const portalWard = /^\d{9}$/;
const wardCode = /^(?:\d{5}|\d{9}|W\d{5}@\d{4})$/;

/** Home province and ward as codes, '' where they are not known: a name stays in the sealed address alone. */
export const checkResidence = (claim: Claim, pointers: Pointers, { locality }: Setting, found: Finding[]): Residence => {
  const status = textOf(claim.residenceStatus) ?? '';
  const sent = textOf(claim.province);
  const named = sent === undefined ? undefined : [sent, sent.split(' - ', 1)[0] ?? ''].find((text) => locality.province(text) !== undefined);
  const province = named === undefined ? '' : (locality.province(named) ?? '');
  if (sent !== undefined && province === '') found.push({ pointer: pointers.province, code: 'residence.province-unknown', received: shown(sent) });
  if (named !== undefined && locality.isFormerProvince(named)) found.push({ pointer: pointers.province, code: 'residence.province-former', received: shown(sent) });
  const ward = (textOf(claim.ward) ?? '').split(' - ', 1)[0] ?? '';
  if (province !== '' && portalWard.test(ward) && !ward.startsWith(province)) found.push({ pointer: pointers.ward, code: 'residence.ward-not-in-province', received: shown(ward) });
  return { status: (residenceStatuses as readonly string[]).includes(status) ? status : '', province, ward: wardCode.test(ward) ? ward : '' };
};
