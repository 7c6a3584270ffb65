import type { SectionSpec } from '../board.ts';
import { registered } from './texts.ts';

/** A section of which every tile says that its figures are those of a register. */
export const labelled = (section: SectionSpec): SectionSpec => ({ ...section, panels: section.panels.map((panel) => ({ ...panel, description: registered(panel.description) })) });
