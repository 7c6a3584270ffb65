import { MappingType, SpecialValueMatch, type ValueMapping, type ValueMappingResult } from '@grafana/data';

const isNaNumber = (value: unknown): boolean => typeof value === 'number' && Number.isNaN(value);

const isSpecial = (match: SpecialValueMatch, value: unknown): boolean => {
  switch (match) {
    case SpecialValueMatch.True: return value === true;
    case SpecialValueMatch.False: return value === false;
    case SpecialValueMatch.Null: return value === null || value === undefined;
    case SpecialValueMatch.NaN: return isNaNumber(value);
    case SpecialValueMatch.NullAndNaN: return value === null || value === undefined || isNaNumber(value);
    case SpecialValueMatch.Empty: return value === '';
  }
};

const isInside = (from: number | null, to: number | null, value: unknown): boolean =>
  typeof value === 'number' && !Number.isNaN(value) && value >= (from ?? -Infinity) && value <= (to ?? Infinity);

const matched = (mapping: ValueMapping, value: unknown): ValueMappingResult | undefined => {
  switch (mapping.type) {
    case MappingType.ValueToText: return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? mapping.options[String(value)] : undefined;
    case MappingType.RangeToText: return isInside(mapping.options.from, mapping.options.to, value) ? mapping.options.result : undefined;
    case MappingType.SpecialValue: return isSpecial(mapping.options.match, value) ? mapping.options.result : undefined;
    // No board of ours maps by a pattern.
    case MappingType.RegexToText: return undefined;
  }
};

/** What a field's mappings make of a value, the first that fits, as @grafana/data reads them (it does not export this); undefined where none fits. */
export const mappingOf = (mappings: readonly ValueMapping[] | undefined, value: unknown): ValueMappingResult | undefined => {
  for (const mapping of mappings ?? []) {
    const result = matched(mapping, value);
    if (result !== undefined) return result;
  }
  return undefined;
};

/** The text that a mapping gives a value, if one does. */
export const mappedText = (mappings: readonly ValueMapping[] | undefined, value: unknown): string | undefined => mappingOf(mappings, value)?.text;
