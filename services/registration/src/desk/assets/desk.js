import { startDays } from './days.js';
import { element, say } from './dom.js';
import { startFiles } from './files.js';
import { createForm } from './form.js';
import { startGuests } from './guests.js';
import { startKey } from './key.js';
import { startRegister } from './register.js';

/** @typedef {import('./types.d.ts').Lists} Lists @typedef {import('./types.d.ts').Desk} Desk */

const start = async () => {
  const response = await fetch('/desk/lists.json');
  /** @type {Lists} */
  const lists = await response.json();
  // A clock that is more than a minute off is set right by the server's: arrivals are “now”.
  const ahead = Date.parse(response.headers.get('date') ?? '') - Date.now();
  const correction = Math.abs(ahead) > 60_000 ? ahead : 0;
  const now = () => Date.now() + correction;

  /** @type {Desk | undefined} */
  let current;
  const desk = () => {
    if (current === undefined) throw new TypeError('No facility is open.');
    return current;
  };
  const form = createForm(lists, now);
  const guests = startGuests({ desk, now });
  const changed = () => void guests.load();
  const register = startRegister({ form, desk, now, changed });
  const files = startFiles({ desk, changed, hints: lists.hints });
  const days = startDays({ desk, now });

  startKey(lists, (opened) => {
    current = opened;
    form.fit(opened);
    form.clear();
    guests.clear();
    files.clear();
    days.clear();
    void guests.load();
    register.focus();
  });
  window.addEventListener('beforeunload', (event) => {
    if (form.isBegun()) event.preventDefault();
  });
};

start().catch(() => say(element('page-message'), 'bad', 'Không tải được trang. Kiểm tra mạng rồi tải lại trang (phím F5).'));
