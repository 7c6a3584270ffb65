import { ask, jsonOf, Trouble } from './api.js';
import { actButton, button, element, hush, make, say } from './dom.js';
import { clearFaults, focusFirstRefused, nameOf, showFaults, valueOf } from './fields.js';
import { startScan } from './scan.js';
import { dayOf } from './times.js';

/** @typedef {import('./types.d.ts').Item} Item @typedef {import('./types.d.ts').Desk} Desk */

const result = element('result');
const trouble = element('form-trouble');
const send = button('register-button');

/** A reference of one form: the same for every try until it is accepted, so that a retry is a duplicate and never a second guest. @param {number} at */
const newRef = (at) => `desk-${dayOf(at).replaceAll('-', '')}-${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('')}`;

/** A number in groups that can be read aloud; copied, it has no blanks. @param {string} number */
const inGroups = (number) => (number.match(/^LT|.{1,4}/g) ?? []).map((group) => make('span', {}, group));

/** Registering one guest after the other.
 * @param {{ form: ReturnType<typeof import('./form.js').createForm>, desk: () => Desk, now: () => number, changed: () => void }} deps */
export const startRegister = ({ form, desk, now, changed }) => {
  let ref = newRef(now());
  let sending = false;
  /** A send whose outcome is not known: the server may have this guest under this reference. */
  let unsure = false;

  const scan = startScan({
    mayFill: () => (unsure ? 'Chưa biết máy chủ đã nhận khách trước hay chưa. Bấm “Gửi lại” trước khi quét người khác.' : undefined),
    fill: (read) => {
      hush(result);
      form.fill(read);
      // A scan gives all but the stay itself: on to what is still to be said.
      element(['room', 'reason'].find((id) => valueOf(id) === '') ?? 'register-button').focus();
    },
  });

  const next = () => {
    ref = newRef(now());
    unsure = false;
    send.textContent = 'Khai báo';
    form.clear();
    hush(trouble);
  };

  const register = async () => {
    if (sending) return;
    sending = true;
    clearFaults();
    say(trouble, 'busy', 'Đang gửi…');
    try {
      const path = `/v1/facilities/${desk().facility.id}/stays/${ref}`;
      /** @type {Item} */
      const item = await jsonOf(ask('PUT', path, { json: form.stay(), fine: [422] }));
      if (['accepted', 'duplicate', 'amended'].includes(item.status)) accepted(item);
      else refused(item);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      unsure ||= error.lost;
      send.textContent = unsure ? 'Gửi lại' : 'Khai báo';
      say(trouble, 'bad', error.message, ...(unsure ? [make('p', {}, 'Bấm “Gửi lại”: dù gửi mấy lần, khách chỉ được ghi một lần.')] : []));
      send.focus();
    } finally {
      sending = false;
    }
  };

  /** @param {Item} item */
  const refused = ({ faults = [] }) => {
    unsure = false;
    send.textContent = 'Khai báo';
    const homeless = showFaults(faults);
    const wrong = faults.filter(({ severity }) => severity === 'reject').length;
    say(trouble, 'bad', `Chưa khai báo được: ${wrong} chỗ cần sửa.`, ...homeless.map(({ pointer, vi }) => make('p', {}, `${nameOf(pointer)}: ${vi}`)));
    if (!focusFirstRefused()) send.focus();
  };

  /** @param {Item} item */
  const accepted = (item) => {
    const shared = form.shared();
    const name = valueOf('full-name');
    const warnings = item.faults.filter(({ severity }) => severity !== 'reject');
    say(
      result, 'good',
      make('p', {}, `${item.status === 'duplicate' ? 'Khách này đã được ghi từ lần gửi trước' : 'Đã khai báo'}: ${name}${shared['room'] ? `, phòng ${shared['room']}` : ''}. Số đăng ký:`),
      make('p', { class: 'number', id: 'number' }, ...inGroups(item.registrationNumber ?? '')),
      ...(item.late ? [make('p', {}, 'Khai sau thời hạn luật định; hệ thống ghi nhận là khai muộn.')] : []),
      ...(warnings.length > 0 ? [make('ul', {}, ...warnings.map(({ pointer, vi }) => make('li', {}, `${nameOf(pointer)}: ${vi}`)))] : []),
      actButton('Thêm người cùng phòng', () => {
        form.share(shared);
        hush(result);
        scan.focus();
      }, { id: 'same-room' }),
    );
    next();
    scan.hush();
    element('register').scrollIntoView({ block: 'start' });
    scan.focus();
    changed();
  };

  send.addEventListener('click', () => void register());
  element('guest-form').addEventListener('submit', (event) => event.preventDefault());
  element('register').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void register();
    }
  });
  button('clear').addEventListener('click', () => {
    next();
    scan.hush();
    hush(result);
    scan.focus();
  });
  form.clear();
  return { focus: scan.focus };
};
