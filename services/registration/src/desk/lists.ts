import { errorCatalogue } from '@da06/errors';
import type { Locality } from '@da06/reference';

/** The lists the page chooses from, all from the locality pack, and hints from the list of codes. */
export type DeskLists = {
  readonly locality: string;
  readonly reasons: readonly { readonly value: string; readonly vi: string }[];
  readonly documents: readonly { readonly value: string; readonly vi: string }[];
  readonly provinces: readonly { readonly value: string; readonly vi: string }[];
  readonly nationalities: readonly { readonly value: string; readonly vi: string }[];
  /** By code: how a file that is refused whole is mended. */
  readonly hints: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, { readonly vi: string; readonly roomRequired: boolean; readonly tourism: boolean; readonly registersStays: boolean }>>;
};

/** Makes them, names with a capital letter, so that they read as entries of a list. */
export const deskLists = ({ name, labels, facilityKinds }: Locality): DeskLists => ({
  locality: name,
  reasons: labels.reasons.map(({ reason, vi }) => ({ value: reason, vi: capital(vi) })),
  documents: labels.documents.map(({ kind, vi }) => ({ value: kind, vi: capital(vi) })),
  provinces: labels.provinces.map(({ code, vi }) => ({ value: code, vi })),
  nationalities: labels.nationalities.map(({ code, vi }) => ({ value: code, vi: capital(vi) })),
  hints: Object.fromEntries(errorCatalogue().flatMap(({ code, hintVi }) => (/^(?:workbook|xml|batch|request)\./.test(code) ? [[code, hintVi]] : []))),
  kinds: Object.fromEntries(facilityKinds.map(({ kind, vi, roomRequired, tourism, registersStays }) => [kind, { vi, roomRequired, tourism, registersStays }])),
});

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
