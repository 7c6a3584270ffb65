import { demonstrationPrefix, instant } from '@da06/domain';
import type { Count } from '@da06/programme';
import { facilityMonths } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';

/** The indicators of models 9 to 12 that nobody has to enter: facilities with an account, and those of them that were heard of. */
export const countFacilities = (warehouse: Pick<Warehouse, 'query'>): Count => async (period) => {
  const { recordedAt, months } = await facilityMonths(warehouse, { ...period, prefix: demonstrationPrefix });
  return months.flatMap(({ period: month, model, facilities, reporting, marked }) => {
    const of = (name: string, value: number) => ({ code: `m${String(model).padStart(2, '0')}.${name}`, period: month, unit: '', value, knownTo: instant(recordedAt), simulated: marked > 0 });
    return [of('facilities', facilities), of('reporting', reporting)];
  });
};
