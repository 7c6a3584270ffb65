import type { Api, Sending } from '../api/client.ts';
import type { DutiesAnswer, Indicator, ModelsAnswer, Report, ReportBody, WholeModel } from './answers.ts';
import { pathOf, type ModelAction, type StepAction } from './steps.ts';

/** An administrative unit and the local days it was there; '' = it still is. */
export type Unit = { readonly uid: string; readonly nameVi: string; readonly level: string; readonly validFrom: string; readonly validTo: string };
/** A command on the version that was seen. The same `key` again gets the answer that the first got. */
export type Command = { readonly model: number; readonly step: number | undefined; readonly action: StepAction | ModelAction; readonly version: number; readonly body: Readonly<Record<string, string>>; readonly key: string };
export type Address = { readonly period: string; readonly reporter: string };

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const etag = (version: number): string => `"${String(version)}"`;

/** The programme's routes as this page asks them. Every call throws `ApiProblem`; a refused key is told by the page. */
export const createAsk = (api: Pick<Api, 'send'>) => {
  const read = <Body>(path: string, options: Sending = {}): Promise<Body> =>
    api.send(path, { ...options, quiet: true }).then((response) => response.json()).then((body: Body) => body);
  const at = ({ period, reporter }: Address): string => `${encodeURIComponent(period)}/${encodeURIComponent(reporter)}`;
  const sheet = ({ period, reporter }: Address): string => `/v1/report-template.xlsx?${new URLSearchParams({ unit: reporter, period }).toString()}`;
  return {
    models: (signal: AbortSignal) => read<ModelsAnswer>('/v1/models', { signal }),
    model: (no: number, signal: AbortSignal) => read<WholeModel>(`/v1/models/${String(no)}`, { signal }),
    units: async (signal: AbortSignal) => (await read<readonly Unit[]>('/v1/units', { signal })).filter(({ level }) => level === 'commune'),
    command: ({ model, step, action, version, body, key }: Command) =>
      read<WholeModel>(pathOf(model, step, action), { method: action === 'unit' ? 'PUT' : 'POST', body, headers: { 'if-match': etag(version), 'idempotency-key': key } }),
    duties: (period: string, signal: AbortSignal) => read<DutiesAnswer>(`/v1/reports${period === '' ? '' : `?period=${encodeURIComponent(period)}`}`, { signal }),
    indicators: async (signal: AbortSignal) => (await read<{ readonly indicators: readonly Indicator[] }>('/v1/programme/indicators', { signal })).indicators,
    report: (address: Address, signal: AbortSignal) => read<Report>(`/v1/reports/${at(address)}`, { signal }),
    file: (address: Address, body: ReportBody, { revision, key }: { readonly revision: number; readonly key: string }) =>
      read<Report>(`/v1/reports/${at(address)}`, { method: 'PUT', body, headers: { 'if-match': etag(revision), 'idempotency-key': key } }),
    consolidated: async (period: string) => await (await api.send(`/v1/consolidated-report?period=${encodeURIComponent(period)}&format=html`, { quiet: true })).blob(),
    template: async (address: Address) => await (await api.send(sheet(address), { quiet: true })).blob(),
    upload: (address: Address, file: Blob, key: string) => read<Report>(sheet(address), { method: 'POST', body: file, headers: { 'content-type': workbookType, 'idempotency-key': key } }),
  };
};
export type Ask = ReturnType<typeof createAsk>;
