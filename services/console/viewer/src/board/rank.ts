/** A figure: small to ask, first to be looked at. */
export const isFigure = (type: string): boolean => type === 'stat' || type === 'gauge';

/** From here on questions are not of figures. */
export const slowRank = 1_000;

/** Order in which panels are asked: figures before lists before pictures, the upper before the lower. Marks of days come with the pictures. */
export const rankOf = (type: string, place: number): number => {
  const kind = isFigure(type) ? 0 : type === 'table' || type === 'bargauge' || type === 'text' ? 1 : 2;
  return kind * slowRank + place;
};

export const marksRank = 2 * slowRank - 1;
