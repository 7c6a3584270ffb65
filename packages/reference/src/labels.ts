import countries from 'i18n-iso-countries';
import type { Pack } from './schema.ts';

/** A code of the lodging portal's lists with the label the portal writes beside it. */
export type PortalCode = { readonly code: string; readonly label: string };

/** The lists as people read them, and the way back from our names to the portal's codes. */
export type Labels = {
  readonly documents: readonly { readonly kind: string; readonly vi: string }[];
  /** In the portal's order. */
  readonly reasons: readonly { readonly reason: string; readonly vi: string }[];
  readonly provinces: readonly { readonly code: string; readonly vi: string }[];
  /** Each canonical nationality once, Vietnam first, then by name. */
  readonly nationalities: readonly { readonly code: string; readonly vi: string }[];
  /** The portal's code of a document kind; `number` chooses where the portal has two for one kind, as it has for the identity card. */
  readonly portalDocument: (kind: string, number?: string) => PortalCode | undefined;
  readonly portalReason: (reason: string) => PortalCode | undefined;
  readonly portalProvince: (code: string) => PortalCode | undefined;
  /** The portal's code of a nationality: ISO 3166 alpha-3 but for its oddities (Germany is D). */
  readonly portalNationality: (code: string) => PortalCode | undefined;
};

/** Builds the labels of a pack. The Vietnamese names of countries must be registered with the library before. */
export const labelsOf = (pack: Pack): Labels => {
  const names = nationalityNames(pack);
  const documents = new Map(pack['document-kinds'].map((kind) => [kind.kind, kind.portal.map((code, place) => ({ code, label: kind.portalLabels[place] ?? kind.vi }))]));
  const reasons = new Map(pack.reasons.map(({ reason, portal, vi }) => [reason, { code: portal, label: vi }]));
  const provinces = new Map(pack.provinces.map(({ code, vi }) => [code, { code, label: vi }]));
  const oddities = new Map(pack.nationalities.flatMap(({ code, canonical, portal }) => (portal === undefined ? [] : [[canonical, { code, label: portal }] as const])));
  const collator = new Intl.Collator('vi');
  return {
    documents: pack['document-kinds'].map(({ kind, vi }) => ({ kind, vi })),
    reasons: [...pack.reasons].sort((a, b) => Number(a.portal) - Number(b.portal)).map(({ reason, vi }) => ({ reason, vi })),
    provinces: pack.provinces.map(({ code, vi }) => ({ code, vi })).sort((a, b) => collator.compare(a.vi.replace(/^TP\. /, ''), b.vi.replace(/^TP\. /, ''))),
    nationalities: [...names].map(([code, vi]) => ({ code, vi })).sort((a, b) => Number(b.code === 'VNM') - Number(a.code === 'VNM') || collator.compare(a.vi, b.vi)),
    portalDocument: (kind, number) => {
      const codes = documents.get(kind);
      return codes?.find(({ code }) => code === number) ?? codes?.[0];
    },
    portalReason: (reason) => reasons.get(reason),
    portalProvince: (code) => provinces.get(code),
    portalNationality: (code) => {
      const name = names.get(code);
      return oddities.get(code) ?? (name === undefined ? undefined : { code, label: name });
    },
  };
};

const nationalityNames = (pack: Pack): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [alpha2, name] of Object.entries(countries.getNames('vi'))) names.set(countries.alpha2ToAlpha3(alpha2) ?? alpha2, name);
  for (const { code, canonical, vi } of pack.nationalities) if (code === canonical) names.set(code, vi);
  return names;
};
