/** Boards of a wall, one after the other. */
export type Rotation = { readonly uids: readonly string[]; /** Seconds. */ readonly every: number };

const shortest = 5;
const usual = 30;

/** `rotate=tong-quan,dan-cu&every=30`; boards that this key may not open are passed over. Undefined unless there are two or more, so that a single board stays. */
export const rotationOf = (query: URLSearchParams, uids: readonly string[]): Rotation | undefined => {
  const wanted = [...new Set((query.get('rotate') ?? '').split(',').map((uid) => uid.trim()))].filter((uid) => uids.includes(uid));
  const every = Number(query.get('every') ?? usual);
  return wanted.length < 2 ? undefined : { uids: wanted, every: Number.isFinite(every) ? Math.max(every, shortest) : usual };
};

/** The board after this one; the first, if this one is not among them. */
export const nextOf = ({ uids }: Rotation, uid: string): string => uids[(uids.indexOf(uid) + 1) % uids.length] ?? uid;

/** The address of a board in the rotation: what belongs to the wall goes along, what belongs to a board does not. */
export const rotationUrl = (uid: string, query: URLSearchParams): string => {
  const kept = [...query].filter(([name]) => ['kiosk', 'rotate', 'every', 'theme'].includes(name)).map(([name, value]) => (value === '' ? name : `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`));
  return `/d/${uid}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
};

/** Where a board that is taller than the wall is shown from, in pixels: screen after screen, the last one whole. */
export const screensOf = (height: number, view: number): readonly number[] => {
  if (height <= view || view <= 0) return [0];
  const count = Math.ceil(height / view);
  return Array.from({ length: count }, (_, index) => Math.min(index * view, height - view));
};
