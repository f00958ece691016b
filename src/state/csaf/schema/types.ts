/** Types that CSAF 2.0 and 2.1 share, and texts with a form. */
import { isDateTime, isUri, isUuid } from './formats.ts';
import * as patterns from './patterns.ts';
import { filled, list, object, set, text } from './shapes.ts';
import type { Check } from './walk.ts';

export const uri = text({ format: { name: 'a URI', test: isUri } });
export const dateTime = text({ format: { name: 'a date-time of RFC 3339', test: isDateTime } });
export const language = text({ pattern: patterns.isLanguageTag, form: 'a language tag' });
export const version = text({
  pattern: patterns.isVersion,
  form: 'an integer version or a semantic version',
});
export const cve = text({ pattern: patterns.isCve, form: 'of the form CVE-YYYY-NNNN' });
export const cweId = text({ pattern: patterns.isCwe, form: 'of the form CWE-N' });
export const cpe = text({ min: 5, pattern: patterns.isCpe, form: 'a CPE name' });
export const category = text({
  min: 1,
  pattern: patterns.isTrimmedName,
  form: 'without white space, hyphen, underscore and full stop at its ends',
});
export const trackingId = text({
  min: 1,
  pattern: patterns.isTrimmed,
  form: 'without white space at its ends',
});
export const sharingGroupId = text({
  format: { name: 'a UUID', test: isUuid },
  pattern: patterns.isSharingGroup,
  form: 'a UUID of version 4, nil or max, in lower case',
});

/** product_id_t and product_group_id_t. */
export const id = filled;
/** products_t and product_groups_t. */
export const ids: Check = set(id);

export const acknowledgments = list(
  object(
    { names: list(filled), organization: filled, summary: filled, urls: list(uri) },
    { min: 1, open: false },
  ),
);

export const CWE_NAME = category;

export const NOTE_CATEGORIES = [
  'description',
  'details',
  'faq',
  'general',
  'legal_disclaimer',
  'other',
  'summary',
] as const;

export const FLAG_LABELS = [
  'component_not_present',
  'inline_mitigations_already_exist',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_not_present',
] as const;

export const RELATION_CATEGORIES = [
  'default_component_of',
  'external_component_of',
  'installed_on',
  'installed_with',
  'optional_component_of',
] as const;

export const RESTART_CATEGORIES = [
  'connected',
  'dependencies',
  'machine',
  'none',
  'parent',
  'service',
  'system',
  'vulnerable_component',
  'zone',
] as const;

export const PARTIES = ['coordinator', 'discoverer', 'other', 'user', 'vendor'] as const;

export const INVOLVEMENT_STATES = [
  'completed',
  'contact_attempted',
  'disputed',
  'in_progress',
  'not_contacted',
  'open',
] as const;

export const STATUSES_20 = [
  'first_affected',
  'first_fixed',
  'fixed',
  'known_affected',
  'known_not_affected',
  'last_affected',
  'recommended',
  'under_investigation',
] as const;
