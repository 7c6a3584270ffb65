import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLocality } from '@da06/reference';
import { audiencesFile, usersDir } from '../paths.ts';
import { agencies } from './agencies.ts';
import { audiences } from './audiences.ts';
import { faultsOf, type Column } from './faults.ts';
import { readingUsers, usersXml } from './users-xml.ts';

const columns: readonly Column[] = [
  { table: 'tourism_daily', name: 'arrivals', comment: 'Lượt khách' },
  { table: 'events', name: 'type', comment: 'Loại sự kiện' },
  { table: 'events', name: 'subject', comment: 'Đối tượng của sự kiện' },
  { table: 'alerts', name: 'rule', comment: 'Quy tắc' },
  { table: 'alerts', name: 'tag', comment: 'Người (mã băm có khóa)' },
];

describe('the lint of grants', () => {
  it('lets through a view by its name and columns that tell of nobody', () => {
    expect(faultsOf(['GRANT SELECT ON da06.tourism_daily', 'GRANT SELECT(type) ON da06.events', 'GRANT SELECT ON system.one'], columns)).toEqual([]);
  });

  it.each([
    ['GRANT SELECT ON da06.*', 'reaches every table'],
    ['GRANT SELECT ON *.*', 'reaches every table'],
    ['GRANT INSERT ON da06.tourism_daily', 'is not a grant to read views'],
    ['GRANT SELECT ON da06_rebuild.tourism_daily', 'is of another database'],
    ['GRANT SELECT ON da06.raw_stays_v2', 'raw_stays_v2 has rows of single persons'],
    ['GRANT SELECT(sex) ON da06.residents', 'residents has rows of single persons'],
    ['GRANT SELECT ON da06.residents_at', 'residents_at has rows of single persons'],
    ['GRANT SELECT ON da06.workers', 'workers has rows of single persons'],
    ['GRANT SELECT ON da06.stays', 'stays has rows of single persons'],
    ['GRANT SELECT ON da06.events', 'events.subject leads to a person'],
    ['GRANT SELECT(rule, tag) ON da06.alerts', 'alerts.tag leads to a person'],
    ['GRANT SELECT(nothing) ON da06.alerts', 'alerts has no column nothing'],
    ['GRANT SELECT ON da06.tourist', 'there is no view tourist'],
  ])('finds what is wrong with %s', (grant, fault) => {
    expect(faultsOf([grant], columns)).toEqual([`${grant}: ${fault}`]);
  });
});

describe('the file of who reads', () => {
  it('is as its source says (else: npm run generate -w @da06/deploy)', () => {
    expect(readFileSync(audiencesFile, 'utf8')).toBe(usersXml());
  });

  it('names each user and each digest once, and profiles that da06-users.xml has', () => {
    for (const names of [readingUsers.map(({ user }) => user), readingUsers.map(({ digest }) => digest), audiences.map(({ org }) => String(org))]) expect(new Set(names).size).toBe(names.length);
    const profiles = readFileSync(join(usersDir, 'users.d/da06-users.xml'), 'utf8');
    for (const { profile } of readingUsers) expect(profiles).toContain(`<${profile}>`);
  });
});

it('the matrix has the agencies that step 3 of models 9 to 12 names', () => {
  const { programme, facilityKinds } = loadLocality();
  for (const { code, model, kinds } of agencies) {
    expect(programme.models.find((planned) => planned.model === model)?.steps.find(({ step }) => step === 3)?.actors.map((actor) => actor.code), code).toContain(code);
    expect(facilityKinds.filter((kind) => kind.model === model).map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  }
});
