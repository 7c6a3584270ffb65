import { routeName, type Content, type Described, type Operation } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import { z } from 'zod';
import { readers, readersAndWall, reporters, requesters, rollers } from '../routes/access.ts';
import { ReportBody } from '../routes/file-report.ts';
import { EndBody, NotDeployableBody, StepBody, UnitBody } from '../routes/models.ts';
import { RequestBody } from '../routes/requests.ts';

const json = (example: unknown): Readonly<Record<string, Content>> => ({ 'application/json': { schema: { type: 'object' }, example } });

/** A body by its schema, with an example. */
const bodyOf = (schema: z.ZodType, example: unknown): Readonly<Record<string, Content>> => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return { 'application/json': { schema: described, example } };
};

const modelsTag = 'Mô hình · Models';
const figuresTag = 'Chỉ tiêu · Figures';
const reportsTag = 'Báo cáo · Reports';
const commandText = 'If-Match: the ETag of the model as it was read (428 without; 412 with the current state if somebody else was first). Idempotency-Key: the same request again gets the same answer, also after a restart. An officer’s key carries out the models that its agency leads on the day.';
const step = { at: '2026-11-20', cause: '', onBehalfOf: '', note: '' };
const model = { no: 9, version: 7, titleVi: 'Triển khai phần mềm quản lý lưu trú', status: 'in-progress', lateness: 'overdue', daysLate: 1_057, blockers: [], steps: 5, stepsDone: 2, health: '' };
const report = { nothing: false, models: [{ no: 13, text: 'Đã lắp 12 camera.', indicators: [{ code: 'm13.cameras', value: 12, target: 20, note: '' }] }] };
const filed = { period: '2026-10', reporter: 'CAH', revision: 1, revisions: 1, dueOn: '2026-11-05', submittedAt: '2026-11-03T02:00:00.000Z', late: false, channel: 'api', ...report };
const asOf = { asOf: 'A local day: as it was known when that day ended; now if left out.' };
const workbook: Readonly<Record<string, Content>> = { [workbookType]: { schema: { type: 'string', contentMediaType: workbookType, contentEncoding: 'binary' }, example: 'Mã | Chỉ tiêu | Đơn vị tính | Tháng trước | Tháng này | Mục tiêu | Ghi chú' } };
const filing = { 201: { description: 'The first of this period.', content: json(filed) }, 200: { description: 'Amended, or said the same.', content: json(filed) } };
const filingProblems = [400, 403, 404, 409, 412, 413, 415, 422, 503] as const;

const command = (method: 'post' | 'put', path: string, summary: string, body: Operation['body'] & object): Operation => ({
  method, path, tag: modelsTag, summary, description: commandText, body,
  answers: { 200: { description: 'The model after it, with its ETag.', content: json(model) } }, problems: [400, 403, 404, 409, 412, 413, 415, 422, 428, 503],
});

const described: readonly (readonly [Operation, Described['roles'][string]])[] = [
  [{ method: 'get', path: '/v1/models', tag: modelsTag, summary: 'Every model, and where it stands', query: asOf, answers: { 200: { description: 'In the plan’s order.', content: json({ asOf: '2026-11-26', plan: null, models: [model] }) } }, problems: [400, 403, 503] }, readersAndWall],
  [{ method: 'get', path: '/v1/models/{no}', tag: modelsTag, summary: 'One model with its steps and what was done', query: asOf, answers: { 200: { description: 'With its ETag.', content: json(model) } }, problems: [400, 403, 404, 409, 503] }, readersAndWall],
  [command('post', '/v1/models/{no}/steps/{step}/start', 'A step has begun', bodyOf(StepBody, step)), rollers],
  [command('post', '/v1/models/{no}/steps/{step}/complete', 'A step is done', bodyOf(StepBody, step)), rollers],
  [command('post', '/v1/models/{no}/steps/{step}/block', 'A step cannot go on, and why', bodyOf(StepBody, { ...step, cause: 'Chờ Bộ Công an cấp tài khoản' })), rollers],
  [command('post', '/v1/models/{no}/steps/{step}/unblock', 'A step can go on', bodyOf(StepBody, step)), rollers],
  [command('post', '/v1/models/{no}/steps/{step}/reopen', 'A step that was done is not, and why', bodyOf(StepBody, { ...step, cause: 'Ghi nhầm ngày' })), rollers],
  [command('put', '/v1/models/{no}/unit', 'Choose the unit of an Annex III model', bodyOf(UnitBody, { unit: 'W25357@2025', at: '2026-11-20', note: '' })), rollers],
  [command('post', '/v1/models/{no}/put-in-operation', 'The model has reached its end', bodyOf(EndBody, { at: '2026-11-20', note: '' })), rollers],
  [command('post', '/v1/models/{no}/mark-not-deployable', 'The model cannot be carried out here, and why', bodyOf(NotDeployableBody, { at: '2026-11-20', cause: 'Không có đối tượng', note: '' })), rollers],
  [{ method: 'put', path: '/v1/reports/{period}/{reporter}', tag: reportsTag, summary: 'File the monthly report, or amend it',
    description: 'Reporter: the code of an agency or the uid of a unit. {"nothing": true} is a report too. Every fault is named at once. If-Match is optional: "0" = there is none yet. Late is recorded, not refused. Each revision is kept.', body: bodyOf(ReportBody, report), answers: filing, problems: filingProblems }, reporters],
  [{ method: 'get', path: '/v1/reports/{period}/{reporter}', tag: reportsTag, summary: 'A report', query: { revision: 'An earlier one; the newest if left out.', ...asOf }, answers: { 200: { description: 'With its ETag.', content: json(filed) } }, problems: [400, 403, 404, 503] }, readers],
  [{ method: 'get', path: '/v1/reports', tag: reportsTag, summary: 'Who owes a report of a month, and who has filed it', query: { period: 'YYYY-MM; the month before this one if left out.', ...asOf },
    answers: { 200: { description: 'in, late, missing, due or not-yet.', content: json({ period: '2026-10', asOf: '2026-11-26', duties: [{ reporter: 'CAH', status: 'missing', daysLate: 21, dueOn: '2026-11-05' }], requests: [] }) } }, problems: [400, 403, 503] }, readers],
  [{ method: 'post', path: '/v1/report-requests', tag: reportsTag, summary: 'Ask for a report beside the monthly ones', body: bodyOf(RequestBody, { id: 'so-ket-2026', reporters: ['CAH'], models: [9], dueOn: '2026-12-01', text: 'Báo cáo sơ kết mô hình 9' }),
    answers: { 201: { description: 'Asked.', content: json({ id: 'so-ket-2026', duties: [] }) }, 200: { description: 'The same again.', content: json({ id: 'so-ket-2026', duties: [] }) } }, problems: [400, 403, 409, 413, 415, 422, 503] }, requesters],
  [{ method: 'get', path: '/v1/report-requests', tag: reportsTag, summary: 'What was asked for, and who has answered', query: asOf, answers: { 200: { description: 'Each with those who are asked.', content: json({ asOf: '2026-11-26', requests: [] }) } }, problems: [400, 403, 503] }, readers],
  [{ method: 'put', path: '/v1/report-requests/{id}/{reporter}', tag: reportsTag, summary: 'Answer a request', description: 'As PUT /v1/reports.', body: bodyOf(ReportBody, report), answers: filing, problems: filingProblems }, reporters],
  [{ method: 'get', path: '/v1/report-requests/{id}/{reporter}', tag: reportsTag, summary: 'An answer to a request', query: { revision: 'An earlier one; the newest if left out.', ...asOf }, answers: { 200: { description: 'With its ETag.', content: json(filed) } }, problems: [400, 403, 404, 503] }, readers],
  [{ method: 'get', path: '/v1/report-template.xlsx', tag: reportsTag, summary: 'The monthly report as a workbook to fill in', query: { unit: 'Code of the agency, or uid of the unit.', period: 'YYYY-MM.' }, answers: { 200: { description: 'With last month’s figures beside.', content: workbook } }, problems: [400, 403, 404, 422, 503] }, reporters],
  [{ method: 'post', path: '/v1/report-template.xlsx', tag: reportsTag, summary: 'The workbook back, filled in', description: 'Every fault names its sheet and cell (at). 412 if the report was amended after the workbook was downloaded.', query: { unit: 'Code of the agency, or uid of the unit.', period: 'YYYY-MM.' }, body: workbook, answers: filing, problems: filingProblems }, reporters],
  [{ method: 'get', path: '/v1/consolidated-report', tag: reportsTag, summary: 'A month of the programme on one sheet', description: 'Every model, what is late, blocked or silent, by lead agency, who reported, what changed, each figure with its definition. HTML by Accept: text/html, or with format=html; it prints on A4.',
    query: { period: 'YYYY-MM; the month before this one if left out.', format: 'html: the page to print.', ...asOf }, answers: { 200: { description: 'JSON, or HTML.', content: { ...json({ period: '2026-10', totals: { models: 43 }, models: [] }), 'text/html': { schema: { type: 'string' } } } } }, problems: [400, 403, 409, 503] }, readersAndWall],
  [{ method: 'get', path: '/v1/programme/indicators', tag: reportsTag, summary: 'The indicators, each with its definition', answers: { 200: { description: 'Entered by reporters, or counted by the system.', content: json({ indicators: [] }) } }, problems: [403, 503] }, readers],
  [{ method: 'get', path: '/v1/indicators/values', tag: figuresTag, summary: 'A figure of a place by month', description: 'Any code of GET /v1/indicators: population, labour, tourism, compliance, the programme. JSON or CSV (Accept: text/csv, or format=csv); If-None-Match answers 304 while nothing has changed. null = left out, or not defined. A month that is not over is not closed.',
    query: { code: 'A code of GET /v1/indicators.', unit: 'uid of a unit, or of an old district as an area that keeps its borders; all of the locality if left out.', from: 'YYYY-MM; eleven months before `to` if left out.', to: 'YYYY-MM; this month if left out. 36 months at most.', format: 'csv: a table.' },
    answers: { 200: { description: 'With its ETag; da06-as-of: the newest receipt that it shows.', content: { ...json({ code: 'dl.nights', vi: 'Ngày khách phục vụ', unit: 'ngày khách', nature: 'register', place: '', from: '2026-09', to: '2026-10', values: [{ period: '2026-10', value: 3120, suppressed: false, exact: true, closed: true }] }), 'text/csv': { schema: { type: 'string' }, example: 'code,unit,period,value,suppressed,exact,closed\ndl.nights,,2026-10,3120,false,true,true\n' } } } }, problems: [400, 403, 404, 422, 503] }, readersAndWall],
  [{ method: 'post', path: '/v1/plan', tag: modelsTag, summary: 'Load the locality’s plan, or what has changed of it', answers: { 200: { description: 'What it holds; changed = events it took.', content: json({ models: 43, steps: 128, deadlines: 39, bornOverdue: 14, groups: { I: 24, II: 4, III: 13 }, continuous: 26, reporters: 30, changed: 0 }) } }, problems: [400, 403, 503] }, ['admin']],
];

/** The programme's routes and who may call them; `access-table.int.test.ts` calls every route as every role. */
export const programmeDescribed: Described = {
  operations: described.map(([operation]) => operation),
  roles: Object.fromEntries(described.map(([operation, roles]) => [routeName(operation), roles])),
};

const roots = ['/v1/models', '/v1/reports', '/v1/report-requests', '/v1/report-template.xlsx', '/v1/consolidated-report', '/v1/programme', '/v1/plan', '/v1/indicators/values'];

/** Whether an address is the programme's, for a host that serves more than it. */
export const isProgrammePath = (pathname: string): boolean => roots.some((root) => pathname === root || pathname.startsWith(`${root}/`));
