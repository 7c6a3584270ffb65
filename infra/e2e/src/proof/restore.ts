import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { da06, startHost } from '../harness/host.ts';
import { facility, facilityId, ndjson } from '../harness/stays.ts';
import { tempFolder } from '../harness/temp.ts';

export type RestoreRound = {
  readonly backupCode: number | null;
  readonly restoreCode: number | null;
  /** `verify` with the receipts of before the backup, and log against tables, on the restored folder. */
  readonly receiptsCode: number | null;
  readonly logCode: number | null;
  readonly equalRows: boolean;
  readonly refusedFull: number | null;
  /** The backup holds no master key, and is not restored without one. */
  readonly refusedWithoutKey: boolean;
  readonly identityReadable: boolean;
  readonly receiptCode: number | null;
};

const rowsSql = 'SELECT sum(cityHash64(toString(tuple(*)))) AS hash, count() AS rows FROM stays FORMAT JSONEachRow';

/** A backup while stays come in, a restore on an empty folder, then everything that was accepted before is found. */
export const restoreRound = async (options: { stays: number }): Promise<RestoreRound> => {
  const folder = tempFolder('restore');
  const data = join(folder.path, 'data');
  const restored = join(folder.path, 'restored');
  const backup = join(folder.path, 'backup');
  const file = join(folder.path, 'stays.ndjson');
  const receipts = join(folder.path, 'receipts.jsonl');
  writeFileSync(file, ndjson(options.stays, { now: Date.now() }));
  try {
    const host = await startHost(data);
    await host.call('POST', '/v1/facilities', facility);
    await da06(data, ['import', file, '--facility', facilityId, '--receipts', receipts]);
    await da06(data, ['verify', '--wait', '60']);
    const before = await da06(data, ['sql', rowsSql]);
    const backedUp = await da06(data, ['backup', backup]);
    await host.stop();
    // The master key is not in the backup: it is kept apart, and nothing is restored without it.
    const holdsMaster = existsSync(join(backup, 'master.key'));
    const withoutKey = await da06(restored, ['restore', backup]);
    const key = ['--master-key', join(data, 'master.key')];
    const done = await da06(restored, ['restore', backup, ...key]);
    const refused = await da06(restored, ['restore', backup, ...key]);
    const byReceipts = await da06(restored, ['verify', '--receipts', receipts]);
    const byLog = await da06(restored, ['verify']);
    const after = await da06(restored, ['sql', rowsSql]);
    const receipt = await da06(restored, ['receipt', 'verify', receipts]);
    const again = await startHost(restored);
    const own = await again.call('GET', `/v1/facilities/${facilityId}/stays/FD-0000001`);
    const identityReadable = own.status === 200 && (await own.text()).includes('Nguyễn Văn Thử');
    await again.stop();
    return {
      backupCode: backedUp.code, restoreCode: done.code, receiptsCode: byReceipts.code, logCode: byLog.code,
      equalRows: before.stdout !== '' && before.stdout === after.stdout, refusedFull: refused.code, refusedWithoutKey: !holdsMaster && withoutKey.code === 2, identityReadable, receiptCode: receipt.code,
    };
  } finally {
    folder.remove();
  }
};
