import type { Audience } from '../access/audiences.ts';

/** Folders of boards as Grafana shows them. */
export const languages = [
  { language: 'vi', title: 'Đề án 06', uid: 'de-an-06' },
  { language: 'en', title: 'Project 06 (English)', uid: 'project-06' },
] as const;

type Language = (typeof languages)[number]['language'];

/** Where the image has the boards of an audience. */
export const boardFolder = ({ name }: Pick<Audience, 'name'>, language: Language): string => `/etc/grafana/dashboards/${name}/${language}`;

/** The file of a board in the repository. */
const boardFile = (uid: string, language: Language): string => (language === 'vi' ? `dashboards/${uid}.json` : `dashboards/en/${uid}-en.json`);

/** The instructions of the image that give each audience its boards. */
export const copiesOf = ({ name, boards }: Pick<Audience, 'name' | 'boards'>): readonly string[] =>
  languages.map(({ language }) => `${boards.map((uid) => boardFile(uid, language)).join(' ')} ${boardFolder({ name }, language)}/`);
