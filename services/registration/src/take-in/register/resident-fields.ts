import { field, type Field } from '../fields/field.ts';
import { choices } from './choices.ts';
import { noteField, personFields, placeFields, recordFields } from './common-fields.ts';
import type { RecordField } from './record-claim.ts';

export const changes = ['permanent', 'temporary', 'renewal', 'move', 'end', 'absence', 'return', 'household', 'birth', 'death'] as const;
export type Change = (typeof changes)[number];
const changeWords = choices({
  permanent: ['Thường trú', 'Đăng ký thường trú'], temporary: ['Tạm trú', 'Đăng ký tạm trú'], renewal: ['Gia hạn', 'Gia hạn tạm trú'], move: ['Chuyển nơi thường trú', 'Chuyển thường trú'],
  end: ['Chấm dứt', 'Xóa đăng ký'], absence: ['Tạm vắng', 'Khai báo tạm vắng'], return: ['Trở về', 'Hết tạm vắng'], household: ['Thay đổi hộ', 'Tách hộ', 'Nhập hộ'], birth: ['Khai sinh', 'Đăng ký khai sinh'],
  death: ['Khai tử', 'Đăng ký khai tử'],
} satisfies Record<Change, readonly string[]>);
const causes = choices({
  initial: ['Số liệu ban đầu', 'Ban đầu'], birth: ['Mới sinh', 'Sinh'], arrival: ['Chuyển đến'], renewal: ['Gia hạn'], 'moved-out': ['Chuyển đi'], abroad: ['Ra nước ngoài', 'Nước ngoài'], returned: ['Trở về'],
  cancelled: ['Hủy đăng ký', 'Hủy'], other: ['Khác'],
});
const residenceKinds = choices({ permanent: ['Thường trú'], temporary: ['Tạm trú'] });
const destinations = choices({ inside: ['Trong địa bàn'], outside: ['Ngoài địa bàn'], abroad: ['Ra nước ngoài', 'Nước ngoài'] });

/** A record of the register of residents: one change of one person's residence. What else a change asks for is told with the field. */
export const residentFields: readonly Field<RecordField>[] = [
  ...recordFields,
  field('change', 'change', 'text', 'What happened; decides which other fields are needed.', { max: 40, required: true, ...changeWords, column: 'change', vi: 'Loại thay đổi' }),
  field('on', 'on', 'time', 'Local day from which it holds, such as 2026-11-20; of a birth the day of its registration.', { required: true, column: 'on', vi: 'Từ ngày' }),
  field('until', 'until', 'time', 'Last day: needed for temporary and renewal, possible for absence.', { column: 'until', vi: 'Đến ngày' }),
  field('cause', 'cause', 'text', 'Needed for permanent and temporary (initial, birth, arrival, other) and for end (moved-out, abroad, cancelled, other).', { max: 40, ...causes, column: 'cause', vi: 'Nguyên nhân' }),
  field('ends', 'ends', 'text', 'Of end: the residence that is over; permanent if absent.', { max: 40, ...residenceKinds, column: 'ends', vi: 'Chấm dứt loại cư trú' }),
  field('kind', 'kind', 'text', 'Of household: the residence it is of; permanent if absent.', { max: 40, ...residenceKinds, column: 'kind', vi: 'Loại cư trú' }),
  ...personFields,
  field('ethnicityScheme', 'person.ethnicity.scheme', 'code', 'List of the code: 2008 (Decision 1019/QĐ-TCTK) or 1979 (121-TCTK/PPCĐ); 37 of 54 codes differ.', { max: 40, allowed: ['2008', '1979'], column: 'ethnicity_scheme', vi: 'Bảng mã dân tộc' }),
  field('ethnicity', 'person.ethnicity.code', 'code', 'Ethnic group: code or name. Kept sealed.', { max: 60, column: 'ethnicity_code', vi: 'Dân tộc' }),
  ...placeFields,
  field('household', 'household.number', 'code', 'Number of the household; needed for household.', { max: 60, column: 'household_number', vi: 'Số hộ' }),
  field('relation', 'household.relation', 'text', 'To the head of the household: head, spouse, child, parent, sibling, grandchild or other; Vietnamese words are understood.', { max: 60, column: 'household_relation', vi: 'Quan hệ với chủ hộ' }),
  field('absenceCase', 'absence.case', 'text', 'Point of article 31.1 of the Law on Residence; needed for absence. Kept sealed.', { max: 10, allowed: ['a', 'b', 'c', 'd'], column: 'absence_case', vi: 'Trường hợp tạm vắng' }),
  field('absenceDestination', 'absence.destination', 'text', 'Where to. Kept sealed.', { max: 500, column: 'absence_destination', vi: 'Nơi đến khi tạm vắng' }),
  field('destination', 'destination', 'text', 'Of move, needed: inside the locality, outside it, or abroad.', { max: 40, ...destinations, column: 'destination', vi: 'Nơi chuyển đến' }),
  noteField,
];
