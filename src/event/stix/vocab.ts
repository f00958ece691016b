/** Vocabularies and enumerations of STIX 2.1 section 10. */

export interface Vocabulary {
  readonly clause: string;
  /** Name of the optional check that looks at it. */
  readonly check: string;
  readonly values: ReadonlySet<string>;
}

function terms(clause: string, check: string, values: string): Vocabulary {
  return { clause: `STIX 2.1 §${clause}`, check, values: new Set(values.split(' ')) };
}

const TABLE = {
  'account-type-ov': terms(
    '10.1',
    'account-type',
    'facebook ldap nis openid radius skype tacacs twitter unix windows-local windows-domain',
  ),
  'attack-motivation-ov': terms(
    '10.2',
    'attack-motivation',
    'accidental coercion dominance ideology notoriety organizational-gain personal-gain personal-satisfaction revenge unpredictable',
  ),
  'attack-resource-level-ov': terms(
    '10.3',
    'attack-resource-level',
    'individual club contest team organization government',
  ),
  'grouping-context-ov': terms(
    '10.6',
    'grouping-context',
    'suspicious-activity malware-analysis unspecified',
  ),
  'identity-class-ov': terms(
    '10.8',
    'identity-class',
    'individual group system organization class unknown',
  ),
  'implementation-language-ov': terms(
    '10.9',
    'implementation-languages',
    'applescript bash c c++ c# go java javascript lua objective-c perl php powershell python ruby rust scala swift typescript visual-basic x86-32 x86-64',
  ),
  'indicator-type-ov': terms(
    '10.10',
    'indicator-types',
    'anomalous-activity anonymization benign compromised malicious-activity attribution unknown',
  ),
  'industry-sector-ov': terms(
    '10.11',
    'industry-sector',
    'agriculture aerospace automotive chemical commercial communications construction defense education energy entertainment financial-services government emergency-services government-local government-national government-public-services government-regional healthcare hospitality-leisure infrastructure dams nuclear water insurance legal manufacturing mining non-profit pharmaceuticals retail technology telecommunications transportation utilities',
  ),
  'infrastructure-type-ov': terms(
    '10.12',
    'infrastructure-types',
    'amplification anonymization botnet command-and-control control-system exfiltration firewall hosting-malware hosting-target-lists phishing reconnaissance routers-switches staging workstation unknown',
  ),
  'malware-capabilities-ov': terms(
    '10.13',
    'malware-capabilities',
    'accesses-remote-machines anti-debugging anti-disassembly anti-emulation anti-memory-forensics anti-sandbox anti-vm captures-input-peripherals captures-output-peripherals captures-system-state-data cleans-traces-of-infection commits-fraud communicates-with-c2 compromises-data-availability compromises-data-integrity compromises-system-availability controls-local-machine degrades-security-software degrades-system-updates determines-c2-server emails-spam escalates-privileges evades-av exfiltrates-data fingerprints-host hides-artifacts hides-executing-code infects-files infects-remote-machines installs-other-components persists-after-system-reboot prevents-artifact-access prevents-artifact-deletion probes-network-environment self-modifies steals-authentication-credentials violates-system-operational-integrity',
  ),
  'malware-result-ov': terms(
    '10.14',
    'malware-analysis-result',
    'malicious suspicious benign unknown',
  ),
  'malware-type-ov': terms(
    '10.15',
    'malware-types',
    'adware backdoor bot bootkit ddos downloader dropper exploit-kit keylogger ransomware remote-access-trojan resource-exploitation rogue-security-software rootkit screen-capture spyware trojan unknown virus webshell wiper worm',
  ),
  'pattern-type-ov': terms(
    '10.19',
    'indicator-pattern-types',
    'stix pcre sigma snort suricata yara',
  ),
  'processor-architecture-ov': terms(
    '10.20',
    'processor-architecture',
    'alpha arm ia-64 mips powerpc sparc x86 x86-64',
  ),
  'region-ov': terms(
    '10.21',
    'region',
    'africa eastern-africa middle-africa northern-africa southern-africa western-africa americas caribbean central-america latin-america-caribbean northern-america south-america asia central-asia eastern-asia southern-asia south-eastern-asia western-asia europe eastern-europe northern-europe southern-europe western-europe oceania antarctica australia-new-zealand melanesia micronesia polynesia',
  ),
  'report-type-ov': terms(
    '10.22',
    'report-types',
    'attack-pattern campaign identity incident indicator intrusion-set malware observed-data threat-actor threat-report tool vulnerability',
  ),
  'threat-actor-type-ov': terms(
    '10.23',
    'threat-actor-types',
    'activist competitor crime-syndicate criminal hacker insider-accidental insider-disgruntled nation-state private-sector sensationalist spy terrorist unknown',
  ),
  'threat-actor-role-ov': terms(
    '10.24',
    'threat-actor-role',
    'agent director independent infrastructure-architect infrastructure-operator malware-author sponsor',
  ),
  'threat-actor-sophistication-ov': terms(
    '10.25',
    'threat-actor-sophistication',
    'none minimal intermediate advanced expert innovator strategic',
  ),
  'tool-type-ov': terms(
    '10.26',
    'tool-types',
    'denial-of-service exploitation information-gathering network-capture credential-exploitation remote-access vulnerability-scanning unknown',
  ),
  'windows-pebinary-type-ov': terms('10.28', 'windows-pebinary-type', 'dll exe sys'),
} as const satisfies Record<string, Vocabulary>;

export type VocabularyName = keyof typeof TABLE;

/** Open vocabularies by name. */
export const VOCABULARIES: Readonly<Record<VocabularyName, Vocabulary>> = TABLE;

/** §10.7, open: names of hash algorithms. */
export const HASH_ALGORITHMS: ReadonlySet<string> = new Set([
  'MD5',
  'SHA-1',
  'SHA-256',
  'SHA-512',
  'SHA3-256',
  'SHA3-512',
  'SSDEEP',
  'TLSH',
]);

const CLOSED = {
  'encryption-algorithm-enum': terms(
    '10.4',
    '',
    'AES-256-GCM ChaCha20-Poly1305 mime-type-indicated',
  ),
  'extension-type-enum': terms(
    '10.5',
    '',
    'new-sdo new-sco new-sro property-extension toplevel-property-extension',
  ),
  'network-socket-address-family-enum': terms(
    '10.16',
    '',
    'AF_UNSPEC AF_INET AF_IPX AF_APPLETALK AF_NETBIOS AF_INET6 AF_IRDA AF_BTH',
  ),
  // The summary line of §10.17 misprints SOCK_DGRAM; the value table below it has the name.
  'network-socket-type-enum': terms(
    '10.17',
    '',
    'SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_RDM SOCK_SEQPACKET',
  ),
  'opinion-enum': terms('10.18', '', 'strongly-disagree disagree neutral agree strongly-agree'),
  'windows-integrity-level-enum': terms('10.27', '', 'low medium high system'),
  'windows-registry-datatype-enum': terms(
    '10.29',
    '',
    'REG_NONE REG_SZ REG_EXPAND_SZ REG_BINARY REG_DWORD REG_DWORD_BIG_ENDIAN REG_DWORD_LITTLE_ENDIAN REG_LINK REG_MULTI_SZ REG_RESOURCE_LIST REG_FULL_RESOURCE_DESCRIPTION REG_RESOURCE_REQUIREMENTS_LIST REG_QWORD REG_INVALID_TYPE',
  ),
  'windows-service-start-type-enum': terms(
    '10.30',
    '',
    'SERVICE_AUTO_START SERVICE_BOOT_START SERVICE_DEMAND_START SERVICE_DISABLED SERVICE_SYSTEM_ALERT',
  ),
  'windows-service-type-enum': terms(
    '10.31',
    '',
    'SERVICE_KERNEL_DRIVER SERVICE_FILE_SYSTEM_DRIVER SERVICE_WIN32_OWN_PROCESS SERVICE_WIN32_SHARE_PROCESS',
  ),
  'windows-service-status-enum': terms(
    '10.32',
    '',
    'SERVICE_CONTINUE_PENDING SERVICE_PAUSE_PENDING SERVICE_PAUSED SERVICE_RUNNING SERVICE_START_PENDING SERVICE_STOP_PENDING SERVICE_STOPPED',
  ),
} as const satisfies Record<string, Vocabulary>;

export type EnumerationName = keyof typeof CLOSED;

/** Closed enumerations by name. */
export const ENUMERATIONS: Readonly<Record<EnumerationName, Vocabulary>> = CLOSED;
