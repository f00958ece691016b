/** Namespaces of SSVC (data/abnf/ssvc_namespace_pattern.abnf): `ssvc`, `x_example.test#team/…`. */
import { type Form, pattern } from '../../core/shape/index.ts';

const MOST = 1_000;
const REGISTERED = /^[a-z][a-z0-9](?:[.-]?[a-z0-9])+$/;
const FRAGMENT = /^[a-z0-9](?:[.-]?[a-z0-9])*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** BCP 47, as the grammar has it. */
const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}(?:-[a-z]{3}){0,2})?|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{2,8})+)?|x(?:-[a-z0-9]{2,8})+|i-default|i-mingo)$/i;

/**
 * A registered name or `x_` with a reverse domain and a fragment, perhaps followed by a language
 * and by extensions.
 */
export function isNamespace(text: string): boolean {
  if (text.length < 3 || text.length > MOST) return false;
  const [base = '', language, ...extensions] = text.split('/');
  if (!isBase(base)) return false;
  if (language === undefined) return true;
  return (language === '' || LANGUAGE.test(language)) && extensions.every(isExtension);
}

export const NAMESPACE: Form = { name: 'namespace of SSVC', example: 'ssvc', test: isNamespace };

/** Keys of decision points and values; `T*` is from a time before the rule. */
export const KEY: Form = pattern(
  'key of SSVC',
  /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9_]*[a-zA-Z0-9]|T\*)$/,
  'EXP',
);

/** Semantic Versioning 2.0.0. */
export const VERSION: Form = pattern(
  'semantic version',
  /^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/,
  '1.0.0',
);

function isBase(text: string): boolean {
  const hash = text.indexOf('#');
  if (text.startsWith('x_')) return hash > 0 && isNamed(text.slice(2));
  if (hash < 0) return REGISTERED.test(text);
  return REGISTERED.test(text.slice(0, hash)) && FRAGMENT.test(text.slice(hash + 1));
}

/** A language; a domain with fragment behind a full stop; a translation of either form. */
function isExtension(text: string): boolean {
  const dollar = text.indexOf('$');
  if (dollar >= 0) {
    const source = text.slice(0, dollar);
    const known = source.startsWith('.') ? isDomain(source.slice(1)) : isNamed(source);
    return known && LANGUAGE.test(text.slice(dollar + 1));
  }
  return text.startsWith('.') ? isNamed(text.slice(1)) : LANGUAGE.test(text);
}

/** A reverse domain with a fragment. */
function isNamed(text: string): boolean {
  const hash = text.indexOf('#');
  return hash > 0 && isDomain(text.slice(0, hash)) && FRAGMENT.test(text.slice(hash + 1));
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label));
}
