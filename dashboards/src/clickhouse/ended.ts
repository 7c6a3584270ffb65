import type { Say } from '../text.ts';

/** Behind the name of a unit whose days end before those of the others: names come again after a reform. In a statement grouped by unit, over a column `day`. */
export const ended = (say: Say): string => `if(max(day) < max(max(day)) OVER (), concat('${say({ vi: ' (đến ', en: ' (until ' })}', formatDateTime(max(day), '%d/%m/%Y'), ')'), '')`;
