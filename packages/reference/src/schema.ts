import { z } from 'zod';
import { HolidayRule } from './holidays/rules.ts';
import { AlertThresholds } from './national/alert-rules.ts';
import { ComparisonArea, UnitShares } from './units/schema.ts';
import { Agency, IndicatorDefinition, PlanDocument, PlannedModel, Reporting } from './programme/schema.ts';

const Day = z.iso.date();

/** A version of an administrative unit: one uid for one time of validity. `valid_from` null = since before the pack, `valid_to` null = today. */
export const Unit = z.object({
  uid: z.string().min(1),
  code: z.string().regex(/^\d{2,5}$/),
  level: z.enum(['province', 'district', 'commune']),
  type: z.string(),
  name_vi: z.string(),
  parent: z.string().nullable(),
  valid_from: Day.nullable(),
  valid_to: Day.nullable(),
  successors: z.array(z.string()),
  lat: z.number().optional(),
  lon: z.number().optional(),
  area_km2: z.number().optional(),
  /** The source's area cannot be right: nothing is computed from it. */
  area_doubtful: z.boolean().default(false),
  population: z.number().optional(),
  /** Pending rows are kept in the pack for their source, and are not loaded. */
  status: z.enum(['loaded', 'pending']),
  source: z.string(),
});
export type Unit = z.infer<typeof Unit>;

/** A kind of facility and what follows from it (contracts.md, Facilities). */
export const FacilityKind = z.object({ kind: z.string(), vi: z.string(), model: z.int().nullable(), tourism: z.boolean(), roomRequired: z.boolean(), registersStays: z.boolean() });
export type FacilityKind = z.infer<typeof FacilityKind>;

/** How long identities are kept: months after a stay has ended, and plates after a coach's trip (dossier 6.3); facilities under a legal hold keep theirs. */
export const Retention = z.object({ identityMonths: z.int().min(1).max(1200), manifestMonths: z.int().min(1).max(1200).default(6), holdFacilities: z.array(z.string()) });
export type Retention = z.infer<typeof Retention>;

/** The files of a locality pack, each with the form it must have. */
export const packFiles = {
  units: z.array(Unit).min(1),
  'unit-shares': z.array(UnitShares),
  'comparison-areas': z.array(ComparisonArea),
  'facility-kinds': z.array(FacilityKind).min(1),
  /** `portalLabels` stand beside the portal's numbers, in its own words. */
  'document-kinds': z.array(z.object({ kind: z.string(), vi: z.string(), portal: z.array(z.string()).min(1), portalLabels: z.array(z.string()).default([]) })).min(1),
  reasons: z.array(z.object({ reason: z.string(), portal: z.string(), vi: z.string() })).min(1),
  'cccd-places': z.record(z.string().regex(/^\d{3}$/), z.string()),
  provinces: z.array(z.object({ code: z.string().regex(/^\d{3}$/), vi: z.string() })).min(1),
  /** Provinces that are gone: until when a paper may name them, and the portal's code of the province that took them in. */
  'former-provinces': z.array(z.object({ vi: z.string().min(1), valid_to: Day, successor: z.string().regex(/^\d{3}$/) })),
  /** `portal` = the portal knows the canonical nationality by this very code, and under this label. */
  nationalities: z.array(z.object({ code: z.string(), canonical: z.string(), vi: z.string(), portal: z.string().optional() })),
  plan: PlanDocument,
  models: z.array(PlannedModel),
  agencies: z.array(Agency),
  reporters: Reporting,
  indicators: z.array(IndicatorDefinition),
  /** Festivals of the locality's own, beside those of the whole country. */
  holidays: z.array(HolidayRule),
  /** `alertRules` = thresholds that differ from those of the country. */
  settings: z.object({ name: z.string(), nightTail: z.enum(['08:00', '23:00']), retention: Retention, alertRules: AlertThresholds.default({}) }),
} as const;
export type Pack = { readonly [Name in keyof typeof packFiles]: z.infer<(typeof packFiles)[Name]> };
