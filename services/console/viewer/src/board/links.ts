import type { BoardListed } from '@da06/console/api';
import type { DashboardLink } from '@grafana/grafana-foundation-sdk/dashboard';
import { uidIn } from '../app/route.ts';
import type { RawRange } from './time-range.ts';
import { valuesOf, type Choices } from './variables.ts';

/** What a link takes along. */
export type Around = { readonly raw: RawRange; readonly choices: Choices };

const timeQuery = ({ from, to }: RawRange): string => new URLSearchParams({ from, to }).toString();

export const variableQuery = (choices: Choices, names: readonly string[] = Object.keys(choices)): string =>
  names.flatMap((name) => (choices[name] === undefined ? [] : valuesOf(choices[name]).map((value) => `var-${encodeURIComponent(name)}=${encodeURIComponent(value)}`))).join('&');

const joined = (url: string, ...queries: readonly string[]): string => {
  const query = queries.filter((text) => text !== '').join('&');
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
};

export type LinkShown = { readonly title: string; readonly url: string; readonly external: boolean };

const along = (link: DashboardLink, { raw, choices }: Around): readonly string[] => [link.keepTime ? timeQuery(raw) : '', link.includeVars ? variableQuery(choices) : ''];

/** Links above a board: by tag to all boards that may be opened and hold all its tags, else to one address. The board itself is not among them, in neither language: the header leads to the other. */
export const linksOf = (links: readonly DashboardLink[], uid: string, boards: readonly BoardListed[], around: Around): readonly LinkShown[] =>
  links.flatMap((link): readonly LinkShown[] => {
    if (String(link.type) === 'dashboards') {
      return boards.filter((board) => board.uid !== uid && link.tags.every((tag) => board.tags.includes(tag)))
        .map((board) => ({ title: board.title, url: joined(`/d/${board.uid}`, ...along(link, around)), external: false }));
    }
    return link.url === undefined || !isSafe(link.url) || leadsTo(uid, link.url) ? [] : [{ title: link.title, url: joined(link.url, ...along(link, around)), external: link.targetBlank }];
  });

const leadsTo = (uid: string, url: string): boolean => {
  const there = /^\/d\/([\w-]+)/.exec(url)?.[1];
  return there !== undefined && uidIn(there, 'vi') === uidIn(uid, 'vi');
};

/** An address of this host, or of the web: nothing that runs. */
export const isSafe = (url: string): boolean => /^(?:\/(?!\/)|\?|#|https?:\/\/)/i.test(url);
