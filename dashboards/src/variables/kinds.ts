import type { Shown } from '../panels/spec.ts';
import type { VariableSpec } from './spec.ts';

/** Kinds of facilities as people read them. */
export const facilityKinds: readonly Shown[] = [
  { value: 'hotel', text: { vi: 'khách sạn', en: 'hotel' } },
  { value: 'motel', text: { vi: 'nhà nghỉ', en: 'motel' } },
  { value: 'guest-house', text: { vi: 'nhà khách', en: 'guest house' } },
  { value: 'boarding-house', text: { vi: 'nhà trọ', en: 'boarding house' } },
  { value: 'official-residence', text: { vi: 'nhà công vụ', en: 'official residence' } },
  { value: 'rental-house', text: { vi: 'nhà cho thuê', en: 'rental house' } },
  { value: 'zone-housing', text: { vi: 'nhà ở khu công nghiệp, khu kinh tế', en: 'housing of a zone' } },
  { value: 'clinic', text: { vi: 'cơ sở khám chữa bệnh', en: 'clinic' } },
  { value: 'coach', text: { vi: 'xe khách đường dài', en: 'long-distance coach' } },
  { value: 'dormitory', text: { vi: 'ký túc xá', en: 'dormitory' } },
  { value: 'household', text: { vi: 'hộ gia đình', en: 'household' } },
];

/** The kind of facility; `only` keeps the kinds that the board's figures have. */
export const kindVariable = (only?: readonly string[]): VariableSpec => ({
  name: 'kind',
  label: { vi: 'Loại cơ sở', en: 'Kind of facility' },
  choose: 'several',
  sql: (say) => {
    const kinds = facilityKinds.filter(({ value }) => only?.includes(String(value)) ?? true);
    return `SELECT pair.1 AS value, pair.2 AS text FROM (SELECT arrayJoin([${kinds.map(({ value, text }) => `('${value}', '${say(text)}')`).join(', ')}]) AS pair)`;
  },
});

/** Rows of all kinds together, or those of the chosen kinds. */
export const ofKind = "if($__conditionalAll(1 = 0, $kind), facility_kind = '', $__conditionalAll(facility_kind IN (${kind:singlequote}), $kind) AND facility_kind != '')";

/** Rows of each kind, or of the chosen ones. */
export const ofEachKind = "facility_kind != '' AND $__conditionalAll(facility_kind IN (${kind:singlequote}), $kind)";
