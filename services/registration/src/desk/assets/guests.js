import { ask, jsonOf, Trouble } from './api.js';
import { actButton, button, element, hush, make, say } from './dom.js';
import { clockText, dayOf, dayText, instantText, shortText } from './times.js';

/** @typedef {import('./types.d.ts').Present} Present @typedef {import('./types.d.ts').Item} Item @typedef {import('./types.d.ts').Desk} Desk */

const message = element('guests-message');
const rows = element('guest-rows');
const table = element('guest-table');

/** Who is in the house today. Asked for when the page opens and after a change, never by a timer: each look is recorded.
 * @param {{ desk: () => Desk, now: () => number }} deps */
export const startGuests = ({ desk, now }) => {
  /** Counts the loads: an answer that comes after a newer question is not shown. */
  let asked = 0;
  const load = async () => {
    const turn = (asked += 1);
    try {
      /** @type {{ guests: Present[] }} */
      const { guests } = await jsonOf(ask('GET', `/v1/facilities/${desk().facility.id}/guests?on=${dayOf(now())}`));
      if (turn === asked) show(guests);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      say(message, 'bad', `Chưa tải được danh sách khách. ${error.message} `, actButton('Thử lại', refresh));
    }
  };
  const refresh = async () => {
    hush(message);
    await load();
  };

  /** @param {readonly Present[]} guests */
  const show = (guests) => {
    const inHouse = guests.filter(({ status }) => status === 'open').length;
    element('guest-count').textContent = guests.length === 0 ? 'Chưa có khách nào.' : `${inHouse} khách đang ở${guests.length > inHouse ? `, ${guests.length - inHouse} khách đã trả phòng hôm nay` : ''}.`;
    table.hidden = guests.length === 0;
    rows.replaceChildren(...[...guests].sort(byRoom).map(row));
  };

  /** @param {Present} guest */
  const row = (guest) => {
    const name = guest.guest.fullName ?? '(đã xóa danh tính)';
    const open = guest.status === 'open';
    const expected = guest.expectedDeparture === null ? undefined : Date.parse(guest.expectedDeparture);
    const overdue = open && expected !== undefined && expected < now();
    const status = open ? (overdue ? 'Quá giờ dự kiến đi' : 'Đang ở') : `Đã trả phòng ${clockText(Date.parse(guest.departure ?? guest.arrival))}`;
    /** @param {string} label @param {...(Node | string)} content */
    const cell = (label, ...content) => make('td', { 'data-label': label }, ...content);
    return make(
      'tr', { class: open ? '' : 'gone' },
      make('th', { scope: 'row', 'data-label': 'Phòng' }, guest.room ?? '—'),
      make('td', { class: 'name' }, name, ...(guest.guest.nationality === 'VNM' ? [] : [` (${guest.guest.nationality})`])),
      cell('Đến', guest.arrivalTimeKnown ? shortText(Date.parse(guest.arrival), now()) : dayText(dayOf(Date.parse(guest.arrival))).slice(0, 5)),
      cell('Dự kiến đi', expected === undefined ? '—' : shortText(expected, now())),
      make('td', { class: 'status' }, make('span', { class: overdue ? 'tag overdue' : 'tag' }, status), ...(guest.late ? [' · ', make('span', { class: 'tag' }, 'khai muộn')] : [])),
      make('td', { class: 'act' }, open
        ? actButton('Trả phòng', () => checkOut(guest, name), { 'aria-label': `Trả phòng ${guest.room ?? ''}, ${name}` })
        : actButton('Hoàn tác', () => undo(guest, name), { class: 'quiet', 'aria-label': `Hoàn tác trả phòng ${guest.room ?? ''}, ${name}` })),
    );
  };

  /** Sends a change of a stay, says what came of it and moves on to the element `focus`: the button that was pressed goes with its row.
   * @param {string} focus @param {() => Promise<Response>} change @param {() => (Node | string)[]} done
   * @returns {Promise<void>} */
  const changeStay = async (focus, change, done) => {
    say(message, 'busy', 'Đang gửi…');
    try {
      /** @type {Item} */
      const item = await jsonOf(change());
      if (['accepted', 'duplicate', 'amended'].includes(item.status)) say(message, 'good', ...done());
      else say(message, 'bad', ...item.faults.map(({ vi }) => make('p', {}, vi)));
      (document.getElementById(focus) ?? button('refresh')).focus();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return say(message, 'bad', `${error.message} `, actButton('Thử lại', () => changeStay(focus, change, done)));
    }
    await load();
  };

  /** @param {Present} guest */
  const stayPath = (guest) => `/v1/facilities/${desk().facility.id}/stays/${encodeURIComponent(guest.ref)}`;
  /** @param {Present} guest @param {string} name */
  const checkOut = async (guest, name) => {
    // A retry sends the same moment, so that it is a duplicate.
    const at = now();
    await changeStay(
      'undo', () => ask('POST', `${stayPath(guest)}/check-out`, { json: { departure: instantText(at) }, fine: [422] }),
      () => [`Đã trả phòng${guest.room === null ? '' : ` ${guest.room}`}: ${name}, lúc ${clockText(at)}. `, actButton('Hoàn tác', () => undo(guest, name), { id: 'undo', class: 'quiet' })],
    );
  };
  /** @param {Present} guest @param {string} name */
  const undo = async (guest, name) => {
    await changeStay(
      'refresh', () => ask('PATCH', stayPath(guest), { json: { departure: null, correctionReason: 'Trả phòng nhầm' }, fine: [422] }),
      () => [`Đã hoàn tác: ${name} vẫn đang ở${guest.room === null ? '' : ` phòng ${guest.room}`}.`],
    );
  };

  button('refresh').addEventListener('click', () => void refresh());
  return {
    load,
    clear: () => {
      hush(message);
      element('guest-count').textContent = '';
      table.hidden = true;
      rows.replaceChildren();
    },
  };
};

const numbers = new Intl.Collator('vi', { numeric: true });
/** Those in the house first, by room. @param {Present} a @param {Present} b */
const byRoom = (a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || numbers.compare(a.room ?? '', b.room ?? '') || a.arrival.localeCompare(b.arrival);
