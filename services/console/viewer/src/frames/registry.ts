import {
  FieldConfigOptionsRegistry, booleanOverrideProcessor, dataLinksOverrideProcessor, displayNameOverrideProcessor, identityOverrideProcessor, numberOverrideProcessor,
  stringOverrideProcessor, unitOverrideProcessor, valueMappingsOverrideProcessor, type FieldConfigPropertyItem,
} from '@grafana/data';
import type { FieldConfigSource } from '@grafana/grafana-foundation-sdk/dashboard';

type Process = FieldConfigPropertyItem['process'];

/** The first step of thresholds has no bound below; JSON writes that as null. */
const thresholds: Process = (value: unknown) => {
  if (typeof value !== 'object' || value === null || !('steps' in value) || !Array.isArray(value.steps)) return undefined;
  return { ...value, steps: value.steps.map((step: { readonly value: number | null }) => ({ ...step, value: step.value ?? -Infinity })) };
};

/** What every kind of panel knows of a field, with how Grafana reads each. */
const standard: Readonly<Record<string, Process>> = {
  displayName: displayNameOverrideProcessor, unit: unitOverrideProcessor, decimals: numberOverrideProcessor, min: numberOverrideProcessor, max: numberOverrideProcessor,
  fieldMinMax: booleanOverrideProcessor, noValue: stringOverrideProcessor, mappings: valueMappingsOverrideProcessor, thresholds, color: identityOverrideProcessor,
  links: dataLinksOverrideProcessor, filterable: booleanOverrideProcessor, description: stringOverrideProcessor,
};

const nothing = (): null => null;

const item = (id: string, process: Process, isCustom: boolean): FieldConfigPropertyItem => ({
  id, path: isCustom ? id.slice('custom.'.length) : id, name: id, isCustom, process, shouldApply: () => true, override: nothing, editor: nothing, settings: {},
});

const customIds = ({ defaults, overrides }: FieldConfigSource): readonly string[] => {
  const custom: unknown = defaults.custom;
  const general = typeof custom === 'object' && custom !== null ? Object.keys(custom).map((key) => `custom.${key}`) : [];
  return [...new Set([...general, ...overrides.flatMap(({ properties }) => properties.map(({ id }) => id)).filter((id) => id.startsWith('custom.'))])];
};

/**
 * The properties a panel sets. Grafana has each plugin register its own; a panel without its plugin names them itself,
 * so whatever its JSON sets below `custom` reaches who draws it.
 */
export const registryFor = (source: FieldConfigSource): FieldConfigOptionsRegistry =>
  new FieldConfigOptionsRegistry(() => [
    ...Object.entries(standard).map(([id, process]) => item(id, process, false)),
    ...customIds(source).map((id) => item(id, identityOverrideProcessor, true)),
  ]);
