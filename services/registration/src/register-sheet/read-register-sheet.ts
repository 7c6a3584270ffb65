import type { PopulationRegister } from '@da06/events';
import { headerFinder } from '../portal-sheet/find-header.ts';
import { aboutColumns, columnsOf, isBlankRow, openSheet, placeOfRow, readRow, type OpenSheet, type ReadSheet, type SheetItem, type SheetKind } from '../portal-sheet/sheet-rows.ts';
import { recordColumns, recordFieldsOf } from '../take-in/register/columns.ts';
import type { RecordField } from '../take-in/register/record-claim.ts';
import { checkCount } from '../take-in/read/read-json.ts';
import type { Finding } from '../take-in/types.ts';
import { registerSheetName } from './template.ts';

const kindOf = (register: PopulationRegister): SheetKind<RecordField> => ({
  name: registerSheetName[register],
  finder: headerFinder(recordColumns(register).flatMap(({ column, label, row }) => [[column, row.field], [label, row.field]] as const)),
  fields: new Map(recordFieldsOf(register).map((row) => [row.field, row])),
});
const kinds: Readonly<Record<PopulationRegister, SheetKind<RecordField>>> = { residents: kindOf('residents'), workers: kindOf('workers') };

/**
 * The records of a register's sheet, found by the names of its columns or their labels wherever the header stands.
 * @throws AppError `workbook.header-missing`, `batch.empty`, `batch.too-many-items`, and as `readWorkbook`.
 */
export const readRegisterSheet = async (bytes: Uint8Array, register: PopulationRegister): Promise<ReadSheet> => {
  const sheet = await openSheet(bytes, kinds[register]);
  const rows = sheet.rows.filter((row) => row.number > sheet.header.lastRow && !isBlankRow(row, sheet));
  checkCount(rows.length);
  return { items: itemsOf(rows, sheet), columns: columnsOf(sheet) };
};

function* itemsOf(rows: OpenSheet<RecordField>['rows'], sheet: OpenSheet<RecordField>): Generator<SheetItem> {
  let about: readonly Finding[] = aboutColumns(sheet);
  for (const [index, row] of rows.entries()) {
    const { texts, value, found } = readRow(row, sheet);
    const all = [...about, ...found];
    yield { index, at: placeOfRow(row), row: texts, value, ...(all.length > 0 ? { found: all } : {}) };
    about = [];
  }
}
