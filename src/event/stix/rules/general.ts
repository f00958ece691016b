/** Prose rules of sections 2, 3 and 7.2 that hold within several types. */
import { type Findings, has, type Rule, type StixMap, shown, textOf } from '../findings.ts';
import { uuidVersion } from '../formats/identifier.ts';
import { isTerm } from '../formats/names.ts';
import { isCapecId, isCveId, isUri } from '../formats/text.ts';
import { parseSelector, resolvesSelector } from '../selectors.ts';

/** §2.5.2: beside source_name, at least one of description, url and external_id. */
const externalReferenceSaysSomething: Rule = (reference, at) => {
  if (!has(reference, 'description') && !has(reference, 'url') && !has(reference, 'external_id')) {
    at.add('stix-external-reference-empty', shown(textOf(reference, 'source_name')));
  }
};

/** §2.5.1: hashes should be provided where there is a url. */
const externalReferenceHashes: Rule = (reference, at) => {
  if (has(reference, 'url') && !has(reference, 'hashes')) {
    at.add('stix-external-reference-hashes', '');
  }
};

/** §2.5.1: a URL by RFC 3986; no MUST stands there, and titles of papers do. */
const externalReferenceUrl: Rule = (reference, at) => {
  const url = textOf(reference, 'url');
  if (url !== undefined && !isUri(url)) {
    at.add('stix-external-reference-url', shown(url), { key: 'url' });
  }
};

/** §4.19.1, §4.1.1: the source names `cve` and `capec` and the forms of their ids go together. */
const catalogueIds: Rule = (reference, at) => {
  const source = textOf(reference, 'source_name');
  const id = textOf(reference, 'external_id');
  if (source === 'cve') {
    if (id === undefined || !isCveId(id)) at.add('stix-cve-id', shown(id));
  } else if (source === 'capec') {
    if (id === undefined || !isCapecId(id)) at.add('stix-capec-id', shown(id));
  } else if (id !== undefined && (id.startsWith('CVE-') || id.startsWith('CAPEC-'))) {
    if (isCveId(id)) at.add('stix-cve-id', `source_name ${shown(source)}`);
    else if (isCapecId(id)) at.add('stix-capec-id', `source_name ${shown(source)}`);
  }
};

const LOCKHEED_MARTIN = 'lockheed-martin-cyber-kill-chain';
const LOCKHEED_MARTIN_PHASES: ReadonlySet<string> = new Set([
  'reconnaissance',
  'weaponization',
  'delivery',
  'exploitation',
  'installation',
  'command-and-control',
  'actions-on-objectives',
]);

/** §2.11: lower case, hyphens between words. */
const killChainForm: Rule = (phase, at) => {
  checkTermOf(phase, 'kill_chain_name', at);
  checkTermOf(phase, 'phase_name', at);
};

function checkTermOf(phase: StixMap, key: string, at: Findings): void {
  const text = textOf(phase, key);
  if (text !== undefined && !isTerm(text)) at.add('stix-kill-chain-form', shown(text), { key });
}

/** §2.11: the phases of the Lockheed Martin kill chain are known. */
const killChainPhase: Rule = (phase, at) => {
  const name = textOf(phase, 'phase_name');
  if (name === undefined || textOf(phase, 'kill_chain_name') !== LOCKHEED_MARTIN) return;
  if (!LOCKHEED_MARTIN_PHASES.has(name)) {
    at.add('stix-kill-chain-phase', shown(name), { key: 'phase_name' });
  }
};

/** §7.2.3: one and only one of lang and marking_ref. */
const granularChoice: Rule = (marking, at) => {
  if (has(marking, 'lang') === has(marking, 'marking_ref')) at.add('stix-granular-choice', '');
};

/** §7.2.3: selectors have the syntax, and point at what is in the object. */
const selectorsResolve: Rule = (marking, at) => {
  const selectors = has(marking, 'selectors') ? marking.selectors : undefined;
  if (!Array.isArray(selectors)) return;
  at.enter('selectors');
  selectors.forEach((selector: unknown, index) => {
    if (typeof selector === 'string') checkSelector(selector, index, at);
  });
  at.leave();
};

function checkSelector(selector: string, index: number, at: Findings): void {
  const steps = parseSelector(selector);
  if (steps === null) at.add('stix-selector', shown(selector), { key: index });
  else if (!resolvesSelector(steps, at.root)) {
    at.add('stix-selector-unresolved', shown(selector), { key: index });
  }
}

/** Rules of the shared types. */
export const SHARED_RULES = {
  externalReference: [
    externalReferenceSaysSomething,
    externalReferenceUrl,
    externalReferenceHashes,
    catalogueIds,
  ],
  killChainPhase: [killChainForm, killChainPhase],
  granularMarking: [granularChoice, selectorsResolve],
} satisfies Record<string, readonly Rule[]>;

/** §3.1: an `_enc` property needs the property that it speaks of; §3.9.1: its form (RFC 2978 §2.3). */
export function encodingOf(name: string): Rule {
  const key = `${name}_enc`;
  return (object, at) => {
    if (!has(object, key)) return;
    if (!has(object, name)) at.add('stix-encoding-alone', '', { key });
    const charset = textOf(object, key);
    if (charset !== undefined && !/^[A-Za-z0-9][A-Za-z0-9/.+_:()-]{1,99}$/.test(charset)) {
      at.add('stix-encoding-name', shown(charset), { key });
    }
  };
}

/** §3.6: who versions an observable does not give it a deterministic id. */
export const observableVersioning: Rule = (object, at) => {
  if (!has(object, 'modified') && !has(object, 'created')) return;
  const id = textOf(object, 'id');
  if (id !== undefined && uuidVersion(id) === 5) {
    at.add('stix-observable-versioned', shown(id), { key: 'id' });
  }
};

/** §3.2: lang should be there where the object has text to translate. */
export const languageIsNamed: Rule = (object, at) => {
  if (!has(object, 'lang') && (has(object, 'name') || has(object, 'description'))) {
    at.add('stix-language-absent', '');
  }
};

/** §3.5: the creator should be named. */
export const creatorIsNamed: Rule = (object, at) => {
  if (!has(object, 'created_by_ref')) at.add('stix-creator-absent', '');
};
