import { readConfig } from '../config.ts';
import { fetchJars } from './fetch-jars.ts';
import { isJava } from './java.ts';

/**
 * What a native broker needs: a Java, and the folder of its files, which are fetched when they are missing.
 * @throws Error that says what is missing and how to mend it.
 */
export const prepareNativeKafka = async (say: (text: string) => void = (text) => void process.stderr.write(`${text}\n`)): Promise<{ java: string; jars: string }> => {
  const { java, repository, cache } = readConfig();
  if (!isJava(java)) throw new Error(`A native Kafka needs Java 17 or later, and ${java} is none: install a JRE (openjdk-17-jre-headless), or set JAVA_HOME.`);
  return { java, jars: await fetchJars({ repository, cache, say }) };
};
