import { ask, jsonOf, Trouble } from './api.js';
import { button, byId, element, hush, make, say } from './dom.js';
import { forgetKey, keepKey, readKey } from './key-store.js';

/** @typedef {import('./types.d.ts').Facility} Facility @typedef {import('./types.d.ts').Lists} Lists @typedef {import('./types.d.ts').Desk} Desk */

const input = byId('key', HTMLInputElement);
const message = element('key-message');
const chooser = byId('facility', HTMLSelectElement);

/** The whole rule of the mark: a facility of the demonstration is one whose id begins so.
 * @param {string} id */
const isSimulated = (id) => id.startsWith('demo-');

/** Asks for the key once, then opens the desk at the key's facility. `open` is called again when another facility is chosen.
 * @param {Lists} lists @param {(desk: Desk) => void} open */
export const startKey = (lists, open) => {
  /** @type {Facility[]} */
  let facilities = [];

  const show = () => {
    const facility = facilities.find(({ id }) => id === chooser.value) ?? facilities[0];
    if (facility === undefined) return;
    const kind = lists.kinds[facility.kind];
    element('facility-name').textContent = facility.name || facility.id;
    const simulated = isSimulated(facility.id);
    element('simulated').hidden = !simulated;
    document.title = `${simulated ? 'MÔ PHỎNG · ' : ''}${facility.name || facility.id} · Khai báo lưu trú`;
    open({ facility, roomRequired: kind?.roomRequired ?? true, tourism: kind?.tourism ?? false });
  };

  /** @param {string} key */
  const enter = async (key) => {
    say(message, 'busy', 'Đang kiểm tra khóa…');
    try {
      /** @type {Facility[]} */
      const all = await jsonOf(ask('GET', '/v1/facilities', { key }));
      facilities = all.filter(({ kind }) => lists.kinds[kind]?.registersStays !== false);
      if (facilities.length === 0) return say(message, 'bad', 'Khóa đúng, nhưng chưa gắn với cơ sở lưu trú nào. Hỏi quản trị viên.');
      keepKey(key);
      input.value = '';
      hush(message);
      chooser.replaceChildren(...facilities.map(({ id, name }) => make('option', { value: id }, name || id)));
      element('facility-choice').hidden = facilities.length === 1;
      element('key-section').hidden = true;
      element('signed-in').hidden = false;
      element('desk').hidden = false;
      show();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      element('key-section').hidden = false;
      say(message, 'bad', error.status === 401 ? 'Khóa không đúng hoặc đã bị thu hồi. Dán lại khóa, hoặc hỏi quản trị viên.' : error.message);
      input.focus();
    }
  };

  element('key-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const key = input.value.trim();
    if (key === '') say(message, 'bad', 'Dán khóa của cơ sở vào ô trên.');
    else void enter(key);
  });
  const forget = button('forget');
  const text = forget.textContent;
  forget.addEventListener('click', () => {
    // Once by mistake, at night, and nobody can register until the administrator is awake: it takes two clicks.
    if (forget.textContent === text) {
      forget.textContent = 'Bấm lần nữa để quên khóa';
      setTimeout(() => void (forget.textContent = text), 6_000);
      return;
    }
    forgetKey();
    location.reload();
  });
  chooser.addEventListener('change', show);

  const known = readKey();
  if (known !== '') void enter(known);
  else {
    element('key-section').hidden = false;
    input.focus();
  }
};
