import type { LeadAgency } from '@da06/events';

/** Who leads a model on a local day: the plan's agencies while they last, then who came after them, each once. Empty where nobody is known to. */
export const leadersOn = (leads: readonly LeadAgency[], day: string): readonly LeadAgency[] =>
  leads.filter(({ code, from, to }, index) => (from ?? '') <= day && day <= (to ?? '9999') && leads.findIndex((other) => other.code === code && (other.from ?? '') <= day && day <= (other.to ?? '9999')) === index);
