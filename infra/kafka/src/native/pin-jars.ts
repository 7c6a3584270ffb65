import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Writes jars.json for a version of Kafka: `npx tsx infra/kafka/src/native/pin-jars.ts 4.1.1`. Needs Maven; only who changes the version runs it.
const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Which version? npx tsx infra/kafka/src/native/pin-jars.ts 4.1.1');

const dependency = (group: string, artifact: string, of: string): string => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${of}</version></dependency>`;
const folder = mkdtempSync(join(tmpdir(), 'da06-pin-'));
writeFileSync(
  join(folder, 'pom.xml'),
  `<project><modelVersion>4.0.0</modelVersion><groupId>vn.da06</groupId><artifactId>kafka</artifactId><version>1</version><dependencies>${
    dependency('org.apache.kafka', 'kafka_2.13', version) +
    // Kafka's own distribution has it too: without it the broker says nothing, and nobody hears when it serves.
    dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', '2.24.3')
  }</dependencies></project>`,
);
execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-Dmdep.useRepositoryLayout=true', '-DoutputDirectory=jars'], { cwd: folder, stdio: 'inherit' });
const root = join(folder, 'jars');
const jars = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.jar'))
  .sort()
  .map((path) => {
    const bytes = readFileSync(join(root, path));
    return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  });
rmSync(folder, { recursive: true });
writeFileSync(fileURLToPath(new URL('jars.json', import.meta.url)), `${JSON.stringify({ version, jars }, null, 1)}\n`);
process.stdout.write(`Kafka ${version}: ${jars.length} files, ${Math.ceil(jars.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)} MB\n`);
