import { html, nothing, render, type TemplateResult } from 'lit';
import { panels } from '../words/panels.ts';
import type { Language, PanelInput, Renderer } from './renderer.ts';

/** A renderer that needs nothing but a template of its input. */
export const drawnBy = (template: (input: PanelInput) => TemplateResult): Renderer => (host) => {
  const place = document.createElement('div');
  place.className = 'panel-fill';
  host.append(place);
  return {
    draw: (input) => {
      render(template(input), place);
    },
    destroy: () => {
      render(nothing, place);
      place.remove();
    },
  };
};

/** Said in the middle of a panel instead of figures. */
export const message = (text: string): TemplateResult => html`<p class="panel-message">${text}</p>`;
export const noRows = (language: Language): TemplateResult => message(panels.noRows[language]);
