import { everyRole, routeName, type Content, type Described, type Operation } from '@da06/service-kit';
import { opensAny } from '../access/opens.ts';

const tag = 'Bảng điều hành · Boards';
const json = (example: unknown): Readonly<Record<string, Content>> => ({ 'application/json': { schema: { type: 'object' }, example } });
const html: Readonly<Record<string, Content>> = { 'text/html': { schema: { type: 'string' } } };

const view = { uid: 'du-lich', from: 1_795_118_400_000, to: 1_795_723_200_000, interval: 3_600_000, variables: { boundary: ['each'], unit: 'all', kind: 'all' } };
const asked = 'By the number or the name of what a board shows; the statement is the board’s own. Times in Unix milliseconds. A key opens the boards of its role; on the machine itself no key is needed.';
const board = { uid: 'du-lich', title: 'Du lịch qua lưu trú', description: '…', language: 'vi', tags: ['da06', 'da06-vi'] };

const question = (path: string, summary: string, body: object, answer: object): Operation => ({
  method: 'post', path, tag, summary, description: asked, body: json({ ...view, ...body }), answers: { 200: { description: 'As of now.', content: json(answer) } }, problems: [400, 403, 404, 413, 415, 422, 503],
});
const page = (path: string, summary: string): Operation => ({ method: 'get', path, tag, summary, open: true, answers: { 200: { description: 'HTML.', content: html }, 503: { description: 'The console was not built.', content: html } } });

const keyed: readonly Operation[] = [
  { method: 'get', path: '/console/boards', tag, summary: 'Boards that this key may open', answers: { 200: { description: 'In both languages.', content: json({ role: 'analyst', local: false, boards: [board] }) } }, problems: [] },
  { method: 'get', path: '/console/boards/{uid}', tag, summary: 'A board as Grafana has it, without its SQL', answers: { 200: { description: 'Classic JSON.', content: json({ uid: 'du-lich', panels: [] }) } }, problems: [403, 404] },
  question('/console/panel', 'What a panel shows', { panel: 11 }, { format: 1, fields: [{ name: 'arrivals', type: 'number', values: [3120] }], rows: 1, readRows: 4000, readBytes: 90_000, ms: 12 }),
  question('/console/variable', 'What can be chosen of a variable', { name: 'unit' }, { options: [{ value: 'W25357@2025', text: 'Tân Khai' }] }),
  question('/console/annotation', 'Times that are marked behind charts', { name: 'Ngày lễ, lễ hội' }, { marks: [{ from: 1_795_478_400_000, to: 1_795_564_800_000, text: 'Ngày Nhà giáo Việt Nam', tags: 'lễ hội', color: 'purple' }] }),
  question('/console/explanation', 'What stands behind a panel', { panel: 11 }, {
    title: 'Lượt khách phục vụ', definition: '…', indicators: [{ id: 'dl.arrivals', name: 'Lượt khách phục vụ', unit: 'lượt', definition: '…' }], sql: 'SELECT …', views: ['tourism_daily_at'],
    types: [{ type: 'vn.da06.stay.checked-in.v1', events: 3120 }], events: 3120, late: { by: 'deadline', late: 12, of: 3100 }, lastData: 1_795_723_100_000, readRows: 4000, readBytes: 90_000,
  }),
  { method: 'get', path: '/console/live', tag, summary: 'Word of newer events', description: 'A line of JSON at once, another whenever newer events can be seen, the same again every 15 s; for as long as it is read.',
    answers: { 200: { description: 'Lines of JSON.', content: { 'application/x-ndjson': { schema: { type: 'string' }, example: '{"asOf":1795723100000,"lag":0,"at":1795723100450}\n' } } } }, problems: [403, 503] },
];

const open: readonly Operation[] = [
  { method: 'get', path: '/', tag: 'Hệ thống · System', summary: 'First page: counts, and where to go', open: true, answers: { 200: { description: 'HTML.', content: html } } },
  { method: 'get', path: '/console/overview', tag: 'Hệ thống · System', summary: 'The same as data', open: true, answers: { 200: { description: 'Counts.', content: json({ facilities: 60, stays: 6000, lag: 0, asOf: 1_795_723_100_000, simulated: null, nextSteps: null, addresses: { url: 'http://127.0.0.1:8080', clickhouse: null }, links: [] }) } } },
  page('/console', 'The console'), page('/d/{uid}', 'A board'), page('/programme', 'Models, report duty, forms of an officer'), page('/health', 'Health of the system'),
  { method: 'get', path: '/console/assets/{file}', tag, summary: 'A part of the console', open: true, answers: { 200: { description: 'Never changes.', content: { 'text/javascript': { schema: { type: 'string' } } } } }, problems: [404] },
];

/** The console's routes and who may call them; a route of questions lets in whoever may open any board, and answers 403 for another. `access.int.test.ts` of the host calls every route as every role. */
export const consoleDescribed: Described = {
  operations: [...keyed, ...open],
  roles: Object.fromEntries(keyed.map((operation) => [routeName(operation), operation.path === '/console/boards' ? everyRole : everyRole.filter(opensAny)])),
};
