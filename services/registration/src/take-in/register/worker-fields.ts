import { field, type Field } from '../fields/field.ts';
import { choices } from './choices.ts';
import { noteField, personFields, placeFields, recordFields } from './common-fields.ts';
import type { RecordField } from './record-claim.ts';

const statuses = choices({ employed: ['Có việc làm', 'Đang làm việc'], unemployed: ['Thất nghiệp', 'Chưa có việc làm'], inactive: ['Không hoạt động kinh tế', 'Không tham gia lực lượng lao động'], left: ['Rời khỏi sổ', 'Chuyển đi'] });
const positions = choices({
  employer: ['Chủ cơ sở', 'Chủ cơ sở sản xuất kinh doanh'], 'own-account': ['Tự làm'], 'family-worker': ['Lao động gia đình', 'Lao động gia đình không hưởng lương'],
  employee: ['Làm công hưởng lương', 'Làm công ăn lương'], 'cooperative-member': ['Xã viên hợp tác xã', 'Thành viên hợp tác xã'],
});
const contracts = choices({
  indefinite: ['Không xác định thời hạn'], 'fixed-term': ['Xác định thời hạn', 'Có thời hạn'], seasonal: ['Thời vụ', 'Theo mùa vụ'], verbal: ['Thỏa thuận miệng', 'Miệng'], none: ['Không có hợp đồng', 'Không'],
});
const insurances = choices({ compulsory: ['Bắt buộc'], voluntary: ['Tự nguyện'], none: ['Không', 'Không tham gia'] });
const yesOrNo = choices({ yes: ['Có'], no: ['Không'] });
const trainings = choices({
  none: ['Chưa qua đào tạo'], 'no-certificate': ['Công nhân kỹ thuật không bằng', 'Không có chứng chỉ'], certificate: ['Chứng chỉ nghề', 'Chứng chỉ'], elementary: ['Sơ cấp'], intermediate: ['Trung cấp'], college: ['Cao đẳng'],
  university: ['Đại học'], postgraduate: ['Trên đại học', 'Sau đại học'],
});
const schemes = choices({ 'vsic-2018': ['VSIC 2018'], 'vsic-2025': ['VSIC 2025'] });

/** A worker's person and commune are always needed. */
const always: ReadonlySet<RecordField> = new Set(['nationality', 'documentKind', 'documentNumber', 'unit']);
const withNeeds = (row: Field<RecordField>): Field<RecordField> => (always.has(row.field) ? { ...row, required: true } : row);

/** A record of the register of workers (dossier 5.2): a person's working life from a day on. */
export const workerFields: readonly Field<RecordField>[] = [
  ...recordFields,
  field('on', 'on', 'time', 'Local day from which it holds, such as 2026-11-20.', { required: true, column: 'on', vi: 'Từ ngày' }),
  ...personFields.map(withNeeds),
  ...placeFields.map(withNeeds),
  field('status', 'status', 'text', 'left = no longer of this register.', { max: 40, required: true, ...statuses, column: 'status', vi: 'Tình trạng việc làm' }),
  field('position', 'position', 'text', 'Status in employment, of those employed.', { max: 40, ...positions, column: 'position', vi: 'Vị thế việc làm' }),
  field('occupation', 'occupation', 'code', 'VSCO 2020 (Decision 34/2020/QĐ-TTg): 1–5 digits, of those employed.', { max: 10, column: 'occupation', vi: 'Mã nghề' }),
  field('industryScheme', 'industry.scheme', 'text', 'Classification of the industry’s code: VSIC of 2018 or of 2025; letters after J differ.', { max: 40, ...schemes, column: 'industry_scheme', vi: 'Bảng mã ngành' }),
  field('industry', 'industry.code', 'code', 'Industry, of those employed: a section’s letter, or 2–5 digits.', { max: 10, column: 'industry_code', vi: 'Mã ngành kinh tế' }),
  field('contract', 'contract', 'text', 'Contract of those employed.', { max: 40, ...contracts, column: 'contract', vi: 'Loại hợp đồng' }),
  field('socialInsurance', 'socialInsurance', 'text', 'Social insurance.', { max: 40, ...insurances, column: 'social_insurance', vi: 'Bảo hiểm xã hội' }),
  field('unemploymentInsurance', 'unemploymentInsurance', 'text', 'Unemployment insurance of those employed.', { max: 40, ...yesOrNo, column: 'unemployment_insurance', vi: 'Bảo hiểm thất nghiệp' }),
  field('training', 'training', 'text', 'Highest training.', { max: 40, ...trainings, column: 'training', vi: 'Trình độ đào tạo' }),
  field('unemployedSince', 'unemployedSince', 'time', 'First day without work, of those unemployed.', { column: 'unemployed_since', vi: 'Thất nghiệp từ ngày' }),
  noteField,
];
