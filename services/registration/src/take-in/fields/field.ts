import type { Code } from '@da06/errors';
import type { ClaimField } from './claim.ts';

/**
 * What a field may hold. `text`: a string. `code`: a string of signs, for which an integer is taken with a warning (it may have lost
 * its leading zeros). `number`: a list number of the portal, as integer or text, also with its label ("1 - Du lịch"). `integer`: a whole number.
 */
export type FieldType = 'text' | 'code' | 'number' | 'integer' | 'time';

/** One row of a table of fields: the source of what is checked and of what is documented. `Name` = the names of the claim it is read into. */
export type Field<Name extends string = ClaimField> = {
  readonly field: Name;
  /** Keys from the record to the value. */
  readonly path: readonly string[];
  readonly pointer: string;
  readonly type: FieldType;
  /** Longest text, in UTF-16 units. */
  readonly max: number;
  /** Greatest whole number; of a revision where left out. */
  readonly most?: number;
  readonly required: boolean;
  readonly allowed?: readonly string[];
  /** Code of a value that is not allowed. */
  readonly refusal?: Code;
  readonly en: string;
  /** Words that are understood for values, folded (`foldName`). */
  readonly words?: ReadonlyMap<string, string>;
  /** Its column in our CSV and sheets, and that column's Vietnamese label; of a table whose columns are not listed elsewhere. */
  readonly column?: string;
  readonly vi?: string;
};

type FieldOptions = { readonly max?: number; readonly most?: number; readonly required?: boolean; readonly allowed?: readonly string[]; readonly refusal?: Code; readonly words?: ReadonlyMap<string, string>; readonly column?: string; readonly vi?: string };

/** Makes a row; `path` is written with dots. */
export const field = <Name extends string>(name: Name, path: string, type: FieldType, en: string, { max = 200, required = false, ...rest }: FieldOptions = {}): Field<Name> => {
  const keys = path.split('.');
  return { field: name, path: keys, pointer: `/${keys.join('/')}`, type, max, required, en, ...rest };
};
