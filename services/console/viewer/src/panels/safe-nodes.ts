import { textUtil } from '@grafana/data';

/** Elements that format a text. Nothing that loads, runs or is filled in. */
const allowed: ReadonlySet<string> = new Set([
  'P', 'BR', 'HR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'A', 'STRONG', 'B', 'EM', 'I', 'DEL', 'S', 'CODE', 'PRE', 'BLOCKQUOTE', 'SUB', 'SUP', 'SPAN', 'DIV',
  'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'DL', 'DT', 'DD',
]);
/** Their content is no text that was meant to be read. */
const dropped: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'IFRAME', 'OBJECT', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'MATH']);

const copied = (node: Node): Node => {
  if (node instanceof Text) return document.createTextNode(node.data);
  if (!(node instanceof Element) || dropped.has(node.tagName.toUpperCase())) return document.createDocumentFragment();
  const copy = allowed.has(node.tagName) ? document.createElement(node.tagName) : document.createDocumentFragment();
  const href = node.getAttribute('href');
  if (copy instanceof HTMLAnchorElement && href !== null) {
    copy.href = textUtil.sanitizeUrl(href);
    copy.rel = 'noopener noreferrer';
  }
  copy.append(...[...node.childNodes].map(copied));
  return copy;
};

/** Markup whose attributes stand in double quotes, without styles: a page that forbids inline styles complains of them even in a document that is never shown. */
const unstyled = (markup: string): string => textUtil.sanitizeTextPanelContent(markup).replace(/\sstyle="[^"]*"/g, '');

/** The formatted text of a piece of HTML, built anew from allowed elements: no attribute but a link's address is taken over, so nothing is styled, loaded or run. */
export const safeNodes = (markup: string): DocumentFragment => {
  const fragment = document.createDocumentFragment();
  fragment.append(...[...new DOMParser().parseFromString(unstyled(markup), 'text/html').body.childNodes].map(copied));
  return fragment;
};
