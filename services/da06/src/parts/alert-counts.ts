import type { AlertCounts } from '@da06/signals';
import type { Warehouse } from '@da06/warehouse';

type Row = { readonly day: string; readonly unit: string; readonly rule: string; readonly alerts: number | null; readonly simulated: number };

const countsSql = `
SELECT toString(c.day) AS day, c.unit_uid AS unit, c.rule AS rule, if(c.suppressed = 1, NULL, toInt32(c.alerts)) AS alerts, c.simulated AS simulated
FROM da06.alert_counts AS c
WHERE c.day BETWEEN toDate({from:String}) AND toDate({to:String})
ORDER BY c.day DESC, unit, rule`;

/** Alerts as the view counts them for everybody: it leaves out what is too few to be told. */
export const alertCounts = (warehouse: Pick<Warehouse, 'query'>): AlertCounts => async (days) => {
  const rows = await warehouse.query<Row>(countsSql, days);
  return rows.map(({ simulated, ...row }) => ({ ...row, simulated: simulated === 1 }));
};
