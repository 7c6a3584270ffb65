import { businessRegisteredType, inspectionRecordedType, outageDeclaredType, type BusinessRegisteredData, type InspectionRecordedData, type OutageDeclaredData } from '@da06/events';
import { withVersion, type BusinessRecord } from './business-record.ts';
import { revised, type Revised } from './revisions.ts';

/** Businesses, inspections and outages as the log tells them. */
export type ComplianceRegistry = {
  /** Events of other types are passed over. */
  readonly apply: (event: { readonly type: string; readonly data: object }) => void;
  readonly clear: () => void;
  readonly business: (id: string) => BusinessRecord | undefined;
  readonly businesses: () => readonly BusinessRecord[];
  readonly inspection: (facility: string, ref: string) => Revised<InspectionRecordedData> | undefined;
  readonly inspectionsOf: (facility: string) => readonly InspectionRecordedData[];
  readonly outage: (ref: string) => Revised<OutageDeclaredData> | undefined;
  readonly outages: () => readonly OutageDeclaredData[];
};

export const createComplianceRegistry = (): ComplianceRegistry => {
  const businesses = new Map<string, BusinessRecord>();
  const inspections = new Map<string, Map<string, Revised<InspectionRecordedData>>>();
  const outages = new Map<string, Revised<OutageDeclaredData>>();
  return {
    apply: ({ type, data }) => {
      if (type === businessRegisteredType) {
        const business = data as BusinessRegisteredData;
        businesses.set(business.id, withVersion(businesses.get(business.id) ?? [], business));
      } else if (type === inspectionRecordedType) {
        const inspection = data as InspectionRecordedData;
        const of = inspections.get(inspection.facility) ?? new Map<string, Revised<InspectionRecordedData>>();
        inspections.set(inspection.facility, of.set(inspection.ref, revised(of.get(inspection.ref), inspection)));
      } else if (type === outageDeclaredType) {
        const outage = data as OutageDeclaredData;
        outages.set(outage.ref, revised(outages.get(outage.ref), outage));
      }
    },
    clear: () => {
      businesses.clear();
      inspections.clear();
      outages.clear();
    },
    business: (id) => businesses.get(id),
    businesses: () => [...businesses.values()],
    inspection: (facility, ref) => inspections.get(facility)?.get(ref),
    inspectionsOf: (facility) => [...(inspections.get(facility)?.values() ?? [])].map(({ held }) => held),
    outage: (ref) => outages.get(ref),
    outages: () => [...outages.values()].map(({ held }) => held),
  };
};
