import { render, type TemplateResult } from 'lit';
import './popover.css';

export type PopoverOptions = {
  /** What opened it: it is placed below, and gets the focus back. */
  readonly opener: HTMLElement;
  /** What it is called for who cannot see it. */
  readonly label: string;
  readonly content: () => TemplateResult;
  readonly closed?: () => void;
};
export type Popover = { readonly close: () => void; /** Draws the content again, as it is now. */ readonly draw: () => void };

const edge = 8;
let open: Popover | undefined;

/** A small window below its opener, closed by Esc, by a click elsewhere and by the next one. It lies in the opener's own dialog or in the page, above everything. */
export const openPopover = ({ opener, label, content, closed }: PopoverOptions): Popover => {
  open?.close();
  const element = document.createElement('div');
  element.className = 'popover';
  element.popover = 'auto';
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', label);
  (opener.closest('dialog') ?? document.body).append(element);

  const place = (): void => {
    const box = opener.getBoundingClientRect();
    const below = innerHeight - box.bottom - 2 * edge;
    const above = box.top - 2 * edge;
    const upwards = below < Math.min(element.scrollHeight, 240) && above > below;
    element.style.maxHeight = `${Math.max(120, upwards ? above : below)}px`;
    element.style.left = `${Math.max(edge, Math.min(box.left, innerWidth - element.offsetWidth - edge))}px`;
    element.style.top = upwards ? `${Math.max(edge, box.top - element.offsetHeight - 4)}px` : `${box.bottom + 4}px`;
  };
  const draw = (): void => {
    render(content(), element);
    place();
  };
  const close = (): void => {
    if (element.matches(':popover-open')) element.hidePopover();
  };
  const self = { close, draw };
  element.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    const held = element.contains(document.activeElement) || document.activeElement === document.body;
    element.remove();
    opener.setAttribute('aria-expanded', 'false');
    if (open === self) open = undefined;
    if (held) opener.focus();
    closed?.();
  });
  open = self;
  render(content(), element);
  element.showPopover();
  opener.setAttribute('aria-expanded', 'true');
  place();
  element.querySelector<HTMLElement>('[autofocus], button, input, a, select')?.focus();
  return self;
};
