import { byId, element, make } from './dom.js';

/** @typedef {import('./types.d.ts').Fault} Fault */

/** The form's fields: id, the pointers of a stay that stand for it, and its name in a table of faults. */
const fields = [
  { id: 'full-name', pointers: ['/guest/fullName'], vi: 'Họ và tên' },
  { id: 'birth-date', pointers: ['/guest/birthDate'], vi: 'Ngày sinh' },
  { id: 'sex-f', pointers: ['/guest/sex'], vi: 'Giới tính' },
  { id: 'nationality', pointers: ['/guest/nationality'], vi: 'Quốc tịch' },
  { id: 'document-kind', pointers: ['/guest/document/kind', '/guest/document/issuingState'], vi: 'Loại giấy tờ' },
  { id: 'document-number', pointers: ['/guest/document/number', '/guest/document/formerNumber', '/ref'], vi: 'Số giấy tờ' },
  { id: 'document-name', pointers: ['/guest/document/name'], vi: 'Tên giấy tờ' },
  { id: 'phone', pointers: ['/guest/phone'], vi: 'Điện thoại' },
  { id: 'address', pointers: ['/guest/residence/address', '/guest/residence/ward'], vi: 'Địa chỉ' },
  { id: 'province', pointers: ['/guest/residence/province'], vi: 'Tỉnh, thành' },
  { id: 'room', pointers: ['/room'], vi: 'Phòng' },
  { id: 'arrival', pointers: ['/arrival'], vi: 'Ngày giờ đến' },
  { id: 'expected', pointers: ['/expectedDeparture'], vi: 'Dự kiến đi' },
  { id: 'reason', pointers: ['/reason'], vi: 'Lý do' },
  { id: 'reason-text', pointers: ['/reasonText'], vi: 'Lý do khác' },
  { id: 'note', pointers: ['/note'], vi: 'Ghi chú' },
];

/** @param {string} id */
const control = (id) => /** @type {HTMLInputElement | HTMLSelectElement} */ (element(id));

/** The field's value, without blanks at its edges. @param {string} id */
export const valueOf = (id) => control(id).value.trim();
/** @param {string} id @param {string | undefined} value */
export const setValue = (id, value) => void (control(id).value = value ?? '');

export const sexOf = () => ['m', 'f', 'x'].find((sex) => byId(`sex-${sex}`, HTMLInputElement).checked)?.toUpperCase() ?? '';
/** @param {string} value */
export const setSex = (value) => ['m', 'f', 'x'].forEach((sex) => void (byId(`sex-${sex}`, HTMLInputElement).checked = value === sex.toUpperCase()));

/** Name of a field in words, for faults of a file; files name theirs by pointers too. @param {string} pointer */
export const nameOf = (pointer) => fields.find(({ pointers }) => pointers.includes(pointer))?.vi ?? (pointer === '' ? 'Cả dòng' : pointer.slice(1));

/** Shows each fault at its field; what has no field is returned. @param {readonly Fault[]} faults */
export const showFaults = (faults) => {
  clearFaults();
  /** @type {Fault[]} */
  const homeless = [];
  for (const fault of faults) {
    const field = fields.find(({ pointers }) => pointers.includes(fault.pointer));
    if (field === undefined) homeless.push(fault);
    else placeAt(field.id, fault);
  }
  return homeless;
};

/** @param {string} id @param {Fault} fault */
const placeAt = (id, fault) => {
  const faultId = `${id}-fault`;
  const target = control(id);
  const holder = target.closest('.field');
  const text = document.getElementById(faultId) ?? make('p', { id: faultId, class: 'fault' });
  text.append(make('span', { class: fault.severity }, `${fault.severity === 'reject' ? '✕ ' : '! '}${fault.vi} `));
  holder?.append(text);
  target.setAttribute('aria-describedby', faultId);
  if (fault.severity === 'reject') target.setAttribute('aria-invalid', 'true');
};

export const clearFaults = () => {
  for (const { id } of fields) {
    document.getElementById(`${id}-fault`)?.remove();
    control(id).removeAttribute('aria-describedby');
    control(id).removeAttribute('aria-invalid');
  }
};

/** Moves to the first field that is refused, in the order of the form; false if none is. */
export const focusFirstRefused = () => {
  const first = fields.find(({ id }) => control(id).getAttribute('aria-invalid') === 'true');
  if (first !== undefined) control(first.id).focus();
  return first !== undefined;
};
