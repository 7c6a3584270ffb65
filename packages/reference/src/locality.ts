import { foldName, type NightTail } from '@da06/domain';
import type { HolidayPublishedData, IndicatorDefinedData } from '@da06/events';
import countries from 'i18n-iso-countries';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { holidaysOf } from './holidays/holidays.ts';
import { nationalHolidays } from './holidays/rules.ts';
import { definitionsOf } from './indicators/definitions.ts';
import { labelsOf, type Labels } from './labels.ts';
import { defaultPackDir, loadPack } from './load-pack.ts';
import { alertRulesOf, type AlertRule } from './national/alert-rules.ts';
import { programmeOf, type Programme } from './programme/programme.ts';
import type { FacilityKind, Pack, Retention, Unit } from './schema.ts';
import { unitsInTimeOf, type UnitsInTime } from './units/units-in-time.ts';

/** The locality's data with lookups; every lookup is one access to a map. */
export type Locality = {
  readonly name: string;
  readonly nightTail: NightTail;
  readonly retention: Retention;
  readonly units: readonly Unit[];
  readonly facilityKinds: readonly FacilityKind[];
  readonly documentKinds: readonly string[];
  readonly reasons: readonly string[];
  readonly unitByUid: (uid: string) => Unit | undefined;
  /** The unit that had a GSO code on a day: a code without a day is ambiguous (dossier 0.8). Communes come before districts and provinces. */
  readonly unitAt: (code: string, day: string) => Unit | undefined;
  readonly isUnitValid: (uid: string, day: string) => boolean;
  readonly facilityKind: (kind: string) => FacilityKind | undefined;
  readonly isReason: (reason: string) => boolean;
  readonly isDocumentKind: (kind: string) => boolean;
  /** The portal's number of a reason, 1–20. */
  readonly reasonFromPortal: (number: string) => string | undefined;
  /** The portal's number of a document kind, 1–9; 1 and 8 are both `cccd`. */
  readonly documentFromPortal: (number: string) => string | undefined;
  /** A nationality as ISO 3166 alpha-3, or a special code of passports (XXA, UNO …); from alpha-3, alpha-2, a passport's or the portal's code, or a Vietnamese or English name. */
  readonly nationality: (text: string) => string | undefined;
  /** Whether three digits are a place of birth registration of identity numbers. They say nothing of where somebody lives. */
  readonly isCccdPlace: (code: string) => boolean;
  /** The portal's province code from a code or a name, with or without "Tỉnh" or "TP."; of a province that is gone that of its successor; undefined if unknown. */
  readonly province: (text: string) => string | undefined;
  /** Whether a name is that of a province which was gone on a day, YYYY-MM-DD; without a day, of one that is gone today. */
  readonly isFormerProvince: (text: string, onDay?: string) => boolean;
  /** Names for people, and the portal's codes of our own names. */
  readonly labels: Labels;
  readonly programme: Programme;
  readonly unitsInTime: UnitsInTime;
  /** What every figure means: of the registers, and of the programme. */
  readonly indicatorDefinitions: readonly IndicatorDefinedData[];
  /** Holidays and festivals, year by year: those of the country, then those of the locality. */
  readonly holidays: readonly HolidayPublishedData[];
  /** The rules that raise alerts, with the locality's thresholds. */
  readonly alertRules: readonly AlertRule[];
};

/** Loads a locality pack and builds its lookups. @throws AppError `config.invalid`. */
export const loadLocality = (dir: string = defaultPackDir): Locality => {
  const pack = loadPack(dir);
  const byUid = new Map(pack.units.map((unit) => [unit.uid, unit]));
  const byCode = groupByCode(pack.units);
  const kinds = new Map(pack['facility-kinds'].map((kind) => [kind.kind, kind]));
  const reasons = new Map(pack.reasons.map(({ reason, portal }) => [portal, reason]));
  const reasonNames = new Set(reasons.values());
  const documents = new Map(pack['document-kinds'].flatMap(({ kind, portal }) => portal.map((number) => [number, kind] as const)));
  const documentNames = new Set(documents.values());
  const nationalities = nationalityTable(pack);
  const provinces = new Map(pack.provinces.flatMap(({ code, vi }) => [[code, code], [provinceName(vi), code]]));
  const former = new Map(pack['former-provinces'].map((gone) => [provinceName(gone.vi), gone]));
  const validOn = (unit: Unit, day: string): boolean => (unit.valid_from ?? '') <= day && day <= (unit.valid_to ?? '9999');

  return {
    name: pack.settings.name,
    nightTail: pack.settings.nightTail,
    retention: pack.settings.retention,
    units: pack.units,
    facilityKinds: pack['facility-kinds'],
    documentKinds: [...documentNames],
    reasons: [...reasonNames],
    unitByUid: (uid) => byUid.get(uid),
    unitAt: (code, day) => byCode.get(code)?.find((unit) => validOn(unit, day)),
    isUnitValid: (uid, day) => {
      const unit = byUid.get(uid);
      return unit !== undefined && validOn(unit, day);
    },
    facilityKind: (kind) => kinds.get(kind),
    isReason: (reason) => reasonNames.has(reason),
    isDocumentKind: (kind) => documentNames.has(kind),
    reasonFromPortal: (number) => reasons.get(number),
    documentFromPortal: (number) => documents.get(number),
    nationality: (text) => nationalities.get(text) ?? nationalities.get(foldName(text)),
    isCccdPlace: (code) => Object.hasOwn(pack['cccd-places'], code),
    province: (text) => provinces.get(text) ?? provinces.get(provinceName(text)) ?? former.get(provinceName(text))?.successor,
    isFormerProvince: (text, onDay) => {
      const name = provinceName(text);
      const gone = provinces.has(name) ? undefined : former.get(name);
      return gone !== undefined && (onDay === undefined || onDay > gone.valid_to);
    },
    labels: labelsOf(pack),
    programme: programmeOf(pack),
    unitsInTime: unitsInTimeOf({ units: pack.units, shares: pack['unit-shares'], areas: pack['comparison-areas'] }),
    indicatorDefinitions: definitionsOf(pack.indicators),
    holidays: holidaysOf([...nationalHolidays, ...pack.holidays]),
    alertRules: alertRulesOf(pack.settings.alertRules),
  };
};

/** A province's name for comparing: folded, without what it is called beside its name, hyphens as blanks. */
const provinceName = (text: string): string => foldName(text.replace(/[-\u2010-\u2015]/g, ' ')).replace(/^(?:(?:tinh|thanh pho) |t\.? ?p\.? ?)/, '');

const levels = ['commune', 'district', 'province'];

const groupByCode = (units: readonly Unit[]): Map<string, Unit[]> => {
  const byCode = new Map<string, Unit[]>();
  for (const unit of [...units].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit]);
  return byCode;
};

/** Names that feeds use beside the library's. */
const otherNames: Readonly<Record<string, string>> = { mỹ: 'USA', 'hoa kỳ': 'USA', 'hàn quốc': 'KOR', 'đài loan': 'TWN', campuchia: 'KHM', anh: 'GBR', nga: 'RUS', 'việt nam': 'VNM', 'viet nam': 'VNM' };

const nationalityTable = (pack: Pack): Map<string, string> => {
  const table = new Map<string, string>();
  const require = createRequire(import.meta.url);
  for (const language of ['en', 'vi']) {
    const names = JSON.parse(readFileSync(require.resolve(`i18n-iso-countries/langs/${language}.json`), 'utf8')) as Parameters<typeof countries.registerLocale>[0];
    countries.registerLocale(names);
    for (const [alpha2, name] of Object.entries(countries.getNames(language))) table.set(foldName(name), countries.alpha2ToAlpha3(alpha2) ?? alpha2);
  }
  for (const [name, code] of Object.entries(otherNames)) table.set(foldName(name), code);
  for (const [alpha2, alpha3] of Object.entries(countries.getAlpha2Codes())) for (const code of [alpha2, alpha3, alpha2.toLowerCase(), alpha3.toLowerCase()]) table.set(code, alpha3);
  for (const { code, canonical } of pack.nationalities) table.set(code, canonical);
  return table;
};
