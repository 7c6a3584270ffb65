import {
  absenceDeclaredType, alertRulePublishedType, birthRegisteredType, deathRegisteredType, holidayPublishedType, householdChangedType, indicatorDefinedType, recordWithdrawnType, registerBatchReceivedType, residenceEndedType, residenceMovedType, residenceRegisteredType, statisticReleasedType,
  unitPublishedType, workerDeclaredType, type AbsenceDeclared, type AlertRulePublished, type BirthRegistered, type DeathRegistered, type HolidayPublished, type HouseholdChanged, type IndicatorDefined, type RecordWithdrawn, type RegisterBatchReceived, type ResidenceEnded, type ResidenceMoved,
  type ResidenceRegistered, type StatisticReleased, type UnitPublished, type WorkerDeclared,
} from '@da06/events';
import type { BuilderOf } from '../any-event.ts';
import type { Random } from '../random.ts';

const crockford = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

/** Builders of records of residents and workers, and of what gives them a place and a meaning: units, definitions, released counts. */
export const populationBuilders = (builder: BuilderOf, random: Random) => {
  const record = (register: 'residents' | 'workers') => ({
    register, ref: `R-${random.hex(8)}`, revision: 0, registrationNumber: `${register === 'residents' ? 'DC' : 'LD'}${Array.from({ length: 16 }, () => random.pick(crockford)).join('')}`,
    shape: 'native' as const, faults: [], contentMac: random.hex(32),
  });
  const person = (register: 'residents' | 'workers') => ({
    ...record(register), personKey: random.hex(32), sex: random.pick(['M', 'F'] as const), birthYear: 1940 + random.below(85), nationality: 'VNM', on: '2026-03-01', unit: 'W25357@2025', formerUnit: '',
  });
  const subject = ({ register, ref }: { readonly register: string; readonly ref: string }): string => `${register}/${ref}`;
  return {
    residenceRegistered: builder<ResidenceRegistered>(residenceRegisteredType, subject, () => ({ ...person('residents'), kind: 'permanent', cause: 'arrival', until: '', household: random.hex(32), relation: 'head' })),
    residenceMoved: builder<ResidenceMoved>(residenceMovedType, subject, () => ({ ...person('residents'), destination: 'inside', household: random.hex(32), relation: 'head' })),
    residenceEnded: builder<ResidenceEnded>(residenceEndedType, subject, () => ({ ...person('residents'), kind: 'permanent', cause: 'moved-out' })),
    absenceDeclared: builder<AbsenceDeclared>(absenceDeclaredType, subject, () => ({ ...person('residents'), until: '' })),
    householdChanged: builder<HouseholdChanged>(householdChangedType, subject, () => ({ ...person('residents'), kind: 'permanent', household: random.hex(32), relation: 'child' })),
    birthRegistered: builder<BirthRegistered>(birthRegisteredType, subject, () => ({ ...record('residents'), on: '2026-03-02', month: '2026-03', sex: random.pick(['M', 'F'] as const), unit: 'W25357@2025', formerUnit: '' })),
    deathRegistered: builder<DeathRegistered>(deathRegisteredType, subject, () => person('residents')),
    workerDeclared: builder<WorkerDeclared>(workerDeclaredType, subject, () => ({
      ...person('workers'), birthYear: 1980, status: 'employed', position: 'employee', occupation: '8', industry: { scheme: 'vsic-2018', code: 'C', section2018: 'C', section2025: 'C', exact: true },
      contract: 'indefinite', socialInsurance: 'compulsory', unemploymentInsurance: 'yes', training: 'elementary', unemployedSince: '',
    })),
    recordWithdrawn: builder<RecordWithdrawn>(recordWithdrawnType, subject, () => record('residents')),
    registerBatchReceived: builder<RegisterBatchReceived>(registerBatchReceivedType, ({ register }) => register, () => ({ register: 'residents', shape: 'native', single: false, simulated: false, received: 3, accepted: 2, duplicate: 0, amended: 0, rejected: 1, codes: { 'field.required': 1 } })),
    statisticReleased: builder<StatisticReleased>(statisticReleasedType, ({ statistic }) => statistic, () => ({ statistic: 'ethnicity', asOf: '2026-02-28', opened: 10, unknown: 0, cells: [{ unit: '', code: '', vi: 'Tất cả', persons: 10 }] })),
    unitPublished: builder<UnitPublished>(unitPublishedType, ({ uid }) => uid, () => ({
      uid: 'W25357@2025', code: '25357', nameVi: 'Xã Tân Khai', level: 'commune', type: 'xã', urban: false, parent: 'P75@2025', validFrom: '2025-07-01', validTo: '', areaKm2: 161.8, population: 0, lat: 11.5279, lon: 106.542,
      projections: [{ weight: 1, exact: true, from: '2025-07-01', to: '', unit: 'W25357@2025' }], areas: [],
    })),
    holidayPublished: builder<HolidayPublished>(holidayPublishedType, ({ code, year }) => `${code}/${year}`, () => ({ code: 'tet', year: 2026, vi: 'Tết Nguyên đán', en: 'Lunar New Year', calendar: 'lunar', dayOff: true, from: '2026-02-16', to: '2026-02-20' })),
    alertRulePublished: builder<AlertRulePublished>(alertRulePublishedType, ({ rule }) => rule, () => ({
      rule: 'room-density', version: 1, severity: 'medium', vi: 'Quá đông trong một buồng', en: 'Too many in one room', question: { vi: 'Có hơn personsPerRoom người (mẫu)?', en: 'More than personsPerRoom people (sample)?' }, thresholds: { personsPerRoom: 6 }, windowDays: 31,
    })),
    indicatorDefined: builder<IndicatorDefined>(indicatorDefinedType, ({ code }) => code, () => ({
      code: 'dc.sex-ratio', model: 37, vi: 'Tỷ số giới tính', en: 'Sex ratio', definitionVi: 'Số nam trên 100 nữ (mẫu).', definitionEn: '', formula: 'nam / nữ × 100', unit: 'nam/100 nữ', source: 'Mẫu', scope: 'Mẫu', nature: 'register', kind: 'ratio', direction: 'none',
    })),
  };
};
