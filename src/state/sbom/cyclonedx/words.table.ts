/**
 * Closed lists of CycloneDX 1.2 to 1.7 (ECMA-424): the words of the first version that has the
 * list, then `; VERSION +added -removed`.
 */
export const WORDS: Readonly<Record<string, string>> = {
  affectedStatus: 'affected unaffected unknown',
  aggregateType:
    'complete incomplete incomplete_first_party_only incomplete_third_party_only unknown not_specified; 1.5 +incomplete_first_party_proprietary_only +incomplete_first_party_opensource_only +incomplete_third_party_proprietary_only +incomplete_third_party_opensource_only',
  'attachment.encoding': 'base64',
  'bom.bomFormat': 'CycloneDX',
  'co2Measure.unit': 'tCO2eq',
  'component.scope': 'required optional excluded',
  'component.type':
    'application framework library container operating-system device firmware file; 1.5 +platform +device-driver +machine-learning-model +data; 1.6 +cryptographic-asset',
  'componentData.type': 'source-code configuration dataset definition other',
  'componentEvidence.identity.field': 'group name version purl cpe swid hash',
  'componentEvidence.identity.methods.technique':
    'source-code-analysis binary-analysis manifest-analysis ast-fingerprint hash-comparison instrumentation dynamic-analysis filename attestation other',
  'componentIdentityEvidence.field': 'group name version purl cpe omniborId swhid swid hash',
  'componentIdentityEvidence.methods.technique':
    'source-code-analysis binary-analysis manifest-analysis ast-fingerprint hash-comparison instrumentation dynamic-analysis filename attestation other',
  'cryptoProperties.algorithmProperties.certificationLevel':
    'none fips140-1-l1 fips140-1-l2 fips140-1-l3 fips140-1-l4 fips140-2-l1 fips140-2-l2 fips140-2-l3 fips140-2-l4 fips140-3-l1 fips140-3-l2 fips140-3-l3 fips140-3-l4 cc-eal1 cc-eal1+ cc-eal2 cc-eal2+ cc-eal3 cc-eal3+ cc-eal4 cc-eal4+ cc-eal5 cc-eal5+ cc-eal6 cc-eal6+ cc-eal7 cc-eal7+ other unknown',
  'cryptoProperties.algorithmProperties.cryptoFunctions':
    'generate keygen encrypt decrypt digest tag keyderive sign verify encapsulate decapsulate other unknown',
  'cryptoProperties.algorithmProperties.executionEnvironment':
    'software-plain-ram software-encrypted-ram software-tee hardware other unknown',
  'cryptoProperties.algorithmProperties.implementationPlatform':
    'generic x86_32 x86_64 armv7-a armv7-m armv8-a armv8-m armv9-a armv9-m s390x ppc64 ppc64le other unknown',
  'cryptoProperties.algorithmProperties.mode': 'cbc ecb ccm gcm cfb ofb ctr other unknown',
  'cryptoProperties.algorithmProperties.padding': 'pkcs5 pkcs7 pkcs1v15 oaep raw other unknown',
  'cryptoProperties.algorithmProperties.primitive':
    'drbg mac block-cipher stream-cipher signature hash pke xof kdf key-agree kem ae combiner other unknown; 1.7 +key-wrap',
  'cryptoProperties.assetType': 'algorithm certificate protocol related-crypto-material',
  'cryptoProperties.certificateProperties.certificateExtensions.commonExtensionName':
    'basicConstraints keyUsage extendedKeyUsage subjectAlternativeName authorityKeyIdentifier subjectKeyIdentifier authorityInformationAccess certificatePolicies crlDistributionPoints signedCertificateTimestamp',
  'cryptoProperties.certificateProperties.certificateState.state':
    'pre-activation active suspended deactivated revoked destroyed',
  'cryptoProperties.protocolProperties.type':
    'tls ssh ipsec ike sstp wpa other unknown; 1.7 +dtls +quic +eap-aka +eap-aka-prime +prins +5g-aka',
  'cryptoProperties.relatedCryptoMaterialProperties.state':
    'pre-activation active suspended deactivated compromised destroyed',
  'cryptoProperties.relatedCryptoMaterialProperties.type':
    'private-key public-key secret-key key ciphertext signature digest initialization-vector nonce seed salt shared-secret tag additional-data password credential token other unknown',
  dataFlow: 'inbound outbound bi-directional unknown',
  dataFlowDirection: 'inbound outbound bi-directional unknown',
  'energyConsumption.activity':
    'design data-collection data-preparation training fine-tuning validation deployment inference other',
  'energyMeasure.unit': 'kWh',
  'energyProvider.energySource':
    'coal oil natural-gas nuclear wind solar geothermal hydropower biofuel unknown other',
  'externalReference.type':
    'vcs issue-tracker website advisories bom mailing-list social chat documentation support distribution license build-meta build-system other; 1.4 +release-notes; 1.5 +distribution-intake +security-contact +model-card +log +configuration +evidence +formulation +attestation +threat-model +adversary-model +risk-assessment +vulnerability-assertion +exploitability-statement +pentest-report +static-analysis-report +dynamic-analysis-report +runtime-analysis-report +component-analysis-report +maturity-report +certification-report +codified-infrastructure +quality-metrics +poam; 1.6 +source-distribution +electronic-signature +digital-signature +rfc-9116; 1.7 +patent +patent-family +patent-assertion +citation',
  'hash-alg':
    'MD5 SHA-1 SHA-256 SHA-384 SHA-512 SHA3-256 SHA3-384 SHA3-512 BLAKE2b-256 BLAKE2b-384 BLAKE2b-512 BLAKE3; 1.7 +Streebog-256 +Streebog-512',
  impactAnalysisJustification:
    'code_not_present code_not_reachable requires_configuration requires_dependency requires_environment protected_by_compiler protected_at_runtime protected_at_perimeter protected_by_mitigating_control',
  impactAnalysisState:
    'resolved resolved_with_pedigree exploitable in_triage false_positive not_affected',
  'issue.type': 'defect enhancement security',
  licenseAcknowledgementEnumeration: 'declared concluded',
  'licensing.licenseTypes':
    'academic appliance client-access concurrent-user core-points custom-metric device evaluation named-user node-locked oem perpetual processor-points subscription user other',
  'metadata.lifecycles.phase':
    'design pre-build build post-build operations discovery decommission',
  'modelCard.modelParameters.approach.type':
    'supervised unsupervised reinforcement-learning semi-supervised self-supervised',
  'outputType.type': 'artifact attestation log evidence metrics other',
  'patch.type': 'unofficial monkey backport cherry-pick',
  'patent.patentLegalStatus':
    'pending granted revoked expired lapsed withdrawn abandoned suspended reinstated opposed terminated invalidated in-force',
  'patentAssertions.assertionType':
    'ownership license third-party-claim standards-inclusion prior-art exclusive-rights non-assertion research-or-evaluation',
  scoreMethod: 'CVSSv2 CVSSv3 CVSSv31 OWASP other; 1.5 +CVSSv4 +SSVC',
  severity: 'critical high medium low info none unknown',
  taskType: 'copy clone lint scan merge build test deliver deploy release clean other',
  tlpClassification: 'CLEAR GREEN AMBER AMBER_AND_STRICT RED',
  'trigger.type': 'manual api webhook scheduled',
  'volume.mode': 'filesystem block',
  'vulnerability.analysis.response':
    'can_not_fix will_not_fix update rollback workaround_available',
  'workspace.accessMode': 'read-only read-write read-write-once write-once write-only',
};
