import { localDay, parseStayTime } from '@da06/domain';
import type { Code } from '@da06/errors';
import { BusinessRegisteredData } from '@da06/events';
import type { Locality } from '@da06/reference';
import { refuses } from '../take-in/draft/outcome.ts';
import { textOf } from '../take-in/fields/claim.ts';
import { isObject, readClaim, requireFields } from '../take-in/fields/read-claim.ts';
import { shown } from '../take-in/fields/read-field.ts';
import type { Finding } from '../take-in/types.ts';
import { businessTable, type BusinessClaim, type BusinessField } from './business-fields.ts';

export type BusinessSetting = { readonly locality: Locality; /** Local day of the receipt. */ readonly today: string; /** uids that a commune's key may write of; undefined = any. */ readonly ownUnits: ReadonlySet<string> | undefined };

/** What a record of a business says. */
export type ReadBusiness = { readonly id: string; readonly found: readonly Finding[]; /** Present exactly when nothing refuses it. */ readonly business?: BusinessRegisteredData; /** Whether the record itself says from when it holds. */ readonly namesDay: boolean };

const idForm = /^[a-z0-9][a-z0-9-]{2,47}$/;
/** Numbers of papers and phones have nine digits and more. */
const longNumber = /(?:\d-?){9}/;
const mostReaders = 10_000;
const [firstDay, lastDay] = ['2000-01-01', '2100-12-31'];

type Telling = { readonly claim: BusinessClaim; readonly found: Finding[] };

/** Reads and checks one record of a business. `given` = the address's id, `before` = what the reader of the file found. */
export const readBusiness = (value: unknown, before: readonly Finding[], setting: BusinessSetting, given?: string): ReadBusiness => {
  const found: Finding[] = [...before];
  if (!isObject(value)) return { id: given ?? '', found: [...found, { pointer: '', code: 'item.not-an-object', received: shown(value) }], namesDay: false };
  const claim = readClaim(value, businessTable, found);
  const telling: Telling = { claim, found };
  requireFields(claim, businessTable.required.filter(({ field }) => field !== 'id' || given === undefined), found);
  const id = checkId(telling, given);
  const validFrom = readDay(telling, 'validFrom') ?? setting.today;
  const closedOn = readDay(telling, 'closedOn') ?? null;
  const readersSince = readDay(telling, 'readersSince') ?? null;
  if (closedOn !== null && closedOn < validFrom) tell(telling, 'closedOn', 'business.closed-before-valid');
  if (Number(textOf(claim.readers) ?? 0) > mostReaders) tell(telling, 'readers', 'field.not-allowed-value');
  const unit = checkUnit(telling, validFrom, setting);
  const namesDay = textOf(claim.validFrom) !== undefined;
  if (refuses(found)) return { id, found, namesDay };
  return { id, found, namesDay, business: BusinessRegisteredData.parse({ id, kind: claim.kind, unit, readers: Number(claim.readers), readersSince, validFrom, closedOn }) };
};

const tell = ({ claim, found }: Telling, field: BusinessField, code: Code): void => void found.push({ pointer: businessTable.pointers[field], code, received: shown(claim[field]) });

const checkId = (telling: Telling, given: string | undefined): string => {
  const named = textOf(telling.claim.id);
  if (given !== undefined && named !== undefined && named !== given) tell(telling, 'id', 'ref.mismatch');
  const id = given ?? named ?? '';
  const pointer = businessTable.pointers.id;
  if (id !== '' && !idForm.test(id)) telling.found.push({ pointer, code: 'facility.id-format', received: shown(id) });
  else if (longNumber.test(id)) telling.found.push({ pointer, code: 'ref.personal', received: id });
  return id;
};

const readDay = (telling: Telling, field: BusinessField): string | undefined => {
  const text = textOf(telling.claim[field]);
  if (text === undefined) return undefined;
  const time = parseStayTime(text);
  if (time === undefined) {
    tell(telling, field, 'date.format');
    return undefined;
  }
  const day = localDay(time.at);
  if (day >= firstDay && day <= lastDay) return day;
  tell(telling, field, 'date.out-of-range');
  return undefined;
};

const checkUnit = (telling: Telling, on: string, { locality, ownUnits }: BusinessSetting): string | undefined => {
  const sent = textOf(telling.claim.unit);
  if (sent === undefined) return undefined;
  const unit = locality.unitByUid(sent) ?? locality.unitAt(sent, on);
  if (unit === undefined) tell(telling, 'unit', 'unit.unknown');
  else if (unit.level !== 'commune') tell(telling, 'unit', 'unit.not-commune');
  else if (ownUnits?.has(unit.uid) === false) tell(telling, 'unit', 'business.not-your-unit');
  else if (!locality.isUnitValid(unit.uid, on)) tell(telling, 'unit', 'unit.not-valid-then');
  return unit?.uid;
};
