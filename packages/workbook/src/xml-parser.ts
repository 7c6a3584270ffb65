import { AppError } from '@da06/errors';
import sax from 'sax';

/** What is told of an XML document while it is read. Names come without their prefix; texts may come in pieces. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

export type XmlParser = {
  /** Line of the document that is being read, from 1. */
  readonly line: () => number;
  /** @throws AppError `xml.doctype-refused`, or the one that `refuse` makes. */
  readonly write: (text: string) => void;
  /** Must be called at the end: it finds what was left open. @throws as `write`. */
  readonly end: () => void;
};

const deepest = 64;
const mostAttributes = 128;
/** The parser looks at the size of what it holds only between writes. */
const pieceLength = 32 * 1024;

/**
 * A strict parser of XML in UTF-8 that knows the five entities of the standard and no others: a DOCTYPE, which could bring more or name
 * files, is refused wherever it stands. Depth, attributes and the length of a name or value are bounded.
 */
export const createXmlParser = (handlers: XmlHandlers, refuse: (detail: string) => AppError): XmlParser => {
  const parser = sax.parser(true, { position: true, strictEntities: true } as sax.SAXOptions) as sax.SAXParser & { readonly doctype?: unknown };
  let failure: AppError | undefined;
  let depth = 0;
  let attributes = 0;
  const line = (): number => parser.line + 1;
  const fail = (error: AppError): void => void (failure ??= error);
  const refused = (what: string): AppError => refuse(`Line ${line()}: ${what}.`);

  parser.ondoctype = () => fail(new AppError('xml.doctype-refused'));
  parser.onerror = () => fail(typeof parser.doctype === 'string' && parser.doctype !== '' ? new AppError('xml.doctype-refused') : refused('the XML is not well-formed, or breaks off'));
  parser.onprocessinginstruction = ({ name, body }) => {
    const encoding = name === 'xml' ? /encoding\s*=\s*["']([^"']*)/.exec(body)?.[1] : undefined;
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) fail(refuse('The XML declares another encoding than UTF-8.'));
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > mostAttributes) throw refused('an element has too many attributes');
  };
  parser.onopentag = (tag) => {
    attributes = 0;
    depth += 1;
    if (depth > deepest) throw refused('elements are nested too deep');
    if (failure === undefined) handlers.open?.(localName(tag.name), tag.attributes as Readonly<Record<string, string>>);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    if (failure === undefined) handlers.close?.(localName(name));
  };
  const text = (piece: string): void => {
    if (failure === undefined) handlers.text?.(piece);
  };
  parser.ontext = text;
  parser.oncdata = text;

  const settle = (): void => {
    if (failure !== undefined) throw failure;
  };
  return {
    line,
    write: (piece) => {
      for (let from = 0; from < piece.length; from += pieceLength) {
        parser.write(from === 0 && piece.length <= pieceLength ? piece : piece.slice(from, from + pieceLength));
        settle();
      }
    },
    end: () => {
      parser.close();
      settle();
    },
  };
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};
