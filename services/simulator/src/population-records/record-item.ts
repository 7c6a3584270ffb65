import { inventName } from '../people/names.ts';
import { createDraw } from '../random.ts';
import { dayText } from '../population/days.ts';
import { writeEthnic } from '../population/ethnic-groups.ts';
import type { Resident } from '../population/resident.ts';
import type { TruthHolder, TruthResident, TruthWorker } from '../population/truth.ts';
import type { Entry } from './entry.ts';
import type { RecordFlaw } from './flaws.ts';
import { styleOf } from './style.ts';

const nameStream = 71;

type Item = Record<string, unknown>;

/** A record as `POST /v1/residents` and `/v1/workers` take it, spoilt if told so. What has no value is undefined: it is not written. */
export const recordItem = (entry: Entry, seed: number): Item => {
  const { ref, revision, fact, mistypedAddress, flaw } = entry;
  const { content, about } = fact;
  const style = styleOf(seed, fact.register, entry.style);
  const { hamlet, address } = fact.living;
  const writeDay = (day: string): string => (style.vietnameseDays ? day.split('-').reverse().join('/') : day);
  const { on, unit, formerUnit } = content;
  const item: Item = {
    ref, revision, on: writeDay(on), person: personOf(seed, about, content, style.ethnic), unit: unit === '' ? undefined : style.unitAsCode ? unit.slice(1, 6) : unit,
    formerUnit: told(formerUnit), hamlet, address: mistypedAddress ? `${address} (nhập nhầm)` : address,
    ...(content.what === 'worker' ? workOf(content) : changeOf(content, writeDay)),
  };
  if (flaw !== undefined) spoil(item, flaw.field, dayText(fact.day - 3));
  return item;
};

const told = (text: string): string | undefined => (text === '' ? undefined : text);

const personOf = (seed: number, about: Resident, content: Entry['fact']['content'], ethnicStyle: number): Item => {
  const name = inventName(createDraw(seed, nameStream, about.no), about.sex, about.nationality, told(about.family));
  const common = { fullName: name, sex: content.sex };
  const ethnicity = 'ethnicity' in content && content.ethnicity !== '' ? writeEthnic(content.ethnicity, ethnicStyle) : undefined;
  if (content.what === 'birth') return { ...common, birthDate: dayText(about.birth), ethnicity };
  const { kind, number, issuingState } = content.paper;
  return {
    ...common, birthDate: birthDateOf(about, content), nationality: content.nationality, ethnicity,
    document: { kind, number, formerNumber: told(content.formerNumber), issuingState: issuingState === 'VNM' ? undefined : issuingState },
    // 0590…: a block of a prefix that passes for a mobile number, and which is not given to subscribers.
    phone: about.no % 3 === 0 ? undefined : `0590${String(about.no % 1_000_000).padStart(6, '0')}`,
  };
};

/** A year that was mistyped may not have the leap day. */
const birthDateOf = ({ birth, yearOnly }: Resident, { birthYear }: TruthHolder): string => {
  const text = dayText(birth);
  if (yearOnly) return String(birthYear);
  return `${birthYear}${text.endsWith('-02-29') && text !== `${birthYear}-02-29` ? '-02-28' : text.slice(4)}`;
};

const changeOf = (content: TruthResident, writeDay: (day: string) => string): Item => {
  const living = 'household' in content && content.household !== '' ? { household: { number: content.household, relation: content.relation } } : {};
  switch (content.what) {
    case 'permanent':
      return { change: 'permanent', cause: content.cause, ...living };
    case 'temporary':
      return { change: 'temporary', cause: content.cause, until: writeDay(content.until), ...living };
    case 'renewal':
      return { change: 'renewal', until: writeDay(content.until), ...living };
    case 'move':
      return { change: 'move', destination: content.destination, ...living };
    case 'end':
      return { change: 'end', ends: content.ends, cause: content.cause };
    case 'absence':
      return { change: 'absence', until: content.until === '' ? undefined : writeDay(content.until), absence: { case: content.case, destination: 'Tỉnh Mẫu' } };
    case 'household':
      return { change: 'household', kind: content.kind, ...living };
    case 'return':
    case 'birth':
    case 'death':
      return { change: content.what };
  }
};

const workOf = ({ status, position, occupation, industry, contract, socialInsurance, unemploymentInsurance, training, unemployedSince }: TruthWorker): Item => ({
  status, position: told(position), occupation: told(occupation), industry: industry.code === '' ? undefined : industry, contract: told(contract), socialInsurance: told(socialInsurance),
  unemploymentInsurance: told(unemploymentInsurance), training: told(training), unemployedSince: told(unemployedSince),
});

const spoil = (item: Item, field: RecordFlaw['field'], dayBefore: string): void => {
  const person = item['person'] as Item;
  switch (field) {
    case 'fullName':
      delete person['fullName'];
      return;
    case 'birthDate':
      person['birthDate'] = '1990-13-01';
      return;
    case 'sex':
      person['sex'] = 'Z';
      return;
    case 'nationality':
      person['nationality'] = 'QQQ';
      return;
    case 'number':
      (person['document'] as Item)['number'] = '0709';
      return;
    case 'unit':
      item['unit'] = 'Xã Tân Khai';
      return;
    case 'on':
      item['on'] = '2026-02-30';
      return;
    case 'change':
      item['change'] = 'marriage';
      return;
    case 'status':
      item['status'] = 'retired';
      return;
    case 'until':
      item['until'] = dayBefore;
  }
};
