import { leadersOn } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { KeyRole, LeadAgency } from '@da06/events';
import type { KeyHolder } from '@da06/service-kit';

/** Who may see what is reported. A wall is in everybody's sight: it gets the models and the consolidated month, not each unit's reports. */
export const readers: readonly KeyRole[] = ['officer', 'commune', 'standing', 'analyst', 'admin'];
export const readersAndWall: readonly KeyRole[] = [...readers, 'wall'];
/** Who carries models out. */
export const rollers: readonly KeyRole[] = ['officer', 'standing', 'admin'];
/** Who files reports. */
export const reporters: readonly KeyRole[] = ['officer', 'commune', 'standing', 'admin'];
/** Who asks for reports beside the monthly ones. */
export const requesters: readonly KeyRole[] = ['standing', 'admin'];

/** The standing agency keeps every model; an officer those that the own agency leads on the day, also in another's succession. @throws AppError `request.forbidden`. */
export const assertRolls = (holder: KeyHolder, leads: readonly LeadAgency[], today: string): void => {
  if (holder.role === 'officer' && !leadersOn(leads, today).some(({ code }) => code === holder.agency)) throw new AppError('request.forbidden');
};

/** The standing agency files anybody's report, an officer the own agency's, a commune its own. @throws AppError `request.forbidden`. */
export const assertReportsFor = (holder: KeyHolder, reporter: string): void => {
  const own = holder.role === 'officer' ? holder.agency : holder.role === 'commune' ? holder.unit : reporter;
  if (own !== reporter) throw new AppError('request.forbidden');
};
