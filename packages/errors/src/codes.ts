import { complianceCodes } from './codes-compliance.ts';
import { facilityCodes } from './codes-facility.ts';
import { fieldCodes } from './codes-field.ts';
import { fileCodes } from './codes-file.ts';
import { incidentCodes } from './codes-incident.ts';
import { personCodes } from './codes-person.ts';
import { populationCodes } from './codes-population.ts';
import { programmeCodes } from './codes-programme.ts';
import { requestCodes } from './codes-request.ts';
import { securityCodes } from './codes-security.ts';
import { stayCodes } from './codes-stay.ts';
import { systemCodes } from './codes-system.ts';
import type { CodeEntry } from './severity.ts';

/** The closed list of codes. A code never changes its meaning; a new meaning is a new code. */
export const codes = { ...requestCodes, ...fieldCodes, ...fileCodes, ...facilityCodes, ...stayCodes, ...personCodes, ...populationCodes, ...complianceCodes, ...incidentCodes, ...programmeCodes, ...securityCodes, ...systemCodes } as const satisfies Record<string, CodeEntry>;
export type Code = keyof typeof codes;

/** Whether a text is one of our codes. */
export const isCode = (text: string): text is Code => Object.hasOwn(codes, text);

/** The list as `GET /v1/errors` answers it. */
export const errorCatalogue = (): readonly ({ code: Code } & CodeEntry)[] => (Object.keys(codes) as Code[]).map((code) => ({ code, ...codes[code] }));
