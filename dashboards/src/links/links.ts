import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Language, Say, Text } from '../text.ts';

const boards: Text = { vi: 'Các bảng', en: 'Dashboards' };
const otherLanguage: Text = { vi: 'English', en: 'Tiếng Việt' };

/** The tag of every board of a language: links are by tag, so that a board which this organisation does not hold is not linked. */
export const languageTag = (language: Language): string => `da06-${language}`;

/** uid of a board in a language. */
export const uidIn = (uid: string, language: Language): string => (language === 'vi' ? uid : `${uid}-en`);

/** From a board to the others, and to itself in the other language; time and choices go along. */
export const linksOf = (uid: string, language: Language, say: Say): DashboardLinkBuilder[] => [
  new DashboardLinkBuilder(say(boards)).type(DashboardLinkType.Dashboards).tags([languageTag(language)]).asDropdown(true).keepTime(true).includeVars(true),
  new DashboardLinkBuilder(say(otherLanguage)).type(DashboardLinkType.Link).url(`/d/${uidIn(uid, language === 'vi' ? 'en' : 'vi')}`).keepTime(true).includeVars(true),
];
