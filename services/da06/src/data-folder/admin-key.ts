import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The administrator's key of a data folder, made on first use: one line, readable by its owner alone. */
export const adminKeyOf = (path: string, random: (bytes: number) => Uint8Array): string => {
  if (!existsSync(path)) {
    const key = `da06_${Buffer.from(random(24)).toString('base64url')}`;
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(path, 0o600);
  return readAdminKey(path);
};

/** The key of the file. @throws the system's error when it cannot be read. */
export const readAdminKey = (path: string): string => readFileSync(path, 'utf8').trim();
