import { field, type Field } from '../fields/field.ts';
import { noteField, personFields, placeFields, recordFields } from './common-fields.ts';
import type { RecordField } from './record-claim.ts';

const statuses = ['employed', 'unemployed', 'inactive', 'left'] as const;
const positions = ['employer', 'own-account', 'family-worker', 'employee', 'cooperative-member'] as const;
const contracts = ['indefinite', 'fixed-term', 'seasonal', 'verbal', 'none'] as const;
const trainings = ['none', 'no-certificate', 'certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate'] as const;

/** A worker's person and commune are always needed. */
const always: ReadonlySet<RecordField> = new Set(['nationality', 'documentKind', 'documentNumber', 'unit']);
const withNeeds = (row: Field<RecordField>): Field<RecordField> => (always.has(row.field) ? { ...row, required: true } : row);

/** A record of the register of workers (dossier 5.2): a person's working life from a day on. */
export const workerFields: readonly Field<RecordField>[] = [
  ...recordFields,
  field('on', 'on', 'time', 'Local day from which it holds, such as 2026-11-20.', { required: true, column: 'on', vi: 'Từ ngày' }),
  ...personFields.map(withNeeds),
  ...placeFields.map(withNeeds),
  field('status', 'status', 'text', 'left = no longer of this register.', { max: 40, required: true, allowed: statuses, column: 'status', vi: 'Tình trạng việc làm' }),
  field('position', 'position', 'text', 'Status in employment, of those employed.', { max: 40, allowed: positions, column: 'position', vi: 'Vị thế việc làm' }),
  field('occupation', 'occupation', 'code', 'VSCO 2020 (Decision 34/2020/QĐ-TTg): 1–5 digits, of those employed.', { max: 10, column: 'occupation', vi: 'Mã nghề' }),
  field('industryScheme', 'industry.scheme', 'text', 'Classification of the industry’s code: VSIC of 2018 or of 2025; letters after J differ.', { max: 40, allowed: ['vsic-2018', 'vsic-2025'], column: 'industry_scheme', vi: 'Bảng mã ngành' }),
  field('industry', 'industry.code', 'code', 'Industry, of those employed: a section’s letter, or 2–5 digits.', { max: 10, column: 'industry_code', vi: 'Mã ngành kinh tế' }),
  field('contract', 'contract', 'text', 'Contract of those employed.', { max: 40, allowed: contracts, column: 'contract', vi: 'Loại hợp đồng' }),
  field('socialInsurance', 'socialInsurance', 'text', 'Social insurance.', { max: 40, allowed: ['compulsory', 'voluntary', 'none'], column: 'social_insurance', vi: 'Bảo hiểm xã hội' }),
  field('unemploymentInsurance', 'unemploymentInsurance', 'text', 'Unemployment insurance of those employed.', { max: 10, allowed: ['yes', 'no'], column: 'unemployment_insurance', vi: 'Bảo hiểm thất nghiệp' }),
  field('training', 'training', 'text', 'Highest training.', { max: 40, allowed: trainings, column: 'training', vi: 'Trình độ đào tạo' }),
  field('unemployedSince', 'unemployedSince', 'time', 'First day without work, of those unemployed.', { column: 'unemployed_since', vi: 'Thất nghiệp từ ngày' }),
  noteField,
];
