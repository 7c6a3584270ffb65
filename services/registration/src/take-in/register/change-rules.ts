import type { Field } from '../fields/field.ts';
import { requireFields } from '../fields/read-claim.ts';
import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';
import type { RecordField } from './record-claim.ts';
import { residentFields, type Change } from './resident-fields.ts';

/** What a change asks for beside what every record has, and which fields of other changes it may carry too. */
type ChangeRule = { readonly needs: readonly RecordField[]; readonly takes?: readonly RecordField[]; readonly causes?: readonly string[] };

const papers: readonly RecordField[] = ['nationality', 'documentKind', 'documentNumber'];
const arrivals = ['initial', 'birth', 'arrival', 'other'];

const rules: Readonly<Record<Change, ChangeRule>> = {
  permanent: { needs: ['cause', 'unit', ...papers], takes: ['household', 'relation'], causes: arrivals },
  temporary: { needs: ['cause', 'until', 'unit', ...papers], takes: ['household', 'relation'], causes: arrivals },
  renewal: { needs: ['until', 'unit', ...papers], takes: ['cause', 'household', 'relation'], causes: ['renewal'] },
  move: { needs: ['destination', 'unit', ...papers], takes: ['household', 'relation'] },
  end: { needs: ['cause', 'unit', ...papers], takes: ['ends'], causes: ['moved-out', 'abroad', 'cancelled', 'other'] },
  absence: { needs: ['absenceCase', 'unit', ...papers], takes: ['until', 'absenceDestination'] },
  return: { needs: ['unit', ...papers], takes: ['cause'], causes: ['returned'] },
  household: { needs: ['household', 'unit', ...papers], takes: ['kind', 'relation'] },
  birth: { needs: ['unit'] },
  death: { needs: ['unit', ...papers] },
};

/** Fields that some changes use and others do not. */
const ofSome: readonly RecordField[] = ['until', 'cause', 'ends', 'kind', 'household', 'relation', 'absenceCase', 'absenceDestination', 'destination'];

const ready = new Map((Object.keys(rules) as Change[]).map((change) => {
  const { needs, takes = [], causes = [] } = rules[change];
  const rows = residentFields.filter(({ field }) => needs.includes(field));
  return [change, { rows, beyondUnit: rows.filter(({ field }) => field !== 'unit'), unused: ofSome.filter((field) => !needs.includes(field) && !takes.includes(field)), causes }] as const;
}));

/** The fields of a change's records, for the documentation: what it needs is required, and lists hold what it takes. A move is two: inside, and out, which has no unit. */
export const shapesOf = (change: Change): readonly (readonly Field<RecordField>[])[] => {
  const { rows, unused, causes } = readyOf(change);
  const shape = (without: readonly RecordField[], lists: Partial<Record<RecordField, readonly string[]>>): readonly Field<RecordField>[] =>
    residentFields.filter(({ field }) => !unused.includes(field) && !without.includes(field)).map((row) => {
      const allowed = lists[row.field] ?? (row.field === 'change' ? [change] : row.field === 'cause' ? causes : row.allowed);
      return { ...row, required: row.required || rows.some(({ field }) => field === row.field), ...(allowed === undefined ? {} : { allowed }) };
    });
  return change === 'move' ? [shape([], { destination: ['inside'] }), shape(['unit', 'formerUnit'], { destination: ['outside', 'abroad'] })] : [shape([], {})];
};

const readyOf = (change: Change): NonNullable<ReturnType<typeof ready.get>> => ready.get(change) as NonNullable<ReturnType<typeof ready.get>>;

/** Names what a change lacks, and passes over what it has no use for. */
export const checkChange = (telling: Telling, change: Change): void => {
  const { claim, found } = telling;
  const { rows, beyondUnit, unused, causes } = readyOf(change);
  passOver(telling, unused);
  const leadsOut = change === 'move' && (claim.destination === 'outside' || claim.destination === 'abroad');
  if (leadsOut) passOver(telling, ['unit', 'formerUnit']);
  requireFields(claim, leadsOut ? beyondUnit : rows, found);
  const cause = textOf(claim.cause);
  if (cause !== undefined && !causes.includes(cause)) tell(telling, 'cause', 'field.not-allowed-value');
};

/** Fields with a value that the record has no use for: named, and taken as not sent. */
export const passOver = (telling: Telling, fields: readonly RecordField[]): void => {
  for (const field of fields) {
    if (textOf(telling.claim[field]) !== undefined) tell(telling, field, 'record.field-not-used');
    telling.claim[field] = undefined;
  }
};
