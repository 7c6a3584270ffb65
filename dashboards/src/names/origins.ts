import { loadLocality } from '@da06/reference';
import countries from 'i18n-iso-countries';
import type { Shown } from '../panels/spec.ts';

const { labels } = loadLocality();

/** Names as English texts have them: without marks. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Nationalities of papers that are no country's, in English; the library has the others. */
const ofNoCountry: Readonly<Record<string, string>> = {
  RKS: 'Kosovo', UNO: 'United Nations', EUE: 'European Union', XXA: 'Stateless', XXB: 'Refugee (1951 Convention)', XXC: 'Other refugee', XXX: 'Unspecified',
};

/** Nationalities by their code, ISO 3166 alpha-3 and those of papers that are no country's. */
export const nationalities: readonly Shown[] = labels.nationalities.map(({ code, vi }) => ({ value: code, text: { vi, en: plain(countries.getName(code, 'en') ?? ofNoCountry[code] ?? code) } }));

/** Provinces by the code of the lodging portal. */
export const provinces: readonly Shown[] = labels.provinces.map(({ code, vi }) => ({ value: code, text: { vi, en: plain(vi.replace(/^TP\. /, '')) } }));

/** Purposes that make a guest a tourist (dossier 5.3). */
export const purposes: readonly Shown[] = [
  { value: 'tourism', text: { vi: 'Du lịch', en: 'Tourism' } },
  { value: 'business', text: { vi: 'Công tác', en: 'Business' } },
  { value: 'visit', text: { vi: 'Thăm viếng', en: 'Visit' } },
  { value: 'family-visit', text: { vi: 'Thăm thân', en: 'Family visit' } },
  { value: 'conference', text: { vi: 'Hội nghị', en: 'Conference' } },
];
