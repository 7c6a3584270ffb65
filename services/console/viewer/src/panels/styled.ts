import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Styles = Readonly<Record<string, string>>;

/** Sets styles one by one. lit's own `styleMap` writes a style attribute when it first draws, which a page without inline styles forbids. */
class Styled extends Directive {
  private set: Styles = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('`styled` stands in the tag of an element, by itself.');
  }

  override render(_styles: Styles): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [styles]: [Styles]): typeof noChange {
    if (!(element instanceof HTMLElement)) return noChange;
    for (const name of Object.keys(this.set)) if (!(name in styles)) element.style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) if (this.set[name] !== value) element.style.setProperty(name, value);
    this.set = styles;
    return noChange;
  }
}

/** Styles of an element, by their names in CSS (`font-size`, `--row`): html`<div ${styled({ width: '3px' })}>`. What is left out next time is taken away. */
export const styled = directive(Styled);
