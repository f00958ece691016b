/**
 * The classes of SPDX 3.0.1 and their members, as the model has them; each class has those of the one
 * above it too. `!` must be there · `[x]` a list · `#name` a word of ENUMERATIONS · `@name` an object
 * of that class, or the IRI of one.
 */

export interface Spdx3Class {
  readonly above: string | null;
  /** Only classes below it stand in documents. */
  readonly abstract?: true;
  readonly members: Readonly<Record<string, string>>;
}

export const CLASSES: Readonly<Record<string, Spdx3Class>> = {
  Agent: {
    above: 'Element',
    members: {},
  },
  Annotation: {
    above: 'Element',
    members: {
      annotationType: '!#AnnotationType',
      contentType: 'text:media-type',
      statement: 'text',
      subject: '!@Element',
    },
  },
  Artifact: {
    above: 'Element',
    abstract: true,
    members: {
      builtTime: 'time',
      originatedBy: '[@Agent]',
      releaseTime: 'time',
      standardName: '[text]',
      suppliedBy: '@Agent',
      supportLevel: '[#SupportType]',
      validUntilTime: 'time',
    },
  },
  Bom: {
    above: 'Bundle',
    members: {},
  },
  Bundle: {
    above: 'ElementCollection',
    members: {
      context: 'text',
    },
  },
  CreationInfo: {
    above: null,
    members: {
      comment: 'text',
      created: '!time',
      createdBy: '![@Agent]',
      createdUsing: '[@Tool]',
      specVersion: '!text:semver',
    },
  },
  DictionaryEntry: {
    above: null,
    members: {
      key: '!text',
      value: 'text',
    },
  },
  Element: {
    above: null,
    abstract: true,
    members: {
      comment: 'text',
      creationInfo: '!@CreationInfo',
      description: 'text',
      extension: '[@extension_Extension]',
      externalIdentifier: '[@ExternalIdentifier]',
      externalRef: '[@ExternalRef]',
      name: 'text',
      summary: 'text',
      verifiedUsing: '[@IntegrityMethod]',
    },
  },
  ElementCollection: {
    above: 'Element',
    abstract: true,
    members: {
      element: '[@Element]',
      profileConformance: '[#ProfileIdentifierType]',
      rootElement: '[@Element]',
    },
  },
  ExternalIdentifier: {
    above: null,
    members: {
      comment: 'text',
      externalIdentifierType: '!#ExternalIdentifierType',
      identifier: '!text',
      identifierLocator: '[uri]',
      issuingAuthority: 'text',
    },
  },
  ExternalMap: {
    above: null,
    members: {
      definingArtifact: '@Artifact',
      externalSpdxId: '!uri',
      locationHint: 'uri',
      verifiedUsing: '[@IntegrityMethod]',
    },
  },
  ExternalRef: {
    above: null,
    members: {
      comment: 'text',
      contentType: 'text:media-type',
      externalRefType: '#ExternalRefType',
      locator: '[text]',
    },
  },
  Hash: {
    above: 'IntegrityMethod',
    members: {
      algorithm: '!#HashAlgorithm',
      hashValue: '!text',
    },
  },
  IndividualElement: {
    above: 'Element',
    members: {},
  },
  IntegrityMethod: {
    above: null,
    abstract: true,
    members: {
      comment: 'text',
    },
  },
  LifecycleScopedRelationship: {
    above: 'Relationship',
    members: {
      scope: '#LifecycleScopeType',
    },
  },
  NamespaceMap: {
    above: null,
    members: {
      namespace: '!uri',
      prefix: '!text',
    },
  },
  Organization: {
    above: 'Agent',
    members: {},
  },
  PackageVerificationCode: {
    above: 'IntegrityMethod',
    members: {
      algorithm: '!#HashAlgorithm',
      hashValue: '!text',
      packageVerificationCodeExcludedFile: '[text]',
    },
  },
  Person: {
    above: 'Agent',
    members: {},
  },
  PositiveIntegerRange: {
    above: null,
    members: {
      beginIntegerRange: '!positive',
      endIntegerRange: '!positive',
    },
  },
  Relationship: {
    above: 'Element',
    members: {
      completeness: '#RelationshipCompleteness',
      endTime: 'time',
      from: '!@Element',
      relationshipType: '!#RelationshipType',
      startTime: 'time',
      to: '![@Element]',
    },
  },
  SoftwareAgent: {
    above: 'Agent',
    members: {},
  },
  SpdxDocument: {
    above: 'ElementCollection',
    members: {
      dataLicense: '@simplelicensing_AnyLicenseInfo',
      import: '[@ExternalMap]',
      namespaceMap: '[@NamespaceMap]',
    },
  },
  Tool: {
    above: 'Element',
    members: {},
  },
  ai_AIPackage: {
    above: 'software_Package',
    members: {
      ai_autonomyType: '#PresenceType',
      ai_domain: '[text]',
      ai_energyConsumption: '@ai_EnergyConsumption',
      ai_hyperparameter: '[@DictionaryEntry]',
      ai_informationAboutApplication: 'text',
      ai_informationAboutTraining: 'text',
      ai_limitation: 'text',
      ai_metric: '[@DictionaryEntry]',
      ai_metricDecisionThreshold: '[@DictionaryEntry]',
      ai_modelDataPreprocessing: '[text]',
      ai_modelExplainability: '[text]',
      ai_safetyRiskAssessment: '#ai_SafetyRiskAssessmentType',
      ai_standardCompliance: '[text]',
      ai_typeOfModel: '[text]',
      ai_useSensitivePersonalInformation: '#PresenceType',
    },
  },
  ai_EnergyConsumption: {
    above: null,
    members: {
      ai_finetuningEnergyConsumption: '[@ai_EnergyConsumptionDescription]',
      ai_inferenceEnergyConsumption: '[@ai_EnergyConsumptionDescription]',
      ai_trainingEnergyConsumption: '[@ai_EnergyConsumptionDescription]',
    },
  },
  ai_EnergyConsumptionDescription: {
    above: null,
    members: {
      ai_energyQuantity: '!number',
      ai_energyUnit: '!#ai_EnergyUnitType',
    },
  },
  build_Build: {
    above: 'Element',
    members: {
      build_buildEndTime: 'time',
      build_buildId: 'text',
      build_buildStartTime: 'time',
      build_buildType: '!uri',
      build_configSourceDigest: '[@Hash]',
      build_configSourceEntrypoint: '[text]',
      build_configSourceUri: '[uri]',
      build_environment: '[@DictionaryEntry]',
      build_parameter: '[@DictionaryEntry]',
    },
  },
  dataset_DatasetPackage: {
    above: 'software_Package',
    members: {
      dataset_anonymizationMethodUsed: '[text]',
      dataset_confidentialityLevel: '#dataset_ConfidentialityLevelType',
      dataset_dataCollectionProcess: 'text',
      dataset_dataPreprocessing: '[text]',
      dataset_datasetAvailability: '#dataset_DatasetAvailabilityType',
      dataset_datasetNoise: 'text',
      dataset_datasetSize: 'natural',
      dataset_datasetType: '![#dataset_DatasetType]',
      dataset_datasetUpdateMechanism: 'text',
      dataset_hasSensitivePersonalInformation: '#PresenceType',
      dataset_intendedUse: 'text',
      dataset_knownBias: '[text]',
      dataset_sensor: '[@DictionaryEntry]',
    },
  },
  expandedlicensing_ConjunctiveLicenseSet: {
    above: 'simplelicensing_AnyLicenseInfo',
    members: {
      expandedlicensing_member: '![@simplelicensing_AnyLicenseInfo]',
    },
  },
  expandedlicensing_CustomLicense: {
    above: 'expandedlicensing_License',
    members: {},
  },
  expandedlicensing_CustomLicenseAddition: {
    above: 'expandedlicensing_LicenseAddition',
    members: {},
  },
  expandedlicensing_DisjunctiveLicenseSet: {
    above: 'simplelicensing_AnyLicenseInfo',
    members: {
      expandedlicensing_member: '![@simplelicensing_AnyLicenseInfo]',
    },
  },
  expandedlicensing_ExtendableLicense: {
    above: 'simplelicensing_AnyLicenseInfo',
    abstract: true,
    members: {},
  },
  expandedlicensing_IndividualLicensingInfo: {
    above: 'simplelicensing_AnyLicenseInfo',
    members: {},
  },
  expandedlicensing_License: {
    above: 'expandedlicensing_ExtendableLicense',
    abstract: true,
    members: {
      expandedlicensing_isDeprecatedLicenseId: 'flag',
      expandedlicensing_isFsfLibre: 'flag',
      expandedlicensing_isOsiApproved: 'flag',
      expandedlicensing_licenseXml: 'text',
      expandedlicensing_obsoletedBy: 'text',
      expandedlicensing_seeAlso: '[uri]',
      expandedlicensing_standardLicenseHeader: 'text',
      expandedlicensing_standardLicenseTemplate: 'text',
      simplelicensing_licenseText: '!text',
    },
  },
  expandedlicensing_LicenseAddition: {
    above: 'Element',
    abstract: true,
    members: {
      expandedlicensing_additionText: '!text',
      expandedlicensing_isDeprecatedAdditionId: 'flag',
      expandedlicensing_licenseXml: 'text',
      expandedlicensing_obsoletedBy: 'text',
      expandedlicensing_seeAlso: '[uri]',
      expandedlicensing_standardAdditionTemplate: 'text',
    },
  },
  expandedlicensing_ListedLicense: {
    above: 'expandedlicensing_License',
    members: {
      expandedlicensing_deprecatedVersion: 'text',
      expandedlicensing_listVersionAdded: 'text',
    },
  },
  expandedlicensing_ListedLicenseException: {
    above: 'expandedlicensing_LicenseAddition',
    members: {
      expandedlicensing_deprecatedVersion: 'text',
      expandedlicensing_listVersionAdded: 'text',
    },
  },
  expandedlicensing_OrLaterOperator: {
    above: 'expandedlicensing_ExtendableLicense',
    members: {
      expandedlicensing_subjectLicense: '!@expandedlicensing_License',
    },
  },
  expandedlicensing_WithAdditionOperator: {
    above: 'simplelicensing_AnyLicenseInfo',
    members: {
      expandedlicensing_subjectAddition: '!@expandedlicensing_LicenseAddition',
      expandedlicensing_subjectExtendableLicense: '!@expandedlicensing_ExtendableLicense',
    },
  },
  extension_CdxPropertiesExtension: {
    above: 'extension_Extension',
    members: {
      extension_cdxProperty: '![@extension_CdxPropertyEntry]',
    },
  },
  extension_CdxPropertyEntry: {
    above: null,
    members: {
      extension_cdxPropName: '!text',
      extension_cdxPropValue: 'text',
    },
  },
  extension_Extension: {
    above: null,
    abstract: true,
    members: {},
  },
  security_CvssV2VulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    members: {
      security_score: '!number',
      security_vectorString: '!text',
    },
  },
  security_CvssV3VulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    members: {
      security_score: '!number',
      security_severity: '!#security_CvssSeverityType',
      security_vectorString: '!text',
    },
  },
  security_CvssV4VulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    members: {
      security_score: '!number',
      security_severity: '!#security_CvssSeverityType',
      security_vectorString: '!text',
    },
  },
  security_EpssVulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    members: {
      security_percentile: '!number',
      security_probability: '!number',
    },
  },
  security_ExploitCatalogVulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    members: {
      security_catalogType: '!#security_ExploitCatalogType',
      security_exploited: '!flag',
      security_locator: '!uri',
    },
  },
  security_SsvcVulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    members: {
      security_decisionType: '!#security_SsvcDecisionType',
    },
  },
  security_VexAffectedVulnAssessmentRelationship: {
    above: 'security_VexVulnAssessmentRelationship',
    members: {
      security_actionStatement: '!text',
      security_actionStatementTime: 'time',
    },
  },
  security_VexFixedVulnAssessmentRelationship: {
    above: 'security_VexVulnAssessmentRelationship',
    members: {},
  },
  security_VexNotAffectedVulnAssessmentRelationship: {
    above: 'security_VexVulnAssessmentRelationship',
    members: {
      security_impactStatement: 'text',
      security_impactStatementTime: 'time',
      security_justificationType: '#security_VexJustificationType',
    },
  },
  security_VexUnderInvestigationVulnAssessmentRelationship: {
    above: 'security_VexVulnAssessmentRelationship',
    members: {},
  },
  security_VexVulnAssessmentRelationship: {
    above: 'security_VulnAssessmentRelationship',
    abstract: true,
    members: {
      security_statusNotes: 'text',
      security_vexVersion: 'text',
    },
  },
  security_VulnAssessmentRelationship: {
    above: 'Relationship',
    abstract: true,
    members: {
      suppliedBy: '@Agent',
      security_assessedElement: '@software_SoftwareArtifact',
      security_modifiedTime: 'time',
      security_publishedTime: 'time',
      security_withdrawnTime: 'time',
    },
  },
  security_Vulnerability: {
    above: 'Artifact',
    members: {
      security_modifiedTime: 'time',
      security_publishedTime: 'time',
      security_withdrawnTime: 'time',
    },
  },
  simplelicensing_AnyLicenseInfo: {
    above: 'Element',
    abstract: true,
    members: {},
  },
  simplelicensing_LicenseExpression: {
    above: 'simplelicensing_AnyLicenseInfo',
    members: {
      simplelicensing_customIdToUri: '[@DictionaryEntry]',
      simplelicensing_licenseExpression: '!text',
      simplelicensing_licenseListVersion: 'text:semver',
    },
  },
  simplelicensing_SimpleLicensingText: {
    above: 'Element',
    members: {
      simplelicensing_licenseText: '!text',
    },
  },
  software_ContentIdentifier: {
    above: 'IntegrityMethod',
    members: {
      software_contentIdentifierType: '!#software_ContentIdentifierType',
      software_contentIdentifierValue: '!uri',
    },
  },
  software_File: {
    above: 'software_SoftwareArtifact',
    members: {
      contentType: 'text:media-type',
      software_fileKind: '#software_FileKindType',
    },
  },
  software_Package: {
    above: 'software_SoftwareArtifact',
    members: {
      software_downloadLocation: 'uri',
      software_homePage: 'uri',
      software_packageUrl: 'uri',
      software_packageVersion: 'text',
      software_sourceInfo: 'text',
    },
  },
  software_Sbom: {
    above: 'Bom',
    members: {
      software_sbomType: '[#software_SbomType]',
    },
  },
  software_Snippet: {
    above: 'software_SoftwareArtifact',
    members: {
      software_byteRange: '@PositiveIntegerRange',
      software_lineRange: '@PositiveIntegerRange',
      software_snippetFromFile: '!@software_File',
    },
  },
  software_SoftwareArtifact: {
    above: 'Artifact',
    abstract: true,
    members: {
      software_additionalPurpose: '[#software_SoftwarePurpose]',
      software_attributionText: '[text]',
      software_contentIdentifier: '[@software_ContentIdentifier]',
      software_copyrightText: 'text',
      software_primaryPurpose: '#software_SoftwarePurpose',
    },
  },
};

export const ENUMERATIONS: Readonly<Record<string, string>> = {
  AnnotationType: 'other review',
  ExternalIdentifierType:
    'cpe22 cpe23 cve email gitoid other packageUrl securityOther swhid swid urlScheme',
  ExternalRefType:
    'altDownloadLocation altWebPage binaryArtifact bower buildMeta buildSystem certificationReport chat componentAnalysisReport cwe documentation dynamicAnalysisReport eolNotice exportControlAssessment funding issueTracker license mailingList mavenCentral metrics npm nuget other privacyAssessment productMetadata purchaseOrder qualityAssessmentReport releaseHistory releaseNotes riskAssessment runtimeAnalysisReport secureSoftwareAttestation securityAdversaryModel securityAdvisory securityFix securityOther securityPenTestReport securityPolicy securityThreatModel socialMedia sourceArtifact staticAnalysisReport support vcs vulnerabilityDisclosureReport vulnerabilityExploitabilityAssessment',
  HashAlgorithm:
    'adler32 blake2b256 blake2b384 blake2b512 blake3 crystalsDilithium crystalsKyber falcon md2 md4 md5 md6 other sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512',
  LifecycleScopeType: 'build design development other runtime test',
  PresenceType: 'no noAssertion yes',
  ProfileIdentifierType:
    'ai build core dataset expandedLicensing extension lite security simpleLicensing software',
  RelationshipCompleteness: 'complete incomplete noAssertion',
  RelationshipType:
    'affects amendedBy ancestorOf availableFrom configures contains coordinatedBy copiedTo delegatedTo dependsOn descendantOf describes doesNotAffect expandsTo exploitCreatedBy fixedBy fixedIn foundBy generates hasAddedFile hasAssessmentFor hasAssociatedVulnerability hasConcludedLicense hasDataFile hasDeclaredLicense hasDeletedFile hasDependencyManifest hasDistributionArtifact hasDocumentation hasDynamicLink hasEvidence hasExample hasHost hasInput hasMetadata hasOptionalComponent hasOptionalDependency hasOutput hasPrerequisite hasProvidedDependency hasRequirement hasSpecification hasStaticLink hasTest hasTestCase hasVariant invokedBy modifiedBy other packagedBy patchedBy publishedBy reportedBy republishedBy serializedInArtifact testedOn trainedOn underInvestigationFor usesTool',
  SupportType: 'deployed development endOfSupport limitedSupport noAssertion noSupport support',
  ai_EnergyUnitType: 'kilowattHour megajoule other',
  ai_SafetyRiskAssessmentType: 'high low medium serious',
  dataset_ConfidentialityLevelType: 'amber clear green red',
  dataset_DatasetAvailabilityType: 'clickthrough directDownload query registration scrapingScript',
  dataset_DatasetType:
    'audio categorical graph image noAssertion numeric other sensor structured syntactic text timeseries timestamp video',
  security_CvssSeverityType: 'critical high low medium none',
  security_ExploitCatalogType: 'kev other',
  security_SsvcDecisionType: 'act attend track trackStar',
  security_VexJustificationType:
    'componentNotPresent inlineMitigationsAlreadyExist vulnerableCodeCannotBeControlledByAdversary vulnerableCodeNotInExecutePath vulnerableCodeNotPresent',
  software_ContentIdentifierType: 'gitoid swhid',
  software_FileKindType: 'directory file',
  software_SbomType: 'analyzed build deployed design runtime source',
  software_SoftwarePurpose:
    'application archive bom configuration container data device deviceDriver diskImage documentation evidence executable file filesystemImage firmware framework install library manifest model module operatingSystem other patch platform requirement source specification test',
};
