import type { Draw } from '../random.ts';
import { reform } from '../population/days.ts';
import type { Fact } from '../population/facts.ts';

/** A way of spoiling a record, with the one code it must get. */
export type RecordFlaw = { readonly field: 'fullName' | 'birthDate' | 'sex' | 'nationality' | 'number' | 'unit' | 'on' | 'change' | 'status' | 'until'; readonly code: string };

const ofAll: readonly RecordFlaw[] = [
  { field: 'fullName', code: 'field.required' },
  { field: 'birthDate', code: 'birth-date.format' },
  { field: 'sex', code: 'sex.unknown' },
  { field: 'unit', code: 'unit.unknown' },
  { field: 'on', code: 'date.format' },
];
const ofHolders: readonly RecordFlaw[] = [...ofAll, { field: 'nationality', code: 'nationality.unknown' }];
const badNumber: RecordFlaw = { field: 'number', code: 'document.cccd-format' };
const noChange: RecordFlaw = { field: 'change', code: 'field.not-allowed-value' };
const noStatus: RecordFlaw = { field: 'status', code: 'field.not-allowed-value' };
const backwards: RecordFlaw = { field: 'until', code: 'record.until-before-on' };

/** How a record could be spoilt. Without its day a unit is read as of the day of receipt: an old one would get a warning too. */
export const drawRecordFlaw = (draw: Draw, { register, content, day }: Fact): RecordFlaw => {
  const isFitting = ({ field }: RecordFlaw): boolean => (field !== 'on' || day >= reform) && (field !== 'unit' || content.unit !== '') && (field !== 'birthDate' || content.what !== 'birth');
  if (content.what === 'birth') return draw.pick(ofAll.filter(isFitting));
  const own = register === 'workers' ? [noStatus] : content.what === 'temporary' || content.what === 'renewal' ? [backwards] : [noChange];
  const isCard = content.paper.kind === 'cccd' ? [badNumber] : [];
  return draw.pick([...ofHolders.filter(isFitting), ...own, ...isCard]);
};
