import type { Sending } from '../feed/sending.ts';
import type { FacilityPlan } from '../world/facility.ts';

/** The requests that register the facilities and their changes; they need a key that may (admin, standing). Sent again, they change nothing. */
export const openings = (plans: readonly FacilityPlan[], at: number): Sending[] =>
  plans.flatMap(({ id, body, changes }) => {
    const common = { at, facility: id, contentType: 'application/json', expected: { about: 'facility' } } as const;
    return [
      { ...common, method: 'POST' as const, path: '/v1/facilities', body: JSON.stringify(body) },
      ...changes.map((change) => ({ ...common, method: 'PUT' as const, path: `/v1/facilities/${id}`, body: JSON.stringify(change) })),
    ];
  });
