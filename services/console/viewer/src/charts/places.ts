type Marker = { readonly x: number; readonly y: number; readonly radius: number; readonly width: number; readonly height: number };
type Side = 'top' | 'bottom' | 'right' | 'left';
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Pixels between a marker and its label. */
export const labelGap = 4;

const around = ({ x, y, radius }: Marker): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

const labelBox = ({ x, y, radius, width, height }: Marker, side: Side): Box => {
  const away = radius + labelGap;
  switch (side) {
    case 'top': return { left: x - width / 2, right: x + width / 2, top: y - away - height, bottom: y - away };
    case 'bottom': return { left: x - width / 2, right: x + width / 2, top: y + away, bottom: y + away + height };
    case 'right': return { left: x + away, right: x + away + width, top: y - height / 2, bottom: y + height / 2 };
    case 'left': return { left: x - away - width, right: x - away, top: y - height / 2, bottom: y + height / 2 };
  }
};

const touch = (one: Box, other: Box): boolean => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

const placeInOrder = (markers: readonly Marker[], order: readonly Marker[], size: { readonly width: number; readonly height: number }): ReadonlyMap<Marker, Side> => {
  const taken: Box[] = [];
  const sides = new Map<Marker, Side>();
  for (const marker of order) {
    const free = (side: Side): boolean => {
      const box = labelBox(marker, side);
      const within = box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
      return within && taken.every((other) => !touch(box, other)) && markers.every((other) => other === marker || !touch(box, around(other)));
    };
    const side = (['top', 'right', 'bottom', 'left'] as const).find(free);
    if (side === undefined) continue;
    sides.set(marker, side);
    taken.push(labelBox(marker, side));
  }
  return sides;
};

/**
 * A side for each marker's label where it touches no other label, no marker and no edge of the chart; undefined where there is none. Larger
 * markers choose first; should one find no place, those that found none choose first the next time.
 */
export const placeLabels = (markers: readonly Marker[], size: { readonly width: number; readonly height: number }): readonly (Side | undefined)[] => {
  let order = [...markers].sort((a, b) => b.radius - a.radius);
  let best = placeInOrder(markers, order, size);
  for (let tries = 0; tries < 4 && best.size < markers.length; tries += 1) {
    order = [...order.filter((marker) => !best.has(marker)), ...order.filter((marker) => best.has(marker))];
    const next = placeInOrder(markers, order, size);
    if (next.size > best.size) best = next;
  }
  return markers.map((marker) => best.get(marker));
};
