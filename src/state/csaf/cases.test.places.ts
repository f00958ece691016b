/**
 * Where the failing cases of our own fail: the places of each, in their order, joined by spaces. What
 * 2.0 names otherwise stands apart.
 */
export interface CasePlaces {
  readonly '2.0'?: readonly string[];
  readonly '2.1'?: readonly string[];
}

export const CASE_PLACES: Readonly<Record<string, CasePlaces>> = {
  '6.1.1': {
    '2.1': [
      '/vulnerabilities/0/product_status/fixed/0',
      '/product_tree/product_groups/0/product_ids/1',
    ],
  },
  '6.1.2': {
    '2.1': [
      '/product_tree/full_product_names/1/product_id',
      '/product_tree/full_product_names/0/product_id',
    ],
  },
  '6.1.3': {
    '2.0': [
      '/product_tree/relationships/0/full_product_name/product_id',
      '/product_tree/relationships/0/full_product_name/product_id',
    ],
    '2.1': [
      '/product_tree/product_paths/0/full_product_name/product_id',
      '/product_tree/product_paths/0/full_product_name/product_id',
    ],
  },
  '6.1.4': {
    '2.1': [
      '/vulnerabilities/0/remediations/0/group_ids/0',
      '/vulnerabilities/0/threats/0/group_ids/1',
    ],
  },
  '6.1.5': {
    '2.1': ['/product_tree/product_groups/1/group_id', '/product_tree/product_groups/1/group_id'],
  },
  '6.1.6': {
    '2.1': [
      '/vulnerabilities/0/product_status/known_not_affected/0',
      '/vulnerabilities/0/product_status/under_investigation/0',
    ],
  },
  '6.1.7': {
    '2.0': ['/vulnerabilities/0/scores/1', '/vulnerabilities/0/scores/1'],
    '2.1': ['/vulnerabilities/0/metrics/1', '/vulnerabilities/0/metrics/1'],
  },
  '6.1.8': {
    '2.0': [
      '/vulnerabilities/0/scores/0/cvss_v3',
      '/vulnerabilities/0/scores/0/cvss_v3/vectorString',
      '/vulnerabilities/0/scores/0/cvss_v3/vectorString',
      '/vulnerabilities/0/scores/0/cvss_v3/baseScore',
    ],
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/cvss_v3',
      '/vulnerabilities/0/metrics/0/content/cvss_v3/vectorString',
      '/vulnerabilities/0/metrics/0/content/cvss_v3/vectorString',
      '/vulnerabilities/0/metrics/0/content/cvss_v3/baseScore',
    ],
  },
  '6.1.9': {
    '2.0': [
      '/vulnerabilities/0/scores/0/cvss_v3/baseScore',
      '/vulnerabilities/0/scores/0/cvss_v3/baseSeverity',
    ],
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/cvss_v3/baseScore',
      '/vulnerabilities/0/metrics/0/content/cvss_v3/baseSeverity',
    ],
  },
  '6.1.10': {
    '2.0': ['/vulnerabilities/0/scores/0/cvss_v3', '/vulnerabilities/0/scores/0/cvss_v3'],
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/cvss_v3',
      '/vulnerabilities/0/metrics/0/content/cvss_v3',
    ],
  },
  '6.1.11': {
    '2.0': ['/vulnerabilities/0/cwe', '/vulnerabilities/0/cwe'],
    '2.1': ['/vulnerabilities/0/cwes/0', '/vulnerabilities/0/cwes/0'],
  },
  '6.1.12': { '2.1': ['/document/lang', '/document/source_lang', '/document/lang'] },
  '6.1.13': {
    '2.0': [
      '/product_tree/full_product_names/0/product_identification_helper/purl',
      '/product_tree/full_product_names/0/product_identification_helper/purl',
    ],
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/purls/0',
      '/product_tree/full_product_names/0/product_identification_helper/purls/0',
    ],
  },
  '6.1.14': {
    '2.1': ['/document/tracking/revision_history', '/document/tracking/revision_history'],
  },
  '6.1.15': { '2.1': ['/document/source_lang', '/document/source_lang'] },
  '6.1.16': { '2.1': ['/document/tracking/version', '/document/tracking/version'] },
  '6.1.17': {
    '2.1': ['/document/tracking/status', '/document/tracking/status', '/document/tracking/status'],
  },
  '6.1.18': {
    '2.1': [
      '/document/tracking/revision_history/0/number',
      '/document/tracking/revision_history/0/number',
    ],
  },
  '6.1.19': {
    '2.1': [
      '/document/tracking/revision_history/0/number',
      '/document/tracking/revision_history/1/number',
    ],
  },
  '6.1.20': { '2.1': ['/document/tracking/version', '/document/tracking/version'] },
  '6.1.21': {
    '2.1': [
      '/document/tracking/revision_history',
      '/document/tracking/revision_history /document/tracking/revision_history',
      '/document/tracking/revision_history',
    ],
  },
  '6.1.22': {
    '2.1': ['/document/tracking/revision_history', '/document/tracking/revision_history'],
  },
  '6.1.23': { '2.1': ['/vulnerabilities/1/cve', '/vulnerabilities/2/cve'] },
  '6.1.24': { '2.1': ['/vulnerabilities/0/involvements/1', '/vulnerabilities/0/involvements/1'] },
  '6.1.25': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes',
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes',
    ],
  },
  '6.1.26': {
    '2.1': [
      '/document/category',
      '/document/category',
      '/document/category',
      '/document/category',
      '/document/category',
    ],
  },
  '6.1.27.1': { '2.1': ['/document/notes', '/document/notes'] },
  '6.1.27.2': { '2.1': ['/document/references', '/document/references'] },
  '6.1.27.3': { '2.1': ['/vulnerabilities', '/vulnerabilities'] },
  '6.1.27.4': { '2.1': ['/product_tree', '/product_tree'] },
  '6.1.27.5': { '2.1': ['/vulnerabilities/0/notes', '/vulnerabilities/0/notes'] },
  '6.1.27.6': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/1/product_status'] },
  '6.1.27.7': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.1.27.8': { '2.1': ['/vulnerabilities/0', '/vulnerabilities/1'] },
  '6.1.27.9': {
    '2.1': [
      '/vulnerabilities/0/product_status/known_not_affected/0',
      '/vulnerabilities/0/product_status/known_not_affected/0',
    ],
  },
  '6.1.27.10': {
    '2.1': [
      '/vulnerabilities/0/product_status/known_affected/0 /vulnerabilities/0/product_status/known_affected/1',
      '/vulnerabilities/0/product_status/known_affected/1',
    ],
  },
  '6.1.27.11': { '2.1': ['/vulnerabilities', '/vulnerabilities'] },
  '6.1.27.12': {
    '2.1': [
      '/vulnerabilities/0/product_status/known_affected',
      '/vulnerabilities/0/product_status/known_affected',
    ],
  },
  '6.1.27.13': {
    '2.1': [
      '/vulnerabilities/0/product_status/fixed/0',
      '/vulnerabilities/0/product_status/fixed/0',
    ],
  },
  '6.1.27.14': { '2.1': ['/document/notes', '/document/notes'] },
  '6.1.27.15': { '2.1': ['/product_tree', '/product_tree'] },
  '6.1.27.16': {
    '2.1': ['/document/tracking/revision_history', '/document/tracking/revision_history'],
  },
  '6.1.27.17': { '2.1': ['/document/notes', '/document/notes'] },
  '6.1.27.18': { '2.1': ['/document/notes', '/document/notes'] },
  '6.1.27.19': { '2.1': ['/document/references', '/document/references'] },
  '6.1.28': { '2.1': ['/document/lang', '/document/lang'] },
  '6.1.29': { '2.1': ['/vulnerabilities/0/remediations/0', '/vulnerabilities/0/remediations/1'] },
  '6.1.30': { '2.1': ['/document/tracking/revision_history', '/document/tracking/version'] },
  '6.1.31': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.1.32': { '2.1': ['/vulnerabilities/0/flags/0', '/vulnerabilities/0/flags/1'] },
  '6.1.33': { '2.1': ['/vulnerabilities/0/flags/1', '/vulnerabilities/0/flags/1'] },
  '6.1.34': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/product',
      '/product_tree/branches/1/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/branches/0/product',
    ],
  },
  '6.1.35': { '2.1': ['/vulnerabilities/0/remediations/1', '/vulnerabilities/0/remediations/1'] },
  '6.1.36': { '2.1': ['/vulnerabilities/0/remediations/0', '/vulnerabilities/0/remediations/1'] },
  '6.1.37': {
    '2.1': [
      '/document/tracking/current_release_date',
      '/vulnerabilities/0/discovery_date',
      '/document/tracking/revision_history/0/date',
      '/vulnerabilities/0/discovery_date',
    ],
  },
  '6.1.38': { '2.1': ['/document/distribution/tlp/label', '/document/distribution/tlp/label'] },
  '6.1.39': {
    '2.1': ['/document/distribution/sharing_group/id', '/document/distribution/sharing_group/id'],
  },
  '6.1.40': {
    '2.1': [
      '/document/distribution/sharing_group/name',
      '/document/distribution/sharing_group/name',
    ],
  },
  '6.1.41': {
    '2.1': [
      '/document/distribution/sharing_group/name',
      '/document/distribution/sharing_group/name',
    ],
  },
  '6.1.42': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/purls/1',
      '/product_tree/full_product_names/0/product_identification_helper/purls/1',
    ],
  },
  '6.1.43': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/model_numbers/0',
      '/product_tree/full_product_names/0/product_identification_helper/model_numbers/1',
    ],
  },
  '6.1.44': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/serial_numbers/0',
      '/product_tree/full_product_names/0/product_identification_helper/serial_numbers/0',
    ],
  },
  '6.1.45': { '2.1': ['/vulnerabilities/0/disclosure_date', '/vulnerabilities/0/disclosure_date'] },
  '6.1.46': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/values',
    ],
  },
  '6.1.47': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/target_ids/0',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/target_ids/0',
    ],
  },
  '6.1.48': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0',
    ],
  },
  '6.1.49': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/timestamp',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/timestamp',
    ],
  },
  '6.1.50': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.1.51': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/epss/timestamp',
      '/vulnerabilities/0/metrics/0/content/epss/timestamp',
    ],
  },
  '6.1.52': {
    '2.1': [
      '/vulnerabilities/0/first_known_exploitation_dates/0/date',
      '/vulnerabilities/0/first_known_exploitation_dates/0/date /vulnerabilities/0/first_known_exploitation_dates/0/exploitation_date',
    ],
  },
  '6.1.53': {
    '2.1': [
      '/vulnerabilities/0/first_known_exploitation_dates/0/exploitation_date',
      '/vulnerabilities/0/first_known_exploitation_dates/0/exploitation_date',
    ],
  },
  '6.1.54': {
    '2.1': [
      '/document/license_expression',
      '/document/license_expression',
      '/document/license_expression',
      '/document/license_expression',
    ],
  },
  '6.1.55': { '2.1': ['/document/notes', '/document/notes'] },
  '6.1.56': { '2.1': ['/vulnerabilities/0/metrics/0', '/vulnerabilities/0/metrics/1'] },
  '6.1.57': {
    '2.1': [
      '/product_tree/branches/0/branches/0/category',
      '/product_tree/branches/0/branches/0/branches/0/category /product_tree/branches/0/branches/0/branches/1/category',
    ],
  },
  '6.1.58': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/category /product_tree/branches/0/branches/0/branches/1/category',
      '/product_tree/branches/0/branches/0/branches/0/category /product_tree/branches/0/branches/0/branches/1/category',
    ],
  },
  '6.1.59': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.1.60.1': {
    '2.1': [
      '/x_extensions/0 /x_extensions/0 /x_extensions/0',
      '/document/x_extensions/0/category',
      '/x_extensions/0/$schema',
    ],
  },
  '6.1.60.2': { '2.1': ['/x_extensions/0 /x_extensions/0', '/vulnerabilities/0/x_extensions/0'] },
  '6.1.60.3': { '2.1': ['/x_extensions', '/x_extensions'] },
  '6.1.61': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/skus/0',
      '/product_tree/full_product_names/0/product_identification_helper/skus/0',
    ],
  },
  '6.2.1': {
    '2.1': [
      '/product_tree/full_product_names/1/product_id',
      '/product_tree/branches/0/branches/0/branches/1/product/product_id',
    ],
  },
  '6.2.2': {
    '2.1': [
      '/vulnerabilities/0/product_status/known_affected/0 /vulnerabilities/0/product_status/known_affected/1',
      '/vulnerabilities/0/product_status/under_investigation/0',
    ],
  },
  '6.2.3': {
    '2.1': [
      '/vulnerabilities/0/product_status/known_affected/1',
      '/vulnerabilities/0/product_status/known_affected/0 /vulnerabilities/0/product_status/known_affected/1',
    ],
  },
  '6.2.4': {
    '2.1': [
      '/document/tracking/revision_history/0/number',
      '/document/tracking/revision_history/1/number',
    ],
  },
  '6.2.5': {
    '2.1': ['/document/tracking/initial_release_date', '/document/tracking/initial_release_date'],
  },
  '6.2.6': {
    '2.1': ['/document/tracking/current_release_date', '/document/tracking/current_release_date'],
  },
  '6.2.7': { '2.1': ['/vulnerabilities/0/involvements/0', '/vulnerabilities/0/involvements/1'] },
  '6.2.8': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes',
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes',
    ],
  },
  '6.2.9': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes',
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes',
    ],
  },
  '6.2.10': { '2.0': ['/document/distribution/tlp/label', '/document/distribution/tlp/label'] },
  '6.2.11': { '2.1': ['/document/references', '/document/references', '/document/references'] },
  '6.2.12': { '2.1': ['/document/lang', '/document/lang'] },
  '6.2.13': { '2.1': ['/document/aggregate_severity', '/product_tree/branches/0/branches'] },
  '6.2.14': { '2.1': ['/document/lang', '/document/lang', '/document/source_lang'] },
  '6.2.15': { '2.1': ['/document/lang', '/document/source_lang'] },
  '6.2.16': { '2.1': ['/product_tree/full_product_names/0', '/product_tree/full_product_names/1'] },
  '6.2.17': { '2.1': ['/vulnerabilities/0/ids/0', '/vulnerabilities/0/ids/1'] },
  '6.2.18': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.2.19': {
    '2.1': [
      '/vulnerabilities/0/product_status/fixed/0',
      '/vulnerabilities/0/product_status/fixed/0',
    ],
  },
  '6.2.20': {
    '2.0': ['/vulnerabilities/0/scores/0/cvss_v3/custom', '/document/custom'],
    '2.1': ['/vulnerabilities/0/metrics/0/content/cvss_v3/custom', '/document/custom'],
  },
  '6.2.21': {
    '2.1': [
      '/document/tracking/revision_history/1/date',
      '/document/tracking/revision_history/1/date',
    ],
  },
  '6.2.22': { '2.1': ['/document/title', '/document/title'] },
  '6.2.23': { '2.1': ['/vulnerabilities/0/cwes/0', '/vulnerabilities/0/cwes/0'] },
  '6.2.24': { '2.1': ['/vulnerabilities/0/cwes/0', '/vulnerabilities/0/cwes/0'] },
  '6.2.25': { '2.1': ['/vulnerabilities/0/cwes/0', '/vulnerabilities/0/cwes/0'] },
  '6.2.26': { '2.1': ['/vulnerabilities/0/cwes/0', '/vulnerabilities/0/cwes/0'] },
  '6.2.27': { '2.1': ['/vulnerabilities/0/remediations/1', '/vulnerabilities/0/remediations/1'] },
  '6.2.28': {
    '2.1': ['/document/distribution/sharing_group/id', '/document/distribution/sharing_group/id'],
  },
  '6.2.29': {
    '2.1': ['/document/distribution/sharing_group/id', '/document/distribution/sharing_group/id'],
  },
  '6.2.30': {
    '2.1': ['/document/distribution/sharing_group', '/document/distribution/sharing_group'],
  },
  '6.2.31': { '2.1': ['/product_tree/full_product_names/0', '/product_tree/full_product_names/1'] },
  '6.2.32': {
    '2.1': [
      '/product_tree/product_paths/0/full_product_name/product_identification_helper/skus/0',
      '/product_tree/full_product_names/0/product_identification_helper/purls/0',
      '/product_tree/full_product_names/1/product_identification_helper/hashes/0',
    ],
  },
  '6.2.33': { '2.1': ['/vulnerabilities/0/disclosure_date', '/vulnerabilities/0/disclosure_date'] },
  '6.2.34': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
    ],
  },
  '6.2.35': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
    ],
  },
  '6.2.36': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
    ],
  },
  '6.2.37': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/decision_point_resources',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/decision_point_resources',
    ],
  },
  '6.2.38': { '2.1': ['/document/category', '/document/category'] },
  '6.2.39.1': {
    '2.1': [
      '/vulnerabilities/0/product_status /vulnerabilities/0/product_status',
      '/vulnerabilities/0/product_status',
    ],
  },
  '6.2.39.2': { '2.1': ['/document/notes', '/document/notes'] },
  '6.2.39.3': { '2.1': ['/document/notes', '/document/notes'] },
  '6.2.39.4': { '2.1': ['/document/references', '/document/references'] },
  '6.2.39.5': { '2.1': ['/x_extensions', '/document/x_extensions'] },
  '6.2.40': { '2.1': ['/document/notes/1', '/document/notes/1'] },
  '6.2.41': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/epss/timestamp',
      '/vulnerabilities/0/metrics/0/content/epss/timestamp',
    ],
  },
  '6.2.42': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/product/product_identification_helper/cpe',
      '/product_tree/branches/0/branches/0/branches/0/product/product_identification_helper/cpe',
      '/product_tree/branches/0/branches/0/branches/0/product/product_identification_helper/purls/0',
    ],
  },
  '6.2.43': { '2.1': ['/document/license_expression', '/document/license_expression'] },
  '6.2.44': { '2.1': ['/document/license_expression', '/document/license_expression'] },
  '6.2.45': { '2.1': ['/document/license_expression', '/document/license_expression'] },
  '6.2.46': { '2.1': ['/document/notes', '/document/notes'] },
  '6.2.47': { '2.1': ['/vulnerabilities/0/metrics/0', '/vulnerabilities/0/metrics/0'] },
  '6.2.48': { '2.1': ['/product_tree/branches/0/name', '/product_tree/branches/0/name'] },
  '6.2.49': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.2.50.1': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.2.50.2': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.2.50.3': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.2.51': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.2.52': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes/0/algorithm',
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes/1/algorithm',
    ],
  },
  '6.2.53': { '2.1': ['/vulnerabilities/0/ids/0/text', '/vulnerabilities/0/ids/0/text'] },
  '6.2.54.1': { '2.1': ['/x_extensions/0', '/vulnerabilities/0/x_extensions/0'] },
  '6.2.54.2': { '2.1': ['/x_extensions/0', '/vulnerabilities/0/metrics/0/content/x_extensions/0'] },
  '6.2.54.3': { '2.1': ['/x_extensions/0/critical', '/document/x_extensions/0/critical'] },
  '6.2.54.4': { '2.1': ['/x_extensions/0', '/vulnerabilities/0/x_extensions/0'] },
  '6.3.1': {
    '2.0': ['/vulnerabilities/0/scores/0', '/vulnerabilities/0/scores/1'],
    '2.1': ['/vulnerabilities/0/metrics/0', '/vulnerabilities/0/metrics/1'],
  },
  '6.3.2': {
    '2.0': [
      '/vulnerabilities/0/scores/0/cvss_v3/version',
      '/vulnerabilities/0/scores/0/cvss_v3/vectorString',
    ],
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/cvss_v3/version',
      '/vulnerabilities/0/metrics/0/content/cvss_v3/vectorString',
    ],
  },
  '6.3.3': { '2.1': ['/vulnerabilities/0/cve', '/vulnerabilities/1/cve'] },
  '6.3.4': {
    '2.0': ['/vulnerabilities/0/cwe', '/vulnerabilities/1/cwe'],
    '2.1': ['/vulnerabilities/0/cwes', '/vulnerabilities/1/cwes'],
  },
  '6.3.5': {
    '2.1': [
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes/0/value',
      '/product_tree/full_product_names/0/product_identification_helper/hashes/0/file_hashes/0/value',
    ],
  },
  '6.3.6': { '2.1': ['/document/references/1/url', '/document/acknowledgments/0/urls/0'] },
  '6.3.7': { '2.1': ['/document/references/0/url', '/vulnerabilities/0/references/0/url'] },
  '6.3.8': { '2.1': ['/document/title', '/document/lang'] },
  '6.3.9': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/product /product_tree/branches/0/branches/0/branches/1/product',
      '/product_tree/branches/0/branches/0/branches/0/product',
    ],
  },
  '6.3.10': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/category',
      '/product_tree/branches/0/category',
    ],
  },
  '6.3.11': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/name',
      '/product_tree/branches/0/branches/0/branches/0/name',
    ],
  },
  '6.3.12': {
    '2.1': [
      '/vulnerabilities/0/metrics /vulnerabilities/0/metrics/0/content',
      '/vulnerabilities/0/metrics /vulnerabilities/0/metrics',
    ],
  },
  '6.3.13': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0',
    ],
  },
  '6.3.14': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
    ],
  },
  '6.3.15': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
      '/vulnerabilities/0/metrics/0/content/ssvc_v2/selections/0/namespace',
    ],
  },
  '6.3.16': { '2.1': ['/document/title', '/vulnerabilities/0/title'] },
  '6.3.17': { '2.1': ['/document/license_expression', '/document/license_expression'] },
  '6.3.18': { '2.1': ['/vulnerabilities/0/metrics/0', '/vulnerabilities/0/metrics/0'] },
  '6.3.19.1': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.3.19.2': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.3.19.3': { '2.1': ['/vulnerabilities/0/product_status', '/vulnerabilities/0/product_status'] },
  '6.3.19.4': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/1/name',
      '/product_tree/branches/0/branches/0/branches/1/name',
    ],
  },
  '6.3.19.5': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/1/name',
      '/product_tree/branches/0/branches/0/branches/1/name',
    ],
  },
  '6.3.20': {
    '2.1': ['/vulnerabilities/0/ids/0/system_name', '/vulnerabilities/0/ids/1/system_name'],
  },
  '6.3.21.1': { '2.1': ['/x_extensions/0/category', '/vulnerabilities/0/x_extensions/0/category'] },
  '6.3.21.2': { '2.1': ['/x_extensions/0', '/vulnerabilities/0/x_extensions/0'] },
  '6.3.21.3': { '2.1': ['/document/x_extensions', '/document/x_extensions'] },
  '6.3.21.4': {
    '2.1': [
      '/product_tree/branches/0/branches/0/branches/0/product/x_extensions',
      '/product_tree/branches/0/branches/0/branches/1/product/x_extensions',
    ],
  },
  '6.3.21.5': {
    '2.1': [
      '/product_tree/full_product_names/0/x_extensions',
      '/product_tree/full_product_names/0/x_extensions',
    ],
  },
  '6.3.21.6': {
    '2.1': [
      '/product_tree/product_paths/0/full_product_name/x_extensions',
      '/product_tree/product_paths/0/full_product_name/x_extensions',
    ],
  },
  '6.3.21.7': {
    '2.1': [
      '/vulnerabilities/0/metrics/0/content/x_extensions',
      '/vulnerabilities/0/metrics/0/content/x_extensions',
    ],
  },
  '6.3.21.8': { '2.1': ['/vulnerabilities/0/x_extensions', '/vulnerabilities/0/x_extensions'] },
  '6.3.21.9': { '2.1': ['/x_extensions', '/x_extensions'] },
  '6.3.22': {
    '2.1': [
      '/product_tree/product_paths/1/beginning_product_reference',
      '/product_tree/product_paths/1/subpaths/0/next_product_reference',
    ],
  },
};
