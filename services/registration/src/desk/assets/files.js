import { ask, jsonOf, Trouble } from './api.js';
import { actButton, byId, element, hush, make, say } from './dom.js';
import { nameOf } from './fields.js';
import { saveFile } from './save.js';

/** @typedef {import('./types.d.ts').Batch} Batch @typedef {import('./types.d.ts').Item} Item @typedef {import('./types.d.ts').Fault} Fault @typedef {import('./types.d.ts').Desk} Desk */

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** @type {Readonly<Record<string, string>>} */
const types = { xlsx: workbook, csv: 'text/csv', xml: 'application/xml' };
const csvHint = 'Dòng đầu của tệp CSV phải là tên các cột, cách nhau bằng dấu phẩy (full_name,birth_date,sex…). Nếu không chắc, dùng tệp Excel theo mẫu của cổng lưu trú.';
const mostRows = 200;
const patience = 300_000;

const message = element('file-message');
const outcome = element('file-outcome');
const input = byId('file', HTMLInputElement);
const zone = element('drop');

/** Sending a file: first a check that records nothing, then the same bytes for real.
 * @param {{ desk: () => Desk, changed: () => void, hints: Readonly<Record<string, string>> }} deps */
export const startFiles = ({ desk, changed, hints }) => {
  /** @param {File} file @param {boolean} real */
  const send = async (file, real) => {
    const type = types[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
    outcome.replaceChildren();
    if (type === undefined) return say(message, 'bad', `Không nhận tệp “${file.name}”. Chọn tệp .xlsx, .csv hoặc .xml.`);
    say(message, 'busy', real ? `Đang gửi ${file.name}…` : `Đang kiểm tra ${file.name}…`);
    try {
      /** @type {Batch & { code?: string, vi?: string }} */
      const batch = await jsonOf(ask('POST', pathOf(real), { bytes: file, type, fine: [207, 422], patience }));
      if (batch.items === undefined) return say(message, 'bad', `Không đọc được ${file.name}. ${batch.vi ?? ''} ${hintFor(batch.code, type)}`);
      if (real) sent(file, batch, type);
      else checked(file, batch, type);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      const again = real ? make('p', {}, 'Gửi lại cùng tệp này là an toàn: dòng đã nhận không bị ghi hai lần.') : '';
      say(message, 'bad', `Chưa ${real ? 'gửi' : 'kiểm tra'} được ${file.name}. ${error.message} ${hintFor(error.problem.code, type)} `, again, actButton('Thử lại', () => send(file, real)));
    }
  };
  /** How to mend a file that is refused whole; the server's detail is English, for those who write programs.
   * @param {string | undefined} code @param {string} type */
  const hintFor = (code, type) => (code === 'request.unreadable' && type === types['csv'] ? csvHint : hints[code ?? ''] ?? '');
  /** @param {boolean} real */
  const pathOf = (real) => `/v1/facilities/${desk().facility.id}/stays${real ? '' : '?validate=only'}`;

  /** @param {File} file @param {Batch} batch @param {string} type */
  const checked = (file, batch, type) => {
    const faulty = batch.rejected > 0;
    const here = inHouse(batch);
    const again = here > 0 ? [make('p', {}, `${here} dòng là người đang ở đây, chưa trả phòng. Nếu đã khai họ ở quầy, gửi tệp này là ghi họ lần thứ hai.`)] : [];
    say(message, faulty || here > 0 ? 'note' : 'good', make('p', {}, `${file.name}: ${batch.received} dòng, ${batch.accepted} nhận được${batch.duplicate > 0 ? ` (trong đó ${batch.duplicate} đã ghi từ trước)` : ''}, ${batch.rejected} lỗi, ${warned(batch)} cảnh báo. Chưa ghi gì cả.`), ...again);
    const actions = make('p', { class: 'actions' });
    if (batch.accepted > 0) actions.append(actButton(`Gửi ${batch.accepted} dòng hợp lệ`, () => send(file, true), { class: 'main', id: 'send-file' }));
    if (faulty || warned(batch) > 0) actions.append(actButton('Tải tệp kèm cột lỗi', () => marked(file, type), { class: 'quiet' }));
    outcome.replaceChildren(actions, ...rowTable(batch));
    document.getElementById('send-file')?.focus();
  };

  /** @param {File} file @param {Batch} batch @param {string} type */
  const sent = (file, batch, type) => {
    const parts = [`${batch.received} dòng`, `${batch.accepted} đã ghi`, ...(batch.duplicate > 0 ? [`trong đó ${batch.duplicate} đã ghi từ trước`] : []), ...(batch.amended > 0 ? [`${batch.amended} là sửa đổi`] : []), ...(batch.late > 0 ? [`${batch.late} khai muộn`] : []), `${batch.rejected} lỗi không ghi`];
    say(message, batch.accepted > 0 ? 'good' : 'bad', `Đã gửi ${file.name}: ${parts.join(', ')}.`);
    const save = actButton('Tải biên nhận', () => saveFile(new Blob([JSON.stringify(batch)], { type: 'application/json' }), `${file.name}-bien-nhan.json`), { class: 'quiet', id: 'save-receipt' });
    const toMend = batch.rejected > 0 ? [actButton('Tải tệp kèm cột lỗi', () => marked(file, type), { class: 'quiet' })] : [];
    outcome.replaceChildren(make('p', { class: 'actions' }, save, ...toMend), ...rowTable(batch));
    save.focus();
    changed();
  };

  /** @param {File} file @param {string} type */
  const marked = async (file, type) => {
    const note = make('p', { role: 'status' }, 'Đang làm tệp…');
    outcome.prepend(note);
    try {
      const response = await ask('POST', pathOf(false), { bytes: file, type, accept: workbook, fine: [207, 422], patience });
      if (response.headers.get('content-type')?.startsWith(workbook) !== true) note.textContent = 'Máy chủ này chưa làm được tệp kèm cột lỗi. Sửa theo bảng dưới đây.';
      else {
        saveFile(await response.blob(), `${file.name.replace(/\.[^.]+$/, '')}-kem-loi.xlsx`);
        note.textContent = 'Đã tải tệp kèm cột lỗi. Sửa các dòng lỗi rồi gửi lại cả tệp: dòng đã nhận không bị ghi hai lần.';
      }
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      note.textContent = error.message;
    }
  };

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void send(file, false);
    // The same file, mended, can be chosen again.
    input.value = '';
  });
  zone.addEventListener('dragover', () => zone.classList.add('over'));
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  // A file dropped beside the frame would be opened in place of the page, and what was typed be gone.
  for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    zone.classList.remove('over');
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void send(file, false);
  });
  return {
    clear: () => {
      hush(message);
      outcome.replaceChildren();
    },
  };
};

/** Rows that are taken with a warning. @param {Batch} batch */
const warned = ({ items }) => items.filter(({ status, faults }) => status !== 'rejected' && faults.length > 0).length;

/** Rows of people who have a stay open here under another reference: a day's download sent back, above all. @param {Batch} batch */
const inHouse = ({ items }) => items.filter(({ status, faults }) => status === 'accepted' && faults.some(({ code }) => code === 'stay.already-open')).length;

/** A warning that many rows share (a sheet without hours) is told once. */
const manyRows = 5;

/** @param {Fault} fault */
const sameness = ({ code, pointer }) => `${code} ${pointer}`;

/** Warnings shared by many rows, with the number of rows. @param {readonly Item[]} items @returns {Map<string, { fault: Fault, rows: number }>} */
const sharedWarnings = (items) => {
  /** @type {Map<string, { fault: Fault, rows: number }>} */
  const counted = new Map();
  for (const fault of items.flatMap(({ faults }) => faults.filter(({ severity }) => severity !== 'reject'))) {
    const known = counted.get(sameness(fault));
    if (known === undefined) counted.set(sameness(fault), { fault, rows: 1 });
    else known.rows += 1;
  }
  return new Map([...counted].filter(([, { rows }]) => rows > manyRows));
};

/** The rows with something to say, refused ones first. @param {Batch} batch */
const rowTable = (batch) => {
  const shared = sharedWarnings(batch.items);
  const items = batch.items.map((item) => ({ ...item, faults: item.faults.filter((fault) => fault.severity === 'reject' || !shared.has(sameness(fault))) }));
  const told = [...shared.values()].map(({ fault, rows }) => make('p', { class: 'hint' }, `${rows} dòng cùng cảnh báo, ${nameOf(fault.pointer)}: ${fault.vi}`));
  return [...told, ...tableOf(items)];
};

/** @param {readonly Item[]} items */
const tableOf = (items) => {
  const telling = items.filter(({ faults }) => faults.length > 0).sort((a, b) => Number(b.status === 'rejected') - Number(a.status === 'rejected') || a.index - b.index);
  if (telling.length === 0) return [];
  const body = make('tbody', {}, ...telling.slice(0, mostRows).map(rowOf));
  const head = make('thead', {}, make('tr', {}, ...['Dòng', 'Kết quả', 'Cần xem'].map((text) => make('th', { scope: 'col' }, text))));
  const more = telling.length > mostRows ? [make('p', {}, `Và ${telling.length - mostRows} dòng nữa; tải tệp kèm cột lỗi để xem hết.`)] : [];
  return [make('table', { id: 'file-rows', class: 'rows' }, head, body), ...more];
};

/** @param {Item} item */
const rowOf = ({ index, at, status, faults }) => {
  const refused = status === 'rejected';
  const worstFirst = [...faults].sort((a, b) => Number(b.severity === 'reject') - Number(a.severity === 'reject'));
  const told = worstFirst.map(({ pointer, vi, received, severity }) => make(
    'li', { class: severity },
    make('strong', {}, `${nameOf(pointer)}: `), vi, ...(received === undefined || received === '' ? [] : [make('span', { class: 'received' }, ` Nhận được: “${received}”.`)]),
  ));
  return make(
    'tr', {},
    make('th', { scope: 'row', 'data-label': 'Dòng' }, String(at?.row ?? at?.line ?? index + 1)),
    make('td', { class: refused ? 'reject' : 'warn' }, refused ? '✕ Lỗi, không nhận' : '! Nhận, có cảnh báo'),
    make('td', {}, make('ul', { class: 'faults' }, ...told)),
  );
};
