import { field, type Field } from '../fields/field.ts';
import { choices } from './choices.ts';
import type { RecordField } from './record-claim.ts';

/** Fields that both registers have, so that they are told and checked alike. */
export const recordFields: readonly Field<RecordField>[] = [
  field('ref', 'ref', 'code', 'Your own number of this record, such as that of the dossier: 1–64 of A-Za-z0-9._:- . One of the change, not of the person.', { max: 64, required: true, column: 'ref', vi: 'Mã bản ghi' }),
  field('revision', 'revision', 'integer', 'Number of the amendment, from 0; a lower one never overrides a higher.', { column: 'revision', vi: 'Lần sửa' }),
];

const { words: documentWords } = choices({
  cccd: ['Căn cước', 'Thẻ căn cước', 'Căn cước công dân', 'Thẻ CCCD'], cmnd: ['Chứng minh nhân dân', 'CMND'], passport: ['Hộ chiếu'], 'birth-certificate': ['Giấy khai sinh'],
});

export const personFields: readonly Field<RecordField>[] = [
  field('fullName', 'person.fullName', 'text', 'Full name as on the document. Kept sealed.', { required: true, column: 'full_name', vi: 'Họ và tên' }),
  field('birthDate', 'person.birthDate', 'code', '1990-05-15, 1990-05, 1990 or 15/05/1990. All but the year is kept sealed.', { max: 40, required: true, column: 'birth_date', vi: 'Ngày sinh' }),
  field('sex', 'person.sex', 'text', 'M, F or X; nam and nữ are understood.', { max: 40, required: true, column: 'sex', vi: 'Giới tính' }),
  field('nationality', 'person.nationality', 'text', 'ISO 3166-1 alpha-3, such as VNM; needed for all but birth.', { max: 100, column: 'nationality', vi: 'Quốc tịch' }),
  field('documentKind', 'person.document.kind', 'text', 'Kind of the document; needed for all but birth.', { max: 40, words: documentWords, column: 'document_kind', vi: 'Loại giấy tờ' }),
  field('documentNumber', 'person.document.number', 'code', 'Number of the document, as text; needed for all but birth. Kept sealed.', { max: 60, column: 'document_number', vi: 'Số giấy tờ' }),
  field('formerNumber', 'person.document.formerNumber', 'code', 'Number of the old identity paper (CMND). Kept sealed.', { max: 60, column: 'former_number', vi: 'Số CMND cũ' }),
  field('issuingState', 'person.document.issuingState', 'text', 'State that issued a passport; the nationality if absent.', { max: 100, column: 'issuing_state', vi: 'Nước cấp' }),
  field('documentName', 'person.document.name', 'text', 'Name of a document of kind other.', { column: 'document_name', vi: 'Tên giấy tờ' }),
  field('phone', 'person.phone', 'code', 'Phone number. Kept sealed.', { max: 40, column: 'phone', vi: 'Số điện thoại' }),
];

export const placeFields: readonly Field<RecordField>[] = [
  field('unit', 'unit', 'code', 'Commune: uid, or GSO code read on that day; needed unless a move leads outside. A name is not taken: names repeat.', { max: 60, column: 'unit', vi: 'Mã đơn vị hành chính' }),
  field('formerUnit', 'formerUnit', 'code', 'Commune of before the last reform in which the address lies, where it is known: uid or its code of then.', { max: 60, column: 'former_unit', vi: 'Mã đơn vị cũ' }),
  field('hamlet', 'hamlet', 'text', 'Hamlet. Kept sealed.', { column: 'hamlet', vi: 'Ấp, khu phố' }),
  field('address', 'address', 'text', 'Address in words. Kept sealed.', { max: 500, column: 'address', vi: 'Địa chỉ' }),
];

export const noteField: Field<RecordField> = field('note', 'note', 'text', 'Note. Kept sealed.', { max: 2000, column: 'note', vi: 'Ghi chú' });
