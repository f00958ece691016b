/** The JSON schemas of CSAF 2.0 (with Errata 01) and 2.1, property by property. */

import { cvss2, cvss3, cvss4 } from './cvss.ts';
import { extensions } from './extension.ts';
import { isUri } from './formats.ts';
import * as patterns from './patterns.ts';
import {
  filled,
  type ListRules,
  lazy,
  list,
  type ObjectRules,
  object,
  oneOf,
  set,
  text,
} from './shapes.ts';
import { ssvc2 } from './ssvc.ts';
import * as types from './types.ts';
import type { Check } from './walk.ts';

type Version = '2.0' | '2.1';

export const SCHEMA_21_URL = 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json';

const { uri, dateTime, language, version, ids, id } = types;

/** `csaf.json` of the version. */
export function csafSchema(of: Version): Check {
  return new CsafSchema(of === '2.1').root();
}

/** Items of `csaf.json` in which 2.1 added something stand behind `newer`. */
class CsafSchema {
  readonly #newer: boolean;
  constructor(newer: boolean) {
    this.#newer = newer;
  }

  root(): Check {
    const members = {
      document: this.#document(),
      product_tree: this.#productTree(),
      vulnerabilities: list(this.#vulnerability()),
      ...this.#newly({ $schema: oneOf(SCHEMA_21_URL), x_extensions: extensions }),
    };
    return this.#object(members, {
      required: this.#newer ? ['$schema', 'document'] : ['document'],
    });
  }

  /** 2.1 closes its objects; 2.0 leaves them open (test 6.2.20 looks for what it does not know). */
  #object(members: Readonly<Record<string, Check>>, rules: ObjectRules = {}): Check {
    return object(members, { ...rules, open: !this.#newer });
  }

  /** Members that 2.1 added. */
  #newly(members: Readonly<Record<string, Check>>): Readonly<Record<string, Check>> {
    return this.#newer ? members : {};
  }

  /** Lists that became sets in 2.1. */
  #set(item: Check, rules: ListRules = {}): Check {
    return list(item, { ...rules, unique: this.#newer });
  }

  #acknowledgments(): Check {
    const members = { names: list(filled), organization: filled, summary: filled, urls: list(uri) };
    return list(this.#object(members, { min: 1 }));
  }

  #notes(): Check {
    const members = {
      audience: filled,
      category: oneOf(...types.NOTE_CATEGORIES),
      text: filled,
      title: filled,
      ...this.#newly({ group_ids: ids, product_ids: ids }),
    };
    return list(this.#object(members, { required: ['category', 'text'] }));
  }

  #references(): Check {
    const members = { category: oneOf('external', 'self'), summary: filled, url: uri };
    return list(this.#object(members, { required: ['summary', 'url'] }));
  }

  #document(): Check {
    const required = ['category', 'csaf_version', 'publisher', 'title', 'tracking'];
    const members = {
      acknowledgments: this.#acknowledgments(),
      aggregate_severity: this.#object({ namespace: uri, text: filled }, { required: ['text'] }),
      category: types.category,
      csaf_version: oneOf(this.#newer ? '2.1' : '2.0'),
      distribution: this.#distribution(),
      lang: language,
      notes: this.#notes(),
      publisher: this.#publisher(),
      references: this.#references(),
      source_lang: language,
      title: filled,
      tracking: this.#tracking(),
      ...this.#newly({ license_expression: filled, x_extensions: extensions }),
    };
    return this.#object(members, {
      required: this.#newer ? [...required, 'distribution'] : required,
    });
  }

  #distribution(): Check {
    const labels = this.#newer
      ? ['AMBER', 'AMBER+STRICT', 'CLEAR', 'GREEN', 'RED']
      : ['AMBER', 'GREEN', 'RED', 'WHITE'];
    const tlp = this.#object({ label: oneOf(...labels), url: uri }, { required: ['label'] });
    const group = this.#object({ id: types.sharingGroupId, name: filled }, { required: ['id'] });
    const members = { text: filled, tlp, ...this.#newly({ sharing_group: group }) };
    return this.#object(members, this.#newer ? { required: ['tlp'] } : { min: 1 });
  }

  #publisher(): Check {
    const categories = [
      'coordinator',
      'discoverer',
      ...(this.#newer ? ['multiplier'] : []),
      'other',
      'translator',
      'user',
      'vendor',
    ];
    const members = {
      category: oneOf(...categories),
      contact_details: filled,
      issuing_authority: filled,
      name: filled,
      namespace: uri,
    };
    return this.#object(members, { required: ['category', 'name', 'namespace'] });
  }

  #tracking(): Check {
    const engine = this.#object({ name: filled, version: filled }, { required: ['name'] });
    const revision = { date: dateTime, legacy_version: filled, number: version, summary: filled };
    const members = {
      aliases: set(filled),
      current_release_date: dateTime,
      generator: this.#object({ date: dateTime, engine }, { required: ['engine'] }),
      id: types.trackingId,
      initial_release_date: dateTime,
      revision_history: list(this.#object(revision, { required: ['date', 'number', 'summary'] })),
      status: oneOf('draft', 'final', 'interim'),
      version,
    };
    const required = [
      'current_release_date',
      'id',
      'initial_release_date',
      'revision_history',
      'status',
      'version',
    ];
    return this.#object(members, { required });
  }

  #branches(): Check {
    const branches: Check = lazy(() => list(branch));
    const categories = [
      'architecture',
      'host_name',
      'language',
      ...(this.#newer ? [] : ['legacy']),
      'patch_level',
      ...(this.#newer ? ['platform'] : []),
      'product_family',
      'product_name',
      'product_version',
      'product_version_range',
      'service_pack',
      'specification',
      'vendor',
    ];
    const members = {
      branches,
      category: oneOf(...categories),
      name: filled,
      product: this.#fullProductName(),
    };
    const branch = this.#object(members, { required: ['category', 'name'], min: 3, max: 3 });
    return list(branch);
  }

  #fullProductName(): Check {
    const members = {
      name: filled,
      product_id: id,
      product_identification_helper: this.#identificationHelper(),
      ...this.#newly({ x_extensions: extensions }),
    };
    return this.#object(members, { required: ['name', 'product_id'] });
  }

  #identificationHelper(): Check {
    const uris = this.#object({ namespace: uri, uri }, { required: ['namespace', 'uri'] });
    const purl = text({
      min: 7,
      format: { name: 'a URI', test: isUri },
      pattern: this.#newer ? patterns.isPurl21 : patterns.isPurl20,
      form: 'a package URL (pkg:type/name)',
    });
    const members = {
      cpe: types.cpe,
      hashes: this.#set(this.#fileHashes()),
      model_numbers: set(filled),
      sbom_urls: this.#set(uri),
      serial_numbers: set(filled),
      skus: this.#set(filled),
      x_generic_uris: this.#set(uris),
      ...(this.#newer ? { purls: set(purl) } : { purl }),
    };
    return this.#object(members, { min: 1 });
  }

  #fileHashes(): Check {
    const algorithm = this.#newer
      ? text({ min: 1, pattern: patterns.isAlgorithm, form: 'an algorithm in lower case' })
      : filled;
    const value = text({
      min: 32,
      pattern: this.#newer ? patterns.isHash21 : patterns.isHash20,
      form: 'a hash value in hexadecimal digits',
    });
    const hash = this.#object({ algorithm, value }, { required: ['algorithm', 'value'] });
    const members = { file_hashes: this.#set(hash), filename: filled };
    return this.#object(members, { required: ['file_hashes', 'filename'] });
  }

  #productTree(): Check {
    const group = { group_id: id, product_ids: set(id, 2), summary: filled };
    const members = {
      branches: this.#branches(),
      full_product_names: list(this.#fullProductName()),
      product_groups: list(this.#object(group, { required: ['group_id', 'product_ids'] })),
      ...(this.#newer ? { product_paths: list(this.#productPath()) } : {}),
      ...(this.#newer ? {} : { relationships: list(this.#relationship()) }),
    };
    return this.#object(members, { min: 1 });
  }

  #relationship(): Check {
    const members = {
      category: oneOf(...types.RELATION_CATEGORIES),
      full_product_name: this.#fullProductName(),
      product_reference: id,
      relates_to_product_reference: id,
    };
    return this.#object(members, { required: Object.keys(members) });
  }

  #productPath(): Check {
    const subpath = {
      category: oneOf(...types.RELATION_CATEGORIES),
      next_product_reference: id,
    };
    const members = {
      beginning_product_reference: id,
      full_product_name: this.#fullProductName(),
      subpaths: list(this.#object(subpath, { required: Object.keys(subpath) })),
    };
    return this.#object(members, { required: Object.keys(members) });
  }

  #vulnerability(): Check {
    const status = this.#newer ? [...types.STATUSES_20, 'unknown'] : types.STATUSES_20;
    const members = {
      acknowledgments: this.#acknowledgments(),
      cve: types.cve,
      discovery_date: dateTime,
      flags: set(this.#flag()),
      ids: set(this.#vulnerabilityId()),
      involvements: set(this.#involvement()),
      notes: this.#notes(),
      product_status: this.#object(Object.fromEntries(status.map((name) => [name, ids])), {
        min: 1,
      }),
      references: this.#references(),
      remediations: list(this.#remediation()),
      threats: list(this.#threat()),
      title: filled,
      ...(this.#newer ? this.#vulnerability21() : this.#vulnerability20()),
    };
    return this.#object(members, { min: 1 });
  }

  #vulnerability20(): Readonly<Record<string, Check>> {
    const score = { cvss_v2: cvss2, cvss_v3: cvss3, products: ids };
    return {
      cwe: this.#object({ id: types.cweId, name: filled }, { required: ['id', 'name'] }),
      release_date: dateTime,
      scores: list(this.#object(score, { required: ['products'], min: 2 })),
    };
  }

  #vulnerability21(): Readonly<Record<string, Check>> {
    const cweVersion = text({ pattern: patterns.isCweVersion, form: 'a version of CWE' });
    const cwe = { id: types.cweId, name: types.CWE_NAME, version: cweVersion };
    const dates = { date: dateTime, exploitation_date: dateTime, group_ids: ids, product_ids: ids };
    return {
      cwes: set(this.#object(cwe, { required: ['id', 'name', 'version'] })),
      disclosure_date: dateTime,
      first_known_exploitation_dates: set(
        this.#object(dates, { required: ['date', 'exploitation_date'], min: 3 }),
      ),
      metrics: set(this.#metric()),
      x_extensions: extensions,
    };
  }

  #metric(): Check {
    const probability = text({
      pattern: patterns.isProbability,
      form: 'a probability between 0.0 and 1.0',
    });
    const epss = { percentile: probability, probability, timestamp: dateTime };
    const content = {
      cvss_v2: cvss2,
      cvss_v3: cvss3,
      cvss_v4: cvss4,
      epss: this.#object(epss, { required: Object.keys(epss) }),
      qualitative_severity_rating: oneOf('critical', 'high', 'low', 'medium', 'none'),
      ssvc_v2: ssvc2,
      x_extensions: extensions,
    };
    const members = { content: this.#object(content, { min: 1 }), products: ids, source: uri };
    return this.#object(members, { required: ['content', 'products'] });
  }

  #flag(): Check {
    const label = oneOf(...types.FLAG_LABELS);
    const members = { date: dateTime, group_ids: ids, label, product_ids: ids };
    return this.#object(members, { required: ['label'] });
  }

  #vulnerabilityId(): Check {
    const bound = this.#newly({ group_ids: ids, product_ids: ids });
    const members = { system_name: filled, text: filled, ...bound };
    return this.#object(members, { required: ['system_name', 'text'] });
  }

  #involvement(): Check {
    const members = {
      date: dateTime,
      party: oneOf(...types.PARTIES),
      status: oneOf(...types.INVOLVEMENT_STATES),
      summary: filled,
      ...this.#newly({ contact: filled, group_ids: ids, product_ids: ids }),
    };
    return this.#object(members, { required: ['party', 'status'] });
  }

  #remediation(): Check {
    const restart = { category: oneOf(...types.RESTART_CATEGORIES), details: filled };
    const categories = [
      ...(this.#newer ? ['fix_planned'] : []),
      'mitigation',
      'no_fix_planned',
      'none_available',
      ...(this.#newer ? ['optional_patch'] : []),
      'vendor_fix',
      'workaround',
    ];
    const members = {
      category: oneOf(...categories),
      date: dateTime,
      details: filled,
      entitlements: list(filled),
      group_ids: ids,
      product_ids: ids,
      restart_required: this.#object(restart, { required: ['category'] }),
      url: uri,
    };
    return this.#object(members, { required: ['category', 'details'] });
  }

  #threat(): Check {
    const members = {
      category: oneOf('exploit_status', 'impact', 'target_set'),
      date: dateTime,
      details: filled,
      group_ids: ids,
      product_ids: ids,
    };
    return this.#object(members, { required: ['category', 'details'] });
  }
}
