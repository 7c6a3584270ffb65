import { departureFields, foreignFields, vietnameseFields } from '../fields/kbtt-fields.ts';
import { sheetFields, xmlFields } from '../fields/file-fields.ts';
import { fieldTable } from '../fields/read-claim.ts';
import { cancelFields, checkOutFields, patchFields, stayFields } from '../fields/stay-fields.ts';

/** The tables of fields of every shape, ready for reading. */
export const stayTable = fieldTable(stayFields);
export const patchTable = fieldTable(patchFields);
export const checkOutTable = fieldTable(checkOutFields);
export const cancelTable = fieldTable(cancelFields);
export const foreignTable = fieldTable(foreignFields);
export const vietnameseTable = fieldTable(vietnameseFields);
export const sheetTable = fieldTable(sheetFields);
export const xmlTable = fieldTable(xmlFields);
export const departureTable = fieldTable(departureFields);
