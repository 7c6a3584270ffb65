/** Width of a text in its own font size: 1 is as wide as the font is high. */
export type Measure = (text: string) => number;

const reference = 100;

const created = (font: string): Measure => {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    if (context === null) return text.length * 0.55;
    context.font = font;
    const width = context.measureText(text).width / reference;
    if (known.size > 5_000) known.clear();
    known.set(text, width);
    return width;
  };
};

/** Font size of the page in pixels; a wall sets it larger. */
export const pageSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const measures = new Map<number, Measure>();

/** Measures in a canvas, so that no layout is asked for while a board is drawn; `weight` is that of CSS. */
export const measureOf = (weight: 400 | 600): Measure => {
  const measure = measures.get(weight) ?? created(`${weight} ${reference}px ${getComputedStyle(document.body).fontFamily}`);
  measures.set(weight, measure);
  return measure;
};
