import { renderMarkdown } from '@grafana/data';
import { panels } from '../words/panels.ts';
import type { Renderer } from './renderer.ts';
import { safeNodes } from './safe-nodes.ts';
import { textSetting } from './settings.ts';

const written = (content: string, mode: string): Node => {
  if (mode !== 'code') return safeNodes(mode === 'html' ? content : renderMarkdown(content));
  const code = document.createElement('pre');
  code.textContent = content;
  return code;
};

/** A panel of words: Markdown, or HTML of which only what formats a text is taken over. */
export const text: Renderer = (host) => {
  const place = document.createElement('div');
  place.className = 'panel-fill panel-text';
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  host.append(place);
  return {
    draw: ({ panel, language }) => {
      place.setAttribute('aria-label', panel.title ?? panels.text[language]);
      place.replaceChildren(written(textSetting(panel.options, 'content', ''), textSetting(panel.options, 'mode', 'markdown')));
    },
    destroy: () => {
      place.remove();
    },
  };
};
