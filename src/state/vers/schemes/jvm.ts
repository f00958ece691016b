/** Java runtimes: JEP 223 and the versions before it, in which 1.8.0_131 is 8.0.131. */
import { compareNumerals, comparePadded, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

interface JvmKey {
  readonly numbers: readonly Numeral[];
  /** An early-access build comes before its release; the numbers of builds are not compared. */
  readonly early: boolean;
}

const LEGACY = /^1\.(\d+)(?:\.(\d+))?(?:[_-](?:update_?)?(\d+))?(?:-([0-9a-z.-]+))?$/;
const JEP_223 = /^(\d+(?:\.\d+)*)(?:_(\d+))?(?:-([0-9a-z.-]+))?(?:\+([0-9a-z.-]+))?$/;

function parseJvm(text: string): JvmKey | null {
  const plain = text.trim().toLowerCase();
  const legacy = LEGACY.exec(plain);
  if (legacy !== null) {
    const [, feature = '0', interim = '0', update = '0', rest] = legacy;
    return { numbers: [feature, interim, update].map(numeral), early: isEarly(rest) };
  }
  const match = JEP_223.exec(plain);
  if (match === null) return null;
  const [, numbers = '', update, pre] = match;
  const all = numbers.split('.').map(numeral);
  if (update !== undefined) all.push(numeral(update));
  return { numbers: all, early: isEarly(pre) };
}

function isEarly(rest: string | undefined): boolean {
  return rest !== undefined && /^(?:ea|internal|beta)\b/.test(rest);
}

function compareJvm(a: JvmKey, b: JvmKey): number {
  return (
    comparePadded(a.numbers, b.numbers, 0, compareNumerals) || Number(b.early) - Number(a.early)
  );
}

export const JVM: VersionScheme = defineScheme<JvmKey>({
  name: 'jvm',
  clause: 'JEP 223',
  parse: parseJvm,
  compare: compareJvm,
});
