import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A key store of a broker on this machine, and the certificate by which clients know it. */
export type Certificate = { readonly keyStore: string; readonly password: string; readonly pem: string };

/** Makes a certificate for loopback with the tool that comes with Java; it is worth nothing elsewhere. */
export const makeCertificate = (java: string, folder: string): Certificate => {
  const beside = join(dirname(java), 'keytool');
  const keytool = existsSync(beside) ? beside : 'keytool';
  const keyStore = join(folder, 'broker.p12');
  const password = randomBytes(12).toString('hex');
  const store = ['-alias', 'broker', '-keystore', keyStore, '-storetype', 'PKCS12', '-storepass', password];
  execFileSync(keytool, ['-genkeypair', ...store, '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '30', '-dname', 'CN=localhost', '-ext', 'san=dns:localhost,ip:127.0.0.1'], { stdio: 'ignore' });
  return { keyStore, password, pem: execFileSync(keytool, ['-exportcert', '-rfc', ...store], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) };
};
