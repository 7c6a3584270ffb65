import type { Model, ModelStatus } from './answers.ts';

/** What is chosen of the board; '' = all. It stands in the address. */
export type Filter = { readonly agency: string; readonly group: string; readonly status: string; readonly late: boolean; readonly text: string };

export const filterOf = (query: URLSearchParams): Filter => ({
  agency: query.get('agency') ?? '', group: query.get('group') ?? '', status: query.get('status') ?? '', late: query.get('late') === '1', text: query.get('q') ?? '',
});

/** Without marks and case, so that "kiem soat" finds "Kiểm soát". */
const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

/** Past its deadline and not at its end yet. */
export const isLate = ({ lateness }: Pick<Model, 'lateness'>): boolean => lateness === 'overdue' || lateness === 'born-overdue';

const texts = ({ no, titleVi, titleEn, leads }: Model): string => plainText([String(no), titleVi, titleEn, ...leads.flatMap(({ code, vi }) => [code, vi])].join(' '));

export const chosen = (models: readonly Model[], { agency, group, status, late, text }: Filter): readonly Model[] => {
  const words = plainText(text).split(/\s+/).filter((word) => word !== '');
  return models.filter((model) =>
    (agency === '' || model.leads.some(({ code }) => code === agency))
    && (group === '' || (group === 'none' ? model.annex === '' : model.annex === group))
    && (status === '' || model.status === status)
    && (!late || isLate(model))
    && words.every((word) => texts(model).includes(word)));
};

/** Who leads a model on the day of the answer, or did last. */
export const leadersOf = ({ leads, leadsToday }: Pick<Model, 'leads' | 'leadsToday'>): readonly { readonly code: string; readonly vi: string; readonly ended: boolean }[] => {
  const today = leads.filter(({ code }) => leadsToday.includes(code));
  return (today.length > 0 ? today : leads).map(({ code, vi }) => ({ code, vi, ended: today.length === 0 }));
};

/** Every agency that leads a model or did, those that do first, each with the number of its models. */
export const agenciesOf = (models: readonly Model[]): readonly { readonly code: string; readonly vi: string; readonly ended: boolean; readonly models: number }[] => {
  const names = new Map(models.flatMap(({ leads }) => leads.map(({ code, vi }) => [code, vi] as const)));
  const leading = new Set(models.flatMap(({ leadsToday }) => leadsToday));
  return [...names].map(([code, vi]) => ({ code, vi, ended: !leading.has(code), models: models.filter(({ leads }) => leads.some((lead) => lead.code === code)).length }))
    .sort((one, other) => Number(one.ended) - Number(other.ended) || one.vi.localeCompare(other.vi, 'vi'));
};

const order: readonly ModelStatus[] = ['blocked', 'in-progress', 'planned', 'waiting-c06', 'in-operation', 'completed', 'launched', 'trained', 'not-deployable', 'no-subject', 'not-mentioned'];

/** The statuses that occur, what asks for attention first, with the number of models. */
export const statusesOf = (models: readonly Model[]): readonly { readonly status: ModelStatus; readonly models: number }[] =>
  order.map((status) => ({ status, models: models.filter((model) => model.status === status).length })).filter((one) => one.models > 0);

export const groupsOf = (models: readonly Model[]): readonly string[] => [...new Set(models.map(({ annex }) => (annex === '' ? 'none' : annex)))].sort((one, other) => Number(one === 'none') - Number(other === 'none') || one.localeCompare(other));
