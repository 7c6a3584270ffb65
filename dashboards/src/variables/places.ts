import type { Say, Text } from '../text.ts';
import type { VariableSpec } from './spec.ts';

const eachDay = { vi: 'theo địa giới của từng thời điểm', en: 'boundaries of the time itself' };

/** On the boundaries of which day places are counted: those of the time itself, or those that began or ended on a reform. Statements take {@link chosenBoundary}. */
const boundaryWith = (unchosen: Text): VariableSpec => ({
  name: 'boundary',
  label: { vi: 'Địa giới', en: 'Boundaries' },
  choose: 'one',
  first: { value: 'each', text: unchosen },
  sql: (say) => `
SELECT value, text FROM
(
    SELECT 'each' AS value, '${say(unchosen)}' AS text, toDate('2149-06-06') AS place
    UNION ALL
    SELECT toString(day) AS value, concat('${say({ vi: 'ngày ', en: 'of ' })}', toString(day)) AS text, toDate(day) AS place
    FROM (SELECT DISTINCT arrayJoin([valid_from, valid_from - 1]) AS day FROM units WHERE level = 'commune' AND valid_from > '1970-01-02')
)
ORDER BY place DESC`,
});
export const boundary = boundaryWith(eachDay);

/** The same where figures of all times stand on the boundaries of one day: the newest, if none is chosen. */
export const oneBoundary = boundaryWith({ vi: 'địa giới hiện nay', en: 'present boundaries' });

/** The argument `boundary` of the `_at` views: a day, or empty for the boundaries of the time itself. */
export const chosenBoundary = "extract(${boundary:singlequote}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')";

const communes = (say: Say, where: string): string => `
SELECT uid, concat(name_vi, multiIf(valid_to < '2299-12-31', concat('${say({ vi: ' (đến ', en: ' (until ' })}', toString(valid_to), ')'), valid_from > '1900-01-01', concat('${say({ vi: ' (từ ', en: ' (since ' })}', toString(valid_from), ')'), '')) AS text
FROM units
WHERE level = 'commune' AND ${where}
ORDER BY valid_to DESC, name_vi, uid`;
const onChosen = `${chosenBoundary} BETWEEN toString(valid_from) AND toString(valid_to)`;

/** Communes of the chosen boundaries; without one, of every time, each with the time it was valid in, for names come again. Needs {@link boundary} on the same board. */
export const unit: VariableSpec = {
  name: 'unit',
  label: { vi: 'Đơn vị hành chính', en: 'Administrative unit' },
  choose: 'several',
  sql: (say) => communes(say, `(${chosenBoundary} = '' OR ${onChosen})`),
};

/** Communes of the chosen boundaries; without one, those there are. Needs {@link oneBoundary} on the same board. */
export const unitOfBoundary: VariableSpec = { ...unit, sql: (say) => communes(say, `if(${chosenBoundary} = '', valid_to >= '2299-12-31', ${onChosen})`) };

/** Nothing but whether all units are chosen: a constant for the engine. */
const allUnits = '$__conditionalAll(1 = 0, $unit)';
const chosenUnits = "place_kind = 'unit' AND $__conditionalAll(place IN (${unit:singlequote}), $unit)";

/** Rows of the whole territory, or those of the chosen units: one kind of place, so that nothing is counted twice. */
export const ofPlace = `if(${allUnits}, place_kind = 'all', ${chosenUnits})`;

/** Rows of each unit, or of the chosen ones. */
export const ofEachUnit = chosenUnits;
