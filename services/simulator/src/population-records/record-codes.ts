import { dayNumber } from '../population/days.ts';
import type { Fact } from '../population/facts.ts';

/** An old identity paper has no value from 2025-01-01 on (Law on Identity 26/2023). */
const cmndEnds = '2025-01-01';
const birthTold = 60;

/** Warnings that a record must be answered with for what it says, whoever sends it and when. */
export const codesOfFact = ({ about, content }: Fact): readonly string[] => {
  if (content.what === 'birth') return dayNumber(content.on) - about.birth > birthTold ? ['birth.registered-late'] : [];
  return content.paper.kind === 'cmnd' && content.on >= cmndEnds ? ['document.cmnd-expired'] : [];
};
