import { z } from 'zod';
import { Instant } from '../envelope.ts';

const Count = z.int().min(0).max(1_000_000);

/** An incident (vụ việc) as it is known now, whole: never a person, a plate, an address or free text. */
export const incidentFields = {
  ref: z.string().min(1).max(64),
  revision: z.int().min(0).max(4_294_967_295),
  kind: z.enum(['crime', 'drug', 'economic', 'environment', 'traffic-accident', 'fire-explosion', 'public-order', 'social-evil', 'denunciation', 'cyber', 'other']),
  /** uid of the administrative unit in which it happened. */
  unit: z.string(),
  /** Null = it is only known when it was reported. */
  happenedAt: Instant.nullable(),
  reportedAt: Instant,
  /** Null = not handled yet. */
  handledAt: Instant.nullable(),
  /** How the police came to know of it. */
  channel: z.enum(['in-person', 'phone', 'hotline-113', 'vneid', 'camera', 'traffic', 'patrol', 'other-unit', 'other']),
  outcome: z.enum(['open', 'solved', 'prosecuted', 'administrative', 'transferred', 'unfounded']),
  losses: z.object({ deaths: Count, injured: Count, damageVnd: z.int().min(0).max(1_000_000_000_000_000) }),
  /** How many are suspected: a number, nobody. */
  suspects: Count,
  /** Of a traffic accident: where it happened; '' of any other kind. */
  means: z.enum(['road', 'rail', 'water', '']),
};
