/** A key's name as envelopes carry it: the chunk it lies in and its place there. */
export const keyIdOf = (chunk: string, place: number): string => `${chunk}.${place}`;

/** Key ids by the chunk they lie in. Texts that are no key id are passed over. */
export const placesByChunk = (keyIds: Iterable<string>): ReadonlyMap<string, ReadonlySet<number>> => {
  const chunks = new Map<string, Set<number>>();
  for (const keyId of keyIds) {
    const [chunk = '', place = ''] = keyId.split('.');
    if (!/^\d+$/.test(place)) continue;
    const places = chunks.get(chunk);
    if (places === undefined) chunks.set(chunk, new Set([Number(place)]));
    else places.add(Number(place));
  }
  return chunks;
};
