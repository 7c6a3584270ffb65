import { alertRulePublishedType, facilityChangedType, facilityClosedType, facilityRegisteredType, holidayPublishedType, indicatorDefinedType, unitPublishedType, type AlertRulePublishedData, type FacilityClosed, type FacilityFields, type HolidayPublishedData, type IndicatorDefinedData, type UnitPublishedData } from '@da06/events';
import { createKeys, type Keys } from '@da06/service-kit';
import { createComplianceRegistry, type ComplianceRegistry } from './compliance.ts';
import { createIncidentRegistry, type IncidentRegistry } from './incidents.ts';

/** A facility with what it was from which day on. */
export type FacilityRecord = {
  /** What it was registered with, before any change. */
  readonly registered: FacilityFields;
  /** Earliest first, one a day of validity. */
  readonly versions: readonly FacilityFields[];
  readonly closedOn: string | undefined;
};

/** Facilities, keys, units, definitions, businesses, inspections, outages and incidents as the log tells them. */
export type Registry = Omit<ComplianceRegistry & IncidentRegistry, 'apply' | 'clear'> & {
  readonly apply: IncidentRegistry['apply'];
  /** Forgets everything: it is read anew. */
  readonly clear: () => void;
  readonly facility: (id: string) => FacilityRecord | undefined;
  readonly facilities: () => readonly FacilityRecord[];
  /** What was published last of a unit (by uid) or an indicator (by code), by the type of its event. */
  readonly published: (type: string, subject: string) => object | undefined;
  readonly keys: Pick<Keys, 'byHash' | 'has'>;
};

export const createRegistry = (): Registry => {
  const facilities = new Map<string, FacilityRecord>();
  const published = new Map<string, object>();
  const compliance = createComplianceRegistry();
  const incidents = createIncidentRegistry();
  const keys = createKeys();
  return {
    ...compliance,
    ...incidents,
    apply: (event) => {
      const { type, data } = event;
      incidents.apply(event);
      keys.apply({ type, data });
      if (type === facilityRegisteredType) {
        const fields = data as FacilityFields;
        facilities.set(fields.id, { registered: fields, versions: [fields], closedOn: undefined });
      } else if (type === facilityChangedType) {
        const fields = data as FacilityFields;
        const known = facilities.get(fields.id);
        facilities.set(fields.id, known === undefined ? { registered: fields, versions: [fields], closedOn: undefined } : changed(known, fields));
      } else if (type === facilityClosedType) {
        const { id, on } = data as FacilityClosed['data'];
        const known = facilities.get(id);
        if (known !== undefined) facilities.set(id, { ...known, closedOn: on });
      } else if (type === unitPublishedType) {
        published.set(`${type} ${(data as UnitPublishedData).uid}`, data);
      } else if (type === holidayPublishedType) {
        const { code, year } = data as HolidayPublishedData;
        published.set(`${type} ${code}/${year}`, data);
      } else if (type === alertRulePublishedType) {
        published.set(`${type} ${(data as AlertRulePublishedData).rule}`, data);
      } else if (type === indicatorDefinedType) {
        published.set(`${type} ${(data as IndicatorDefinedData).code}`, data);
      } else compliance.apply({ type, data });
    },
    clear: () => {
      facilities.clear();
      published.clear();
      compliance.clear();
      incidents.clear();
      keys.clear();
    },
    facility: (id) => facilities.get(id),
    facilities: () => [...facilities.values()],
    published: (type, subject) => published.get(`${type} ${subject}`),
    keys,
  };
};

/** A change takes the place of one from the same day; one from after the closing opens the facility again. */
const changed = (known: FacilityRecord, fields: FacilityFields): FacilityRecord => ({
  registered: known.registered,
  versions: [...known.versions.filter(({ validFrom }) => validFrom !== fields.validFrom), fields].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  closedOn: known.closedOn !== undefined && fields.validFrom >= known.closedOn ? undefined : known.closedOn,
});
