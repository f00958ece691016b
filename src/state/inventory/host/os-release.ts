/** /etc/os-release: which distribution this is, as package URLs name it (os-release(5)). */
import { linesOf, textOfBytes } from '../text.ts';

export interface Distribution {
  /** `debian`, `alpine`, `rhel` …: the namespace of package URLs. */
  readonly id: string;
  /** Empty where it rolls, e.g. Debian unstable. */
  readonly versionId: string;
  readonly prettyName: string;
  readonly codename: string;
  readonly cpeName?: string;
  /** What it is like, nearest first. */
  readonly like: readonly string[];
}

/** Null where there is no ID. */
export function readOsRelease(bytes: Uint8Array): Distribution | null {
  const said = new Map<string, string>();
  for (const { text } of linesOf(textOfBytes(bytes) ?? '')) {
    const field = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(text.trim());
    if (field !== null) said.set(field[1] ?? '', unquoted(field[2] ?? ''));
  }
  const id = (said.get('ID') ?? '').toLowerCase();
  if (!/^[a-z0-9._-]+$/.test(id)) return null;
  const cpeName = said.get('CPE_NAME');
  return {
    id,
    versionId: said.get('VERSION_ID') ?? '',
    prettyName: said.get('PRETTY_NAME') ?? id,
    codename: said.get('VERSION_CODENAME') ?? '',
    ...(cpeName === undefined ? {} : { cpeName }),
    like: (said.get('ID_LIKE') ?? '').split(/\s+/).filter((each) => each !== ''),
  };
}

/** Values follow the shell: quotes around all of it, a backslash before quotes, $, ` and itself. */
function unquoted(value: string): string {
  const [, quote, inside] = /^(["'])(.*)\1$/s.exec(value) ?? [];
  if (quote === "'") return inside ?? '';
  return (quote === undefined ? value : (inside ?? '')).replace(/\\(["'$`\\])/g, '$1');
}

/** The qualifier `distro`, e.g. `debian-12`; empty where the distribution is not known. */
export function distroOf(distribution: Distribution | null): string {
  if (distribution === null) return '';
  const { id, versionId, codename } = distribution;
  const release = versionId === '' ? codename : versionId;
  return release === '' ? id : `${id}-${release}`;
}
