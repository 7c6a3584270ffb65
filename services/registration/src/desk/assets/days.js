import { ask, jsonOf, Trouble } from './api.js';
import { actButton, button, byId, element, hush, make, say } from './dom.js';
import { saveFile } from './save.js';
import { dayOf, dayText, lastDays } from './times.js';

/** @typedef {import('./types.d.ts').Desk} Desk */

const message = element('day-message');
const choice = byId('export-day', HTMLSelectElement);

/** The end of a day: the word that nobody came, and the day's files for the lodging portal.
 * @param {{ desk: () => Desk, now: () => number }} deps */
export const startDays = ({ desk, now }) => {
  /** Runs work and tells a trouble with a way to try again. @param {() => Promise<void>} work */
  const tried = async (work) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      say(message, 'bad', `${error.message} `, actButton('Thử lại', () => tried(work)));
    }
  };
  /** @param {string} day */
  const pathOf = (day) => `/v1/facilities/${desk().facility.id}/days/${day}`;

  const askNobody = () => tried(async () => {
    const day = dayOf(now());
    say(message, 'busy', 'Đang kiểm tra…');
    /** @type {{ count: number }} */
    const { count } = await jsonOf(ask('GET', `${pathOf(day)}/digest`));
    if (count > 0) return say(message, 'bad', `Hôm nay đã khai ${count} lượt khách đến, nên không thể báo là không có khách.`);
    const yes = actButton('Đúng, hôm nay không có khách', () => tried(() => nobody(day)), { class: 'main', id: 'nobody-yes' });
    say(message, 'note', make('p', {}, `Báo rằng ngày ${dayText(day)} không có khách nào đến ${desk().facility.name || desk().facility.id}? Nếu sau đó có khách, cứ khai như thường.`), make('p', { class: 'actions' }, yes, actButton('Thôi', () => {
      hush(message);
      button('nobody').focus();
    }, { class: 'quiet' })));
    yes.focus();
  });

  /** @param {string} day */
  const nobody = async (day) => {
    await ask('POST', `${pathOf(day)}/nothing-to-report`);
    say(message, 'good', `Đã báo: ngày ${dayText(day)} không có khách.`);
    button('nobody').focus();
  };

  /** @param {'xlsx' | 'xml'} ending */
  const download = (ending) => tried(async () => {
    const day = choice.value;
    say(message, 'busy', 'Đang làm tệp…');
    const response = await ask('GET', `${pathOf(day)}/portal.${ending}`, { accept: '*/*', patience: 120_000 });
    const count = Number(response.headers.get('da06-count') ?? 0);
    const leftOut = Number(response.headers.get('da06-left-out') ?? 0);
    const other = leftOut === 0 ? '' : ` ${leftOut} lượt khác của ngày đó không ở tệp này${ending === 'xlsx' ? ' (khách nước ngoài: tải tệp XML)' : ' (khách Việt Nam: tải tệp Excel)'}.`;
    if (count === 0) return say(message, 'note', `Ngày ${dayText(day)} không có lượt nào cho tệp này, nên không tải.${other}`);
    saveFile(await response.blob(), `luu-tru-${desk().facility.id}-${day}.${ending}`);
    say(message, 'good', `Đã tải tệp ngày ${dayText(day)}: ${count} khách.${other} Nhập tệp này vào cổng lưu trú, không phải gõ lại.`);
  });

  const listDays = () => {
    const kept = choice.value;
    const [today, yesterday, ...before] = lastDays(now(), 8);
    const names = [[today, 'Hôm nay'], [yesterday, 'Hôm qua'], ...before.map((day) => [day, ''])];
    choice.replaceChildren(...names.map(([day = '', name = '']) => make('option', { value: day }, `${name === '' ? '' : `${name}, `}${dayText(day)}`)));
    if (kept !== '' && names.some(([day]) => day === kept)) choice.value = kept;
  };
  // The page may stay open over midnight.
  choice.addEventListener('focus', listDays);
  button('nobody').addEventListener('click', () => void askNobody());
  button('get-xlsx').addEventListener('click', () => void download('xlsx'));
  button('get-xml').addEventListener('click', () => void download('xml'));
  listDays();
  return { clear: () => hush(message) };
};
