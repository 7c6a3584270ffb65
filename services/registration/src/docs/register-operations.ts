import type { PopulationRegister } from '@da06/events';
import type { Operation } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import { arrayOf, batchOf, binary, json, singleOf, validate, withFile } from './answers.ts';
import { ownRecordExample, recordBatchExample, recordCsvExample, recordExamples, recordItemExamples, recordRejectedExample, recordSheetExample } from './register-examples.ts';

type Texts = { readonly tag: string; readonly schema: string; readonly record: string; readonly about: string };

const texts: Readonly<Record<PopulationRegister, Texts>> = {
  residents: {
    tag: 'Dân cư · Residents', schema: 'Resident', record: 'a change of somebody’s residence',
    about: 'A record is one change of one person’s residence, under your own number of that change; change decides what else is required (schema Resident). The day on is the first it holds for, of a birth the day of its registration. Name, all of the birth date but the year, numbers, address, ethnicity, case of absence and note are sealed. A unit is a uid, or a GSO code read on the day of the record; names are not taken, for they repeat.',
  },
  workers: {
    tag: 'Lao động · Workers', schema: 'Worker', record: 'somebody’s working life from a day on',
    about: 'A record says how somebody works from the day on, under your own number of it; the next one of the person replaces it from its day. Codes of occupation are those of VSCO 2020, of industry those of VSIC 2018 or 2025, named by scheme.',
  },
};

const problems = [400, 403, 413, 415, 503] as const;

const operationsOf = (register: PopulationRegister): readonly Operation[] => {
  const { tag, schema, record, about } = texts[register];
  const [path, example] = [`/v1/${register}`, recordExamples[register]];
  const { item, refused: content } = singleOf(recordItemExamples[register], recordRejectedExample(register));
  const refused = { description: 'Refused, with every fault.', content };
  return [
    { method: 'put', path: `${path}/{ref}`, tag, summary: `Record ${record}, or send it again`, query: validate, body: json(schema, example),
      description: `${about} Content equal to what holds is a duplicate; any other content replaces the whole record. A PUT lets a withdrawn record count again. A commune’s key sends records of its own unit alone, and of those it was made of.`,
      answers: { 201: { description: 'First sending.', content: item }, 200: { description: 'Amended, or a duplicate.', content: item }, 422: refused }, problems },
    { method: 'post', path, tag, summary: 'Record up to 50,000 at once', query: validate,
      description: `The answer, its limits and its receipt are those of stays. A JSON array is read whole before anything is recorded; NDJSON and CSV by line. Columns of CSV and of a sheet are known by their names or their Vietnamese labels, wherever the header stands; GET ${path}/template.xlsx gives the sheet empty. With Accept of a workbook a sheet or CSV comes back with the result of each record; the receipt is then in the header DA06-Receipt.`,
      body: {
        ...json(arrayOf(schema), [example]), 'application/x-ndjson': { schema: { type: 'string' }, example: `${JSON.stringify(example)}\n` }, 'text/csv': { schema: { type: 'string' }, example: recordCsvExample(register) },
        [workbookType]: { schema: binary, example: recordSheetExample(register) },
      },
      answers: withFile(batchOf(recordBatchExample(register), 'None accepted, or no item (batch.empty).')), problems },
    { method: 'post', path: `${path}/{ref}/withdraw`, tag, summary: 'Withdraw a record that was wrong from the beginning', query: validate, body: json('Withdrawal', { reason: 'Nhập nhầm người' }),
      description: 'It counts no more, until it is sent again. What was true and is over is no withdrawal, but another record.',
      answers: { 200: { description: 'Withdrawn, or a duplicate.', content: item }, 202: { description: 'Recorded; no record of this reference is known yet (warning record.not-seen-yet).', content: item }, 422: refused }, problems },
    { method: 'get', path: `${path}/{ref}`, tag, summary: 'Your own record, with its history', description: 'The identity is shown; that it was is recorded before (identity.read). A commune’s key reads records of its own unit alone.',
      answers: { 200: { description: 'The record as it stands, and each event of it.', content: json({ type: 'object' }, { ...ownRecordExample, ...(register === 'workers' && { register, ref: example.ref, registrationNumber: recordItemExamples.workers.registrationNumber, record: example, history: [] }) }) } }, problems: [403, 404, 503] },
    { method: 'get', path: `${path}/template.xlsx`, tag, summary: 'The register’s sheet, empty', description: 'Labels in the first row, (*) beside what every record needs, and the columns’ names in the second; records from the third.',
      answers: { 200: { description: 'A workbook.', content: { [workbookType]: { schema: { type: 'string', format: 'binary' } } } } }, problems: [403] },
  ];
};

/** The routes of the registers of residents and workers. */
export const registerOperations: readonly Operation[] = [...operationsOf('residents'), ...operationsOf('workers')];
