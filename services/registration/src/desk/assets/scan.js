import { ask, jsonOf, Trouble } from './api.js';
import { button, byId, element, hush, make, say } from './dom.js';
import { showFaults } from './fields.js';

/** @typedef {import('./types.d.ts').ScannedDocument} ScannedDocument */

const box = byId('scan', HTMLTextAreaElement);
const message = element('scan-message');

/** Whether lines of a machine-readable zone are still to come: scanners end each line with Enter. @param {string} text */
const isUnfinishedZone = (text) => {
  const signs = text.replaceAll(/\s/g, '');
  return !text.includes('|') && signs.includes('<') && ![72, 88, 90].includes(signs.length) && signs.length < 90;
};

/** The box that a keyboard scanner types into. `mayFill` says why not, or undefined; `fill` puts what was read into the form.
 * @param {{ mayFill: () => string | undefined, fill: (read: ScannedDocument) => void }} form */
export const startScan = ({ mayFill, fill }) => {
  let reading = false;
  const read = async () => {
    const text = box.value;
    if (text.trim() === '' || reading) return;
    const obstacle = mayFill();
    if (obstacle !== undefined) return say(message, 'bad', obstacle);
    say(message, 'busy', 'Đang đọc…');
    reading = true;
    try {
      /** @type {ScannedDocument} */
      const found = await jsonOf(ask('POST', '/v1/documents/read', { json: text.includes('|') ? { qr: text } : { mrz: text } }));
      box.value = '';
      fill(found);
      const rest = showFaults(found.faults);
      say(message, rest.length > 0 ? 'note' : 'good', `Đã điền từ ${found.captured === 'qr' ? 'mã QR thẻ căn cước' : 'dòng MRZ'}. Xem lại rồi khai báo.`, ...rest.map(({ vi }) => make('p', {}, vi)));
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      // What was scanned is marked, so that the next scan writes over it.
      box.select();
      const unreadable = error.status === 422 ? ' Quét lại, hoặc nhập bằng tay ở dưới.' : '';
      say(message, 'bad', `${error.message}${unreadable}`);
    } finally {
      reading = false;
    }
  };
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.isComposing || isUnfinishedZone(box.value)) return;
    event.preventDefault();
    void read();
  });
  box.addEventListener('paste', () => void setTimeout(() => {
    if (!isUnfinishedZone(box.value)) void read();
  }));
  button('scan-read').addEventListener('click', () => void read());
  return { focus: () => box.focus({ preventScroll: true }), hush: () => hush(message) };
};
