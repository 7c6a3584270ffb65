import type { VariableSpec } from '../variables/spec.ts';

/** By which classification of industries workers are shown: that in force, or the one before, in which older statistics are told. */
export const classification: VariableSpec = {
  name: 'vsic',
  label: { vi: 'Bảng ngành', en: 'Industries by' },
  choose: 'one',
  first: { value: '2025', text: { vi: 'VSIC 2025', en: 'VSIC 2025' } },
  sql: () => "SELECT value, concat('VSIC ', value) AS text FROM (SELECT arrayJoin(['2025', '2018']) AS value)",
};
