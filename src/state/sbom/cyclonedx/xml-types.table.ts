/**
 * The elements of CycloneDX 1.0 to 1.7 in XML (ECMA-424): for each type its attributes in brackets
 * and what stands within, as content.ts reads it. The first line holds since the type exists, a
 * line with a version since that one.
 *
 * Attributes: `name!` must be there, `*` others may. Types: `@type` of this table, `#words` of
 * words.table.ts or xml-words.table.ts, `:form` a form of text, `=:form` text within.
 */
export const XML_TYPES: Readonly<Record<string, readonly string[]>> = {
  bom: [
    '[version:integer *] components@bom.components',
    '1.1: [version:integer serialNumber:urnUuid *] components@componentsType externalReferences@externalReferences? ~*',
    '1.2: [version:integer serialNumber:urnUuid *] metadata@metadata? components@componentsType? services@servicesType? externalReferences@externalReferences? dependencies@dependenciesType? ~*',
    '1.3: [version:integer serialNumber:urnUuid *] metadata@metadata? components@componentsType? services@servicesType? externalReferences@externalReferences? dependencies@dependenciesType? compositions@compositionsType? properties@propertiesType? ~*',
    '1.4: [version:integer serialNumber:urnUuid *] metadata@metadata? components@componentsType? services@servicesType? externalReferences@externalReferences? dependencies@dependenciesType? compositions@compositionsType? properties@propertiesType? vulnerabilities@vulnerabilitiesType? ~*',
    '1.5: [version:positive serialNumber:urnUuid *] metadata@metadata? components@componentsType? services@servicesType? externalReferences@externalReferences? dependencies@dependenciesType? compositions@compositionsType? properties@propertiesType? vulnerabilities@vulnerabilitiesType? annotations@annotationsType? formulation@formulationType? ~*',
    '1.6: [version:positive serialNumber:urnUuid *] metadata@metadata? components@componentsType? services@servicesType? externalReferences@externalReferences? dependencies@dependenciesType? compositions@compositionsType? properties@propertiesType? vulnerabilities@vulnerabilitiesType? annotations@annotationsType? formulation@formulationType? declarations@declarationsType? definitions@definitionsType? ~*',
    '1.7: [version:positive serialNumber:urnUuid *] metadata@metadata? components@componentsType? services@servicesType? externalReferences@externalReferences? dependencies@dependenciesType? compositions@compositionsType? properties@propertiesType? vulnerabilities@vulnerabilitiesType? annotations@annotationsType? formulation@formulationType? declarations@declarationsType? definitions@definitionsType? citations@citationsType? ~*',
  ],
  advisoryType: ['title:text? url:uri'],
  annotationType: [
    '[bom-ref:text{1..} *] subjects@annotationType.subjects? annotator@annotatorChoiceType timestamp:date-time text:text ~*',
  ],
  'annotationType.subjects': ['(subject@bomReferenceType ~*)*'],
  annotationsType: ['[*] (annotation@annotationType ~*)*'],
  annotatorChoiceType: [
    '(organization@organizationalEntity?|individual@organizationalContact?|component@component?|service@service?)',
  ],
  attachedTextType: ['[content-type:text encoding#attachment.encoding] =:text'],
  'bom.components': ['[*] (component@component)*'],
  bomReferenceType: ['[ref!:text *]', '1.5: [ref!:text{1..} *]'],
  citationType: [
    '[bom-ref:text{1..} *] (pointers@citationType.pointers|expressions@citationType.expressions) timestamp:date-time attributedTo:text{1..}? process:text{1..}? note:text? ~*',
  ],
  'citationType.expressions': ['expression:text+'],
  'citationType.pointers': ['pointer:text+'],
  citationsType: ['citation@citationType+'],
  co2MeasureType: ['value:decimal unit#co2Measure.unit'],
  commitType: [
    'uid:text? url:uri? author@identifiableActionType? committer@identifiableActionType? message:text? ~*',
  ],
  commitsType: ['(commit@commitType ~*)*'],
  component: [
    '[type!#classification *] publisher:text? group:text? name:text version:text description:text? scope#scope? hashes@component.hashes? licenses@component.licenses? copyright:text? cpe:cpe? purl:uri? modified:flag components@component.components?',
    '1.1: [type!#classification bom-ref:text *] publisher:text? group:text? name:text version:text description:text? scope#scope? hashes@component.hashes? licenses@component.licenses? copyright:text? cpe:cpe? purl:uri? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? components@component.components? ~*',
    '1.2: [type!#classification mime-type:mimeType bom-ref:text *] supplier@organizationalEntity? author:text? publisher:text? group:text? name:text version:text description:text? scope#scope? hashes@component.hashes? licenses@component.licenses? copyright:text? cpe:cpe? purl:uri? swid@swidType? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? components@component.components? ~*',
    '1.3: [type!#classification mime-type:mimeType bom-ref:text *] supplier@organizationalEntity? author:text? publisher:text? group:text? name:text version:text description:text? scope#scope? hashes@component.hashes? licenses@licenseChoiceType? copyright:text? cpe:cpe? purl:uri? swid@swidType? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? properties@propertiesType? components@component.components? evidence@componentEvidenceType? ~*',
    '1.4: [type!#classification mime-type:mimeType bom-ref:text *] supplier@organizationalEntity? author:text? publisher:text? group:text? name:text version:text? description:text? scope#scope? hashes@component.hashes? licenses@licenseChoiceType? copyright:text? cpe:cpe? purl:uri? swid@swidType? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? properties@propertiesType? components@component.components? evidence@componentEvidenceType? releaseNotes@releaseNotesType? ~*',
    '1.5: [type!#classification mime-type:mimeType bom-ref:text{1..} *] supplier@organizationalEntity? author:text? publisher:text? group:text? name:text version:text? description:text? scope#scope? hashes@component.hashes? licenses@licenseChoiceType? copyright:text? cpe:cpe? purl:uri? swid@swidType? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? properties@propertiesType? components@component.components? evidence@componentEvidenceType? releaseNotes@releaseNotesType? modelCard@modelCardType? data@componentDataType? ~*',
    '1.6: [type!#classification mime-type:mimeType bom-ref:text{1..} *] supplier@organizationalEntity? manufacturer@organizationalEntity? authors@component.authors? author:text? publisher:text? group:text? name:text version:text{..1024}? description:text? scope#scope? hashes@component.hashes? licenses@licenseChoiceType? copyright:text? cpe:cpe? purl:uri? omniborId:text* swhid:text* swid@swidType? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? properties@propertiesType? components@component.components? evidence@componentEvidenceType? releaseNotes@releaseNotesType? modelCard@modelCardType? data@componentDataType* cryptoProperties@cryptoPropertiesType? tags@tagsType? ~*',
    '1.7: [type!#classification mime-type:mimeType isExternal:flag bom-ref:text{1..} *] supplier@organizationalEntity? manufacturer@organizationalEntity? authors@component.authors? author:text? publisher:text? group:text? name:text (version:text{..1024}|versionRange:text{1..4096})? description:text? scope#scope? hashes@component.hashes? licenses@licenseChoiceType? copyright:text? patentAssertions@component.patentAssertions? cpe:cpe? purl:uri? omniborId:text* swhid:text* swid@swidType? modified:flag? pedigree@pedigreeType? externalReferences@externalReferences? properties@propertiesType? components@component.components? evidence@componentEvidenceType? releaseNotes@releaseNotesType? modelCard@modelCardType? data@componentDataType* cryptoProperties@cryptoPropertiesType? tags@tagsType? ~*',
  ],
  'component.authors': ['(author@organizationalContact)*'],
  'component.components': ['(component@component)*', '1.1: (component@component ~*)*'],
  'component.hashes': ['(hash@hashType)*'],
  'component.licenses': [
    '(license@component.licenses.license)+',
    '1.1: (license@licenseType*|expression:text?)',
  ],
  'component.licenses.license': ['(id#license*|name:text*)'],
  'component.patentAssertions': ['(patentAssertion@patentAssertionType)*'],
  componentDataType: [
    '[bom-ref:text{1..}] type#componentData.type name:text? contents@componentDataType.contents? classification:text? sensitiveData:any* graphics@graphicsCollectionType? description:text? governance@dataGovernance?',
    '1.7: [bom-ref:text{1..}] type#componentData.type name:text? contents@componentDataType.contents? classification:text? sensitiveData:text* graphics@graphicsCollectionType? description:text? governance@dataGovernance?',
  ],
  'componentDataType.contents': [
    'attachment@attachedTextType? url:uri? properties@propertiesType?',
  ],
  componentEvidenceType: [
    '[*] licenses@licenseChoiceType? copyright@copyrightsType? ~*',
    '1.5: [*] identity@componentEvidenceType.identity? occurrences@componentEvidenceType.occurrences? callstack@componentEvidenceType.callstack? licenses@licenseChoiceType? copyright@copyrightsType? ~*',
    '1.6: [*] identity@componentEvidenceType.identity* occurrences@componentEvidenceType.occurrences? callstack@componentEvidenceType.callstack? licenses@licenseChoiceType? copyright@copyrightsType? ~*',
  ],
  'componentEvidenceType.callstack': [
    'frames@componentEvidenceType.callstack.frames? tools@componentEvidenceType.callstack.tools?',
  ],
  'componentEvidenceType.callstack.frames': ['frame@componentEvidenceType.callstack.frames.frame*'],
  'componentEvidenceType.callstack.frames.frame': [
    'package:text? module:text function:text? parameters@componentEvidenceType.callstack.frames.frame.parameters? line:integer? column:integer? fullFilename:text?',
  ],
  'componentEvidenceType.callstack.frames.frame.parameters': ['parameter:text*'],
  'componentEvidenceType.callstack.tools': ['tool@bomReferenceType*'],
  'componentEvidenceType.identity': [
    'field#identityFieldType confidence:decimal{0..1}? methods@componentEvidenceType.identity.methods? tools@componentEvidenceType.identity.tools?',
    '1.6: field#identityFieldType confidence:decimal{0..1}? concludedValue:text? methods@componentEvidenceType.identity.methods? tools@componentEvidenceType.identity.tools?',
  ],
  'componentEvidenceType.identity.methods': [
    'method@componentEvidenceType.identity.methods.method*',
  ],
  'componentEvidenceType.identity.methods.method': [
    'technique#componentEvidence.identity.methods.technique confidence:decimal{0..1} value:text?',
  ],
  'componentEvidenceType.identity.tools': ['tool@bomReferenceType*'],
  'componentEvidenceType.occurrences': ['occurrence@componentEvidenceType.occurrences.occurrence*'],
  'componentEvidenceType.occurrences.occurrence': [
    '[bom-ref:text{1..}] location:any',
    '1.6: [bom-ref:text{1..}] location:text line:count? offset:count? symbol:text? additionalContext:text?',
  ],
  componentsType: ['[*] (component@component ~*)*'],
  compositionType: [
    '(aggregate#aggregateType assemblies@compositionType.assemblies? dependencies@compositionType.dependencies?)*',
    '1.5: [bom-ref:text{1..}] (aggregate#aggregateType assemblies@compositionType.assemblies? dependencies@compositionType.dependencies? vulnerabilities@compositionType.vulnerabilities?)*',
  ],
  'compositionType.assemblies': ['(assembly@bomReferenceType ~*)*'],
  'compositionType.dependencies': ['(dependency@bomReferenceType ~*)*'],
  'compositionType.vulnerabilities': ['(vulnerability@bomReferenceType ~*)*'],
  compositionsType: ['[*] (composition@compositionType ~*)*'],
  copyrightsType: ['text:text*'],
  cryptoPropertiesType: [
    'assetType#cryptoProperties.assetType algorithmProperties@cryptoPropertiesType.algorithmProperties? certificateProperties@cryptoPropertiesType.certificateProperties? relatedCryptoMaterialProperties@cryptoPropertiesType.relatedCryptoMaterialProperties? protocolProperties@cryptoPropertiesType.protocolProperties? oid:text?',
  ],
  'cryptoPropertiesType.algorithmProperties': [
    'primitive#cryptoProperties.algorithmProperties.primitive? parameterSetIdentifier:text? curve:text? executionEnvironment#cryptoProperties.algorithmProperties.executionEnvironment? implementationPlatform#cryptoProperties.algorithmProperties.implementationPlatform? certificationLevel#cryptoProperties.algorithmProperties.certificationLevel* mode#cryptoProperties.algorithmProperties.mode? padding#cryptoProperties.algorithmProperties.padding? cryptoFunctions@cryptoPropertiesType.algorithmProperties.cryptoFunctions? classicalSecurityLevel:integer{0..}? nistQuantumSecurityLevel:integer{0..6}?',
    '1.7: primitive#cryptoProperties.algorithmProperties.primitive? algorithmFamily:text? parameterSetIdentifier:text? curve:text? ellipticCurve:text? executionEnvironment#cryptoProperties.algorithmProperties.executionEnvironment? implementationPlatform#cryptoProperties.algorithmProperties.implementationPlatform? certificationLevel#cryptoProperties.algorithmProperties.certificationLevel* mode#cryptoProperties.algorithmProperties.mode? padding#cryptoProperties.algorithmProperties.padding? cryptoFunctions@cryptoPropertiesType.algorithmProperties.cryptoFunctions? classicalSecurityLevel:integer{0..}? nistQuantumSecurityLevel:integer{0..6}?',
  ],
  'cryptoPropertiesType.algorithmProperties.cryptoFunctions': [
    'cryptoFunction#cryptoProperties.algorithmProperties.cryptoFunctions*',
  ],
  'cryptoPropertiesType.certificateProperties': [
    'subjectName:text? issuerName:text? notValidBefore:date-time? notValidAfter:date-time? signatureAlgorithmRef:text{1..}? subjectPublicKeyRef:text{1..}? certificateFormat:text? certificateExtension:text?',
    '1.7: serialNumber:text? subjectName:text? issuerName:text? notValidBefore:date-time? notValidAfter:date-time? signatureAlgorithmRef:text{1..}? subjectPublicKeyRef:text{1..}? certificateFormat:text? certificateExtension:text? certificateFileExtension:text? fingerprint@hashType? certificateState@cryptoPropertiesType.certificateProperties.certificateState* creationDate:date-time? activationDate:date-time? deactivationDate:date-time? revocationDate:date-time? destructionDate:date-time? certificateExtensions@cryptoPropertiesType.certificateProperties.certificateExtensions? relatedCryptographicAssets@cryptoPropertiesType.certificateProperties.relatedCryptographicAssets?',
  ],
  'cryptoPropertiesType.certificateProperties.certificateExtensions': [
    'certificateExtension@cryptoPropertiesType.certificateProperties.certificateExtensions.certificateExtension*',
  ],
  'cryptoPropertiesType.certificateProperties.certificateExtensions.certificateExtension': [
    '(commonExtensionName#cryptoProperties.certificateProperties.certificateExtensions.commonExtensionName commonExtensionValue:text|customExtensionName:text customExtensionValue:text?)',
  ],
  'cryptoPropertiesType.certificateProperties.certificateState': [
    '(state#cryptoProperties.certificateProperties.certificateState.state reason:text?|name:text description:text? reason:text?)',
  ],
  'cryptoPropertiesType.certificateProperties.relatedCryptographicAssets': [
    'relatedCryptographicAsset@cryptoPropertiesType.certificateProperties.relatedCryptographicAssets.relatedCryptographicAsset*',
  ],
  'cryptoPropertiesType.certificateProperties.relatedCryptographicAssets.relatedCryptographicAsset':
    ['type:text? ref:text{1..}?'],
  'cryptoPropertiesType.protocolProperties': [
    'type#cryptoProperties.protocolProperties.type? version:text? cipherSuites@cryptoPropertiesType.protocolProperties.cipherSuites? ikev2TransformTypes@cryptoPropertiesType.protocolProperties.ikev2TransformTypes? cryptoRef:text{1..}*',
  ],
  'cryptoPropertiesType.protocolProperties.cipherSuites': [
    'cipherSuite@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite*',
  ],
  'cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite': [
    'name:text? algorithms@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.algorithms? identifiers@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.identifiers?',
    '1.7: name:text? algorithms@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.algorithms? identifiers@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.identifiers? tlsGroups@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.tlsGroups? tlsSignatureSchemes@cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.tlsSignatureSchemes?',
  ],
  'cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.algorithms': [
    'algorithm:text{1..}*',
  ],
  'cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.identifiers': [
    'identifier:text*',
  ],
  'cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.tlsGroups': ['group:text*'],
  'cryptoPropertiesType.protocolProperties.cipherSuites.cipherSuite.tlsSignatureSchemes': [
    'signatureScheme:text*',
  ],
  'cryptoPropertiesType.protocolProperties.ikev2TransformTypes': [
    'encr:text{1..}* prf:text{1..}* integ:text{1..}* ke:text{1..}* esn:flag? auth:text{1..}*',
    '1.7: encr@cryptoPropertiesType.protocolProperties.ikev2TransformTypes.encr* prf@cryptoPropertiesType.protocolProperties.ikev2TransformTypes.prf* integ@cryptoPropertiesType.protocolProperties.ikev2TransformTypes.integ* ke@cryptoPropertiesType.protocolProperties.ikev2TransformTypes.ke* esn:flag? auth@cryptoPropertiesType.protocolProperties.ikev2TransformTypes.auth*',
  ],
  'cryptoPropertiesType.protocolProperties.ikev2TransformTypes.auth': [
    'name:text? algorithm:text{1..}?',
  ],
  'cryptoPropertiesType.protocolProperties.ikev2TransformTypes.encr': [
    'name:text? keyLength:integer? algorithm:text{1..}?',
  ],
  'cryptoPropertiesType.protocolProperties.ikev2TransformTypes.integ': [
    'name:text? algorithm:text{1..}?',
  ],
  'cryptoPropertiesType.protocolProperties.ikev2TransformTypes.ke': [
    'group:integer? algorithm:text{1..}?',
  ],
  'cryptoPropertiesType.protocolProperties.ikev2TransformTypes.prf': [
    'name:text? algorithm:text{1..}?',
  ],
  'cryptoPropertiesType.relatedCryptoMaterialProperties': [
    'type#cryptoProperties.relatedCryptoMaterialProperties.type? id:text? state#cryptoProperties.relatedCryptoMaterialProperties.state? algorithmRef:text{1..}? creationDate:date-time? activationDate:date-time? updateDate:date-time? expirationDate:date-time? value:text? size:integer? format:text? securedBy@cryptoPropertiesType.relatedCryptoMaterialProperties.securedBy?',
    '1.7: type#cryptoProperties.relatedCryptoMaterialProperties.type? id:text? state#cryptoProperties.relatedCryptoMaterialProperties.state? algorithmRef:text{1..}? creationDate:date-time? activationDate:date-time? updateDate:date-time? expirationDate:date-time? value:text? size:integer? format:text? securedBy@cryptoPropertiesType.relatedCryptoMaterialProperties.securedBy? fingerprint@hashType? relatedCryptographicAssets@cryptoPropertiesType.relatedCryptoMaterialProperties.relatedCryptographicAssets?',
  ],
  'cryptoPropertiesType.relatedCryptoMaterialProperties.relatedCryptographicAssets': [
    'relatedCryptographicAsset@cryptoPropertiesType.relatedCryptoMaterialProperties.relatedCryptographicAssets.relatedCryptographicAsset*',
  ],
  'cryptoPropertiesType.relatedCryptoMaterialProperties.relatedCryptographicAssets.relatedCryptographicAsset':
    ['type:text? ref:text{1..}?'],
  'cryptoPropertiesType.relatedCryptoMaterialProperties.securedBy': [
    'mechanism:text? algorithmRef:text{1..}?',
  ],
  dataClassificationType: ['[flow!#dataFlow] =:text'],
  dataGovernance: [
    'custodians@dataGovernance.custodians? stewards@dataGovernance.stewards? owners@dataGovernance.owners?',
  ],
  'dataGovernance.custodians': ['custodian@organizationOrIndividualType*'],
  'dataGovernance.owners': ['owner@organizationOrIndividualType*'],
  'dataGovernance.stewards': ['steward@organizationOrIndividualType*'],
  declarationsType: [
    'assessors@declarationsType.assessors? attestations@declarationsType.attestations? claims@declarationsType.claims? evidence@declarationsType.evidence? targets@declarationsType.targets? affirmation@declarationsType.affirmation? ~*',
  ],
  'declarationsType.affirmation': [
    'statement:text? signatories@declarationsType.affirmation.signatories? ~*',
  ],
  'declarationsType.affirmation.signatories': [
    'signatory@declarationsType.affirmation.signatories.signatory*',
  ],
  'declarationsType.affirmation.signatories.signatory': [
    'name:text? role:text? organization@organizationalEntity? externalReference@externalReference? ~*',
  ],
  'declarationsType.assessors': ['assessor@declarationsType.assessors.assessor*'],
  'declarationsType.assessors.assessor': [
    '[bom-ref:text{1..} *] thirdParty:flag? organization@organizationalEntity?',
  ],
  'declarationsType.attestations': ['attestation@declarationsType.attestations.attestation*'],
  'declarationsType.attestations.attestation': [
    'summary:text? assessor:text{1..}? map@declarationsType.attestations.attestation.map* ~*',
  ],
  'declarationsType.attestations.attestation.map': [
    'requirement:text{1..}? claims@declarationsType.attestations.attestation.map.claims? counterClaims@declarationsType.attestations.attestation.map.counterClaims? conformance@declarationsType.attestations.attestation.map.conformance? confidence@declarationsType.attestations.attestation.map.confidence?',
  ],
  'declarationsType.attestations.attestation.map.claims': ['claim:text{1..}*'],
  'declarationsType.attestations.attestation.map.confidence': [
    'score:decimal{0..1} rationale:text?',
  ],
  'declarationsType.attestations.attestation.map.conformance': [
    'score:decimal{0..1} rationale:text? mitigationStrategies@declarationsType.attestations.attestation.map.conformance.mitigationStrategies?',
  ],
  'declarationsType.attestations.attestation.map.conformance.mitigationStrategies': [
    'mitigationStrategy:text{1..}*',
  ],
  'declarationsType.attestations.attestation.map.counterClaims': ['counterClaim:text{1..}*'],
  'declarationsType.claims': ['claim@declarationsType.claims.claim*'],
  'declarationsType.claims.claim': [
    '[bom-ref:text{1..} *] target:text{1..}? predicate:text? mitigationStrategies@declarationsType.claims.claim.mitigationStrategies? reasoning:text? evidence:text{1..}* counterEvidence:text{1..}* externalReferences@externalReferences? ~*',
  ],
  'declarationsType.claims.claim.mitigationStrategies': ['mitigationStrategy:text{1..}*'],
  'declarationsType.evidence': ['evidence@declarationsType.evidence.evidence*'],
  'declarationsType.evidence.evidence': [
    '[bom-ref:text{1..} *] propertyName:text? description:text? data@declarationsType.evidence.evidence.data* created:date-time? expires:date-time? author@organizationalContact? reviewer@organizationalContact? ~*',
  ],
  'declarationsType.evidence.evidence.data': [
    'name:text? contents@declarationsType.evidence.evidence.data.contents? classification:text? sensitiveData:any* governance@dataGovernance?',
  ],
  'declarationsType.evidence.evidence.data.contents': ['attachment@attachedTextType? url:uri?'],
  'declarationsType.targets': [
    'organizations@declarationsType.targets.organizations? components@declarationsType.targets.components? services@declarationsType.targets.services?',
  ],
  'declarationsType.targets.components': ['component@component*'],
  'declarationsType.targets.organizations': ['organization@organizationalEntity*'],
  'declarationsType.targets.services': ['service@service*'],
  definitionsType: [
    'standards@standardsType?',
    '1.7: standards@standardsType? patents@definitionsType.patents?',
  ],
  'definitionsType.patents': ['(patent@patentType|patentFamily@patentFamilyType)*'],
  dependenciesType: ['(dependency@dependencyType)*'],
  dependencyType: [
    '[ref!:text *] (dependency@dependencyType)*',
    '1.5: [ref!:text{1..} *] (dependency@dependencyType)*',
    '1.6: [ref!:text{1..} *] (dependency@dependencyType? provides@dependencyType.provides?)*',
  ],
  'dependencyType.provides': ['[ref!:text{1..}]'],
  diffType: ['text@attachedTextType? url:uri? ~*'],
  energyConsumptionType: [
    'activity#energyConsumption.activity energyProviders@energyProviderType+ activityEnergyCost@energyMeasureType co2CostEquivalent@co2MeasureType? co2CostOffset@co2MeasureType? properties@propertiesType?',
  ],
  energyConsumptionsType: ['[*] (energyConsumption@energyConsumptionType ~*)*'],
  energyMeasureType: ['value:decimal unit#energyMeasure.unit'],
  energyProviderType: [
    '[bom-ref:text{1..}] description:text? organization@organizationalEntity energySource#energyProvider.energySource energyProvided@energyMeasureType externalReferences@externalReferences?',
  ],
  environmentalConsiderationsType: [
    'energyConsumptions@energyConsumptionsType* properties@propertiesType?',
  ],
  eventType: [
    '[*] uid:text? description:text? timeReceived:date-time? data@attachedTextType? source@resourceReferenceType? target@resourceReferenceType? properties@propertiesType? ~*',
  ],
  externalReference: [
    '[type!#externalReference.type *] url:uri comment:text?',
    '1.3: [type!#externalReference.type *] url:uri comment:text? hashes@externalReference.hashes?',
    '1.5: [type!#externalReference.type *] url:uri comment:text? hashes@externalReference.hashes?',
    '1.7: [type!#externalReference.type *] url:uri comment:text? hashes@externalReference.hashes? properties@propertiesType?',
  ],
  'externalReference.hashes': ['(hash@hashType)*'],
  externalReferences: ['(reference@externalReference)*'],
  formulaType: [
    '[bom-ref:text{1..} *] components@componentsType? services@servicesType? workflows@workflowsType? properties@propertiesType?',
  ],
  formulationType: ['[*] (formula@formulaType ~*)*'],
  graphicsCollectionType: [
    'description:any? collection@graphicsCollectionType.collection?',
    '1.7: description:text? collection@graphicsCollectionType.collection?',
  ],
  'graphicsCollectionType.collection': ['graphic@graphicsCollectionType.collection.graphic*'],
  'graphicsCollectionType.collection.graphic': ['name:text? image@attachedTextType?'],
  hashType: ['[alg!#hashAlg] =:hashValue'],
  identifiableActionType: ['timestamp:date-time? name:text? email:text? ~*'],
  inputType: [
    '[*] (resource@resourceReferenceType|parameters@parametersType|environmentVars@inputType.environmentVars|data@attachedTextType) source@resourceReferenceType? target@resourceReferenceType? properties@propertiesType? ~*',
  ],
  'inputType.environmentVars': ['((environmentVar@propertyType?|value:text?))*'],
  issueType: [
    '[type!#issue.type] id:text? name:text? description:text? source@issueType.source? references@issueType.references? ~*',
  ],
  'issueType.references': ['(url:uri)*'],
  'issueType.source': ['name:text? url:uri?'],
  licenseChoiceType: [
    '(license@licenseType*|expression:text?)',
    '1.5: (license@licenseType*|expression@licenseChoiceType.expression?)',
    '1.7: (license@licenseType|expression@licenseExpressionType|expression-detailed@licenseExpressionDetailedType)*',
  ],
  'licenseChoiceType.expression': [
    '[bom-ref:text{1..}] =:text',
    '1.6: [bom-ref:text{1..} acknowledgement#licenseAcknowledgementEnumeration] =:text',
  ],
  licenseExpressionDetailedType: [
    '[expression!:text bom-ref:text{1..} acknowledgement#licenseAcknowledgementEnumeration] details@licenseExpressionDetailedType.details* licensing@licensingType? properties@propertiesType? ~*',
  ],
  'licenseExpressionDetailedType.details': [
    '[license-identifier!:text bom-ref:text{1..}] text@attachedTextType? url:uri? ~*',
  ],
  licenseExpressionType: [
    '[bom-ref:text{1..} acknowledgement#licenseAcknowledgementEnumeration] =:text',
  ],
  licenseTextType: ['[content-type:text encoding#attachment.encoding] =:text'],
  licenseType: [
    '(id#license?|name:text?) text@licenseTextType? url:uri? ~*',
    '1.2: (id#license?|name:text?) text@attachedTextType? url:uri? ~*',
    '1.5: [bom-ref:text{1..}] (id#license?|name:text?) text@attachedTextType? url:uri? licensing@licenseType.licensing? properties@propertiesType? ~*',
    '1.6: [bom-ref:text{1..} acknowledgement#licenseAcknowledgementEnumeration] (id#license|name:text) text@attachedTextType? url:uri? licensing@licenseType.licensing? properties@propertiesType? ~*',
    '1.7: [bom-ref:text{1..} acknowledgement#licenseAcknowledgementEnumeration] (id#license|name:text) text@attachedTextType? url:uri? licensing@licensingType? properties@propertiesType? ~*',
  ],
  'licenseType.licensing': [
    'altIds@licenseType.licensing.altIds? licensor@licenseType.licensing.licensor? licensee@licenseType.licensing.licensee? purchaser@licenseType.licensing.purchaser? purchaseOrder:text? licenseTypes@licenseType.licensing.licenseTypes? lastRenewal:date-time? expiration:date-time? ~*',
  ],
  'licenseType.licensing.altIds': ['altId:text*'],
  'licenseType.licensing.licenseTypes': ['licenseType#licensing.licenseTypes*'],
  'licenseType.licensing.licensee': [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  'licenseType.licensing.licensor': [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  'licenseType.licensing.purchaser': [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  licensingType: [
    'altIds@licensingType.altIds? licensor@licensingType.licensor? licensee@licensingType.licensee? purchaser@licensingType.purchaser? purchaseOrder:text? licenseTypes@licensingType.licenseTypes? lastRenewal:date-time? expiration:date-time? ~*',
  ],
  'licensingType.altIds': ['altId:text*'],
  'licensingType.licenseTypes': ['licenseType#licensing.licenseTypes*'],
  'licensingType.licensee': [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  'licensingType.licensor': [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  'licensingType.purchaser': [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  metadata: [
    '[*] (timestamp:date-time? tools@metadata.tools? authors@metadata.authors? component@component? manufacture@organizationalEntity* supplier@organizationalEntity* ~*)?',
    '1.3: [*] (timestamp:date-time? tools@metadata.tools? authors@metadata.authors? component@component? manufacture@organizationalEntity? supplier@organizationalEntity? licenses@licenseChoiceType? properties@propertiesType? ~*)?',
    '1.5: [*] (timestamp:date-time? lifecycles@metadata.lifecycles? tools@metadata.tools? authors@metadata.authors? component@component? manufacture@organizationalEntity? supplier@organizationalEntity? licenses@licenseChoiceType? properties@propertiesType? ~*)?',
    '1.6: [*] (timestamp:date-time? lifecycles@metadata.lifecycles? tools@metadata.tools? authors@metadata.authors? component@component? manufacturer@organizationalEntity? manufacture@organizationalEntity? supplier@organizationalEntity? licenses@licenseChoiceType? properties@propertiesType? ~*)?',
    '1.7: [*] (timestamp:date-time? lifecycles@metadata.lifecycles? tools@metadata.tools? authors@metadata.authors? component@component? manufacturer@organizationalEntity? manufacture@organizationalEntity? supplier@organizationalEntity? licenses@licenseChoiceType? properties@propertiesType? distributionConstraints@metadata.distributionConstraints? ~*)?',
  ],
  'metadata.authors': ['(author@organizationalContact)*'],
  'metadata.distributionConstraints': ['tlp#tlpClassification?'],
  'metadata.lifecycles': ['lifecycle@metadata.lifecycles.lifecycle*'],
  'metadata.lifecycles.lifecycle': [
    '(phase#metadata.lifecycles.phase|name:text description:text?)',
  ],
  'metadata.tools': [
    '(tool@toolType?)*',
    '1.5: ((tool@toolType?)*|(components@componentsType? services@servicesType?)?)',
  ],
  modelCardType: [
    '[bom-ref:text{1..}] modelParameters@modelCardType.modelParameters? quantitativeAnalysis@modelCardType.quantitativeAnalysis? considerations@modelCardType.considerations? properties@propertiesType?',
  ],
  'modelCardType.considerations': [
    'users@modelCardType.considerations.users? useCases@modelCardType.considerations.useCases? technicalLimitations@modelCardType.considerations.technicalLimitations? performanceTradeoffs@modelCardType.considerations.performanceTradeoffs? ethicalConsiderations@modelCardType.considerations.ethicalConsiderations? fairnessAssessments@modelCardType.considerations.fairnessAssessments?',
    '1.6: users@modelCardType.considerations.users? useCases@modelCardType.considerations.useCases? technicalLimitations@modelCardType.considerations.technicalLimitations? performanceTradeoffs@modelCardType.considerations.performanceTradeoffs? ethicalConsiderations@modelCardType.considerations.ethicalConsiderations? environmentalConsiderations@environmentalConsiderationsType? fairnessAssessments@modelCardType.considerations.fairnessAssessments?',
  ],
  'modelCardType.considerations.ethicalConsiderations': [
    'ethicalConsideration@modelCardType.considerations.ethicalConsiderations.ethicalConsideration*',
  ],
  'modelCardType.considerations.ethicalConsiderations.ethicalConsideration': [
    'name:text? mitigationStrategy:text?',
  ],
  'modelCardType.considerations.fairnessAssessments': [
    'fairnessAssessment@modelCardType.considerations.fairnessAssessments.fairnessAssessment*',
  ],
  'modelCardType.considerations.fairnessAssessments.fairnessAssessment': [
    'groupAtRisk:text? benefits:text? harms:text? mitigationStrategy:text?',
  ],
  'modelCardType.considerations.performanceTradeoffs': ['performanceTradeoff:text*'],
  'modelCardType.considerations.technicalLimitations': ['technicalLimitation:text*'],
  'modelCardType.considerations.useCases': ['useCase:text*'],
  'modelCardType.considerations.users': ['user:text*'],
  'modelCardType.modelParameters': [
    'approach@modelCardType.modelParameters.approach? task:text? architectureFamily:text? modelArchitecture:text? datasets@modelCardType.modelParameters.datasets? inputs@modelCardType.modelParameters.inputs? outputs@modelCardType.modelParameters.outputs?',
  ],
  'modelCardType.modelParameters.approach': ['type#modelCard.modelParameters.approach.type?'],
  'modelCardType.modelParameters.datasets': ['(ref:text{1..}?|dataset@componentDataType?)*'],
  'modelCardType.modelParameters.inputs': ['input@modelCardType.modelParameters.inputs.input*'],
  'modelCardType.modelParameters.inputs.input': ['format:text'],
  'modelCardType.modelParameters.outputs': ['output@modelCardType.modelParameters.outputs.output*'],
  'modelCardType.modelParameters.outputs.output': ['format:text'],
  'modelCardType.quantitativeAnalysis': [
    'performanceMetrics@modelCardType.quantitativeAnalysis.performanceMetrics? graphics@modelCardType.quantitativeAnalysis.graphics?',
  ],
  'modelCardType.quantitativeAnalysis.graphics': [
    'description:text? collection@modelCardType.quantitativeAnalysis.graphics.collection?',
  ],
  'modelCardType.quantitativeAnalysis.graphics.collection': [
    'graphic@modelCardType.quantitativeAnalysis.graphics.collection.graphic*',
  ],
  'modelCardType.quantitativeAnalysis.graphics.collection.graphic': [
    'name:text? image@attachedTextType?',
  ],
  'modelCardType.quantitativeAnalysis.performanceMetrics': [
    'performanceMetric@modelCardType.quantitativeAnalysis.performanceMetrics.performanceMetric*',
  ],
  'modelCardType.quantitativeAnalysis.performanceMetrics.performanceMetric': [
    'type:text? value:text? slice:text? confidenceInterval@modelCardType.quantitativeAnalysis.performanceMetrics.performanceMetric.confidenceInterval?',
  ],
  'modelCardType.quantitativeAnalysis.performanceMetrics.performanceMetric.confidenceInterval': [
    'lowerBound:text? upperBound:text?',
  ],
  organizationOrIndividualType: [
    '(organization@organizationalEntity?|individual@organizationalContact?)',
  ],
  organizationalContact: [
    '[*] (name:text? email:text* phone:text* ~*)?',
    '1.3: [*] (name:text? email:text? phone:text? ~*)?',
    '1.5: [bom-ref:text{1..} *] (name:text? email:text? phone:text? ~*)?',
  ],
  organizationalEntity: [
    '[*] (name:text? url:uri* contact@organizationalContact* ~*)?',
    '1.5: [bom-ref:text{1..} *] (name:text? url:uri* contact@organizationalContact* ~*)?',
    '1.6: [bom-ref:text{1..} *] (name:text? address@postalAddressType? url:uri* contact@organizationalContact* ~*)?',
  ],
  outputType: [
    '[*] (resource@resourceReferenceType|environmentVars@outputType.environmentVars|data@attachedTextType) type#outputType.type? source@resourceReferenceType? target@resourceReferenceType? properties@propertiesType? ~*',
  ],
  'outputType.environmentVars': ['((environmentVar@propertyType?|value:text?))*'],
  parameterType: ['[*] name:text? value:text? dataType:text? ~*'],
  parametersType: ['parameter@parameterType*'],
  patchType: ['[type!#patch.type] diff@diffType? resolves@patchType.resolves? ~*'],
  'patchType.resolves': ['(issue@issueType)*'],
  patchesType: ['(patch@patchType ~*)*'],
  patentAssertionType: [
    '[bom-ref:text{1..} *] assertionType#patentAssertions.assertionType patentRefs@patentAssertionType.patentRefs? asserter@patentAssertionType.asserter notes:text?',
  ],
  'patentAssertionType.asserter': [
    '(organization@organizationalEntity|contact@organizationalContact|ref:text{1..})',
  ],
  'patentAssertionType.patentRefs': ['bom-ref:text+'],
  patentFamilyType: [
    '[bom-ref:text{1..} *] familyId:text priorityApplication@priorityApplicationType? members@patentFamilyType.members? externalReferences@externalReferences?',
  ],
  'patentFamilyType.members': ['ref:text{1..}+'],
  patentType: [
    '[bom-ref:text{1..} *] patentNumber:patentNumberType applicationNumber:patentNumberType? jurisdiction:patentJurisdictionType priorityApplication@priorityApplicationType? publicationNumber:patentNumberType? title:text? abstract:text? filingDate:date? grantDate:date? patentExpirationDate:date? patentLegalStatus#patent.patentLegalStatus patentAssignee@organizationOrIndividualType* externalReferences@externalReferences?',
  ],
  pedigreeType: [
    'ancestors@componentsType? descendants@componentsType? variants@componentsType? commits@commitsType? notes:text? ~*',
    '1.2: ancestors@componentsType? descendants@componentsType? variants@componentsType? commits@commitsType? patches@patchesType? notes:text? ~*',
  ],
  postalAddressType: [
    '[bom-ref:text{1..}] country:text? region:text? locality:text? postOfficeBoxNumber:text? postalCode:text? streetAddress:text?',
  ],
  priorityApplicationType: [
    'applicationNumber:patentNumberType jurisdiction:patentJurisdictionType filingDate:date',
  ],
  propertiesType: ['[*] (property@propertyType ~*)*'],
  propertyType: ['[name!:text] =:text'],
  ratingType: [
    'source@vulnerabilitySourceType? score:decimal? severity#severity? method#scoreMethod? vector:text? justification:text?',
  ],
  releaseNotesType: [
    '[*] (type:text title:text? featuredImage:uri? socialImage:uri? description:text? timestamp:date-time? aliases@releaseNotesType.aliases? tags@releaseNotesType.tags? resolves@releaseNotesType.resolves? notes@releaseNotesType.notes? properties@propertiesType? ~*)*',
    '1.6: [*] (type:text title:text? featuredImage:uri? socialImage:uri? description:text? timestamp:date-time? aliases@releaseNotesType.aliases? tags@tagsType? resolves@releaseNotesType.resolves? notes@releaseNotesType.notes? properties@propertiesType? ~*)*',
  ],
  'releaseNotesType.aliases': ['(alias:text)*'],
  'releaseNotesType.notes': ['(note@releaseNotesType.notes.note)*'],
  'releaseNotesType.notes.note': ['(locale:localeType? text@attachedTextType)*'],
  'releaseNotesType.resolves': ['(issue@issueType)*'],
  'releaseNotesType.tags': ['(tag:text)*'],
  resourceReferenceType: ['[*] (ref:text{1..}|externalReference@externalReference) ~*'],
  resourceReferencesType: ['[*] resourceReference@resourceReferenceType* ~*'],
  service: [
    '[bom-ref:text *] provider@organizationalEntity? group:text? name:text version:text? description:text? endpoints@service.endpoints? authenticated:flag? x-trust-boundary:flag? data@service.data? licenses@service.licenses? externalReferences@externalReferences? services@service.services? ~*',
    '1.3: [bom-ref:text *] provider@organizationalEntity? group:text? name:text version:text? description:text? endpoints@service.endpoints? authenticated:flag? x-trust-boundary:flag? data@service.data? licenses@licenseChoiceType? externalReferences@externalReferences? properties@propertiesType? services@service.services? ~*',
    '1.4: [bom-ref:text *] provider@organizationalEntity? group:text? name:text version:text? description:text? endpoints@service.endpoints? authenticated:flag? x-trust-boundary:flag? data@service.data? licenses@licenseChoiceType? externalReferences@externalReferences? properties@propertiesType? services@service.services? releaseNotes@releaseNotesType? ~*',
    '1.5: [bom-ref:text{1..} *] provider@organizationalEntity? group:text? name:text version:text? description:text? endpoints@service.endpoints? authenticated:flag? x-trust-boundary:flag? trustZone:text? data@service.data? licenses@licenseChoiceType? externalReferences@externalReferences? properties@propertiesType? services@service.services? releaseNotes@releaseNotesType? ~*',
    '1.6: [bom-ref:text{1..} *] provider@organizationalEntity? group:text? name:text version:text{..1024}? description:text? endpoints@service.endpoints? authenticated:flag? x-trust-boundary:flag? trustZone:text? data@service.data? licenses@licenseChoiceType? externalReferences@externalReferences? properties@propertiesType? services@service.services? releaseNotes@releaseNotesType? tags@tagsType? ~*',
    '1.7: [bom-ref:text{1..} *] provider@organizationalEntity? group:text? name:text version:text{..1024}? description:text? endpoints@service.endpoints? authenticated:flag? x-trust-boundary:flag? trustZone:text? data@service.data? licenses@licenseChoiceType? patentAssertions@service.patentAssertions? externalReferences@externalReferences? properties@propertiesType? services@service.services? releaseNotes@releaseNotesType? tags@tagsType? ~*',
  ],
  'service.data': [
    '(classification@dataClassificationType)*',
    '1.5: ((classification@dataClassificationType)*|dataflow@service.data.dataflow*)',
  ],
  'service.data.dataflow': [
    '[name:text description:text *] classification@dataClassificationType? governance@dataGovernance? source@service.data.dataflow.source? destination@service.data.dataflow.destination?',
  ],
  'service.data.dataflow.destination': ['(url:uri)*'],
  'service.data.dataflow.source': ['(url:uri)*'],
  'service.endpoints': ['(endpoint:uri)*'],
  'service.licenses': ['(license@licenseType*|expression:text?)'],
  'service.patentAssertions': ['(patentAssertion@patentAssertionType)*'],
  'service.services': ['(service@service ~*)*'],
  servicesType: ['[*] (service@service ~*)*'],
  standard: [
    '[bom-ref:text{1..} *] name:text version:text description:text owner:text requirements@standard.requirements? levels@standard.levels? externalReferences@externalReferences? ~*',
  ],
  'standard.levels': ['level@standard.levels.level*'],
  'standard.levels.level': [
    '[bom-ref:text{1..} *] identifier:text? title:text? description:text? requirements@standard.levels.level.requirements?',
  ],
  'standard.levels.level.requirements': ['requirement:text{1..}*'],
  'standard.requirements': ['requirement@standard.requirements.requirement*'],
  'standard.requirements.requirement': [
    '[bom-ref:text{1..} *] identifier:text? title:text? text:text? descriptions@standard.requirements.requirement.descriptions? openCre:standard.requirements.requirement.openCre* parent:text{1..}? properties@propertiesType? externalReferences@externalReferences?',
  ],
  'standard.requirements.requirement.descriptions': ['description:text*'],
  standardsType: ['[*] (standard@standard ~*)*'],
  stepType: [
    '[*] name:text? description:text? commands@stepType.commands? properties@propertiesType? ~*',
  ],
  'stepType.commands': ['command@stepType.commands.command*'],
  'stepType.commands.command': ['executed:text? properties@propertiesType?'],
  swidType: [
    '[tagId!:text name!:text version:text tagVersion:integer patch:flag] text@attachedTextType? url:uri? ~*',
  ],
  tagsType: ['(tag:text)*'],
  taskType: [
    '[bom-ref!:text{1..} *] uid:text name:text? description:text? resourceReferences@resourceReferencesType? taskTypes@taskType.taskTypes trigger@triggerType? steps@taskType.steps? inputs@taskType.inputs? outputs@taskType.outputs? timeStart:date-time? timeEnd:date-time? workspaces@workspacesType? runtimeTopology@dependenciesType? properties@propertiesType? ~*',
  ],
  'taskType.inputs': ['input@inputType*'],
  'taskType.outputs': ['output@outputType*'],
  'taskType.steps': ['step@stepType*'],
  'taskType.taskTypes': ['taskType#taskType*'],
  tasksType: ['[*] task@taskType* ~*'],
  toolType: [
    '[*] (vendor:text? name:text? version:text? hashes@toolType.hashes? ~*)?',
    '1.4: [*] (vendor:text? name:text? version:text? hashes@toolType.hashes? externalReferences@externalReferences? ~*)?',
    '1.6: [*] (vendor:text? name:text? version:text{..1024}? hashes@toolType.hashes? externalReferences@externalReferences? ~*)?',
  ],
  'toolType.hashes': ['(hash@hashType)*'],
  triggerType: [
    '[bom-ref!:text{1..} *] uid:text name:text? description:text? resourceReferences@resourceReferencesType? type#trigger.type event@eventType? conditions@triggerType.conditions? timeActivated:date-time? inputs@triggerType.inputs? outputs@triggerType.outputs? properties@propertiesType? ~*',
  ],
  'triggerType.conditions': ['condition@triggerType.conditions.condition*'],
  'triggerType.conditions.condition': [
    'description:text? expression:text? properties@propertiesType?',
  ],
  'triggerType.inputs': ['input@inputType*'],
  'triggerType.outputs': ['output@outputType*'],
  volumeType: [
    'uid:text? name:text? mode#volume.mode? path:text? sizeAllocated:text? persistent:flag? remote:flag? properties@propertiesType?',
  ],
  vulnerabilitiesType: ['[*] (vulnerability@vulnerabilityType ~*)*'],
  vulnerabilitySourceType: ['(name:text? url:uri?)*'],
  vulnerabilityType: [
    '[bom-ref:text] (id:text? source@vulnerabilitySourceType? references@vulnerabilityType.references? ratings@vulnerabilityType.ratings? cwes@vulnerabilityType.cwes? description:text? detail:text? recommendation:text? advisories@vulnerabilityType.advisories? created:date-time? published:date-time? updated:date-time? credits@vulnerabilityType.credits? tools@vulnerabilityType.tools? analysis@vulnerabilityType.analysis? affects@vulnerabilityType.affects? properties@propertiesType?)?',
    '1.5: [bom-ref:text{1..}] (id:text? source@vulnerabilitySourceType? references@vulnerabilityType.references? ratings@vulnerabilityType.ratings? cwes@vulnerabilityType.cwes? description:text? detail:text? recommendation:text? workaround:text? proofOfConcept@vulnerabilityType.proofOfConcept? advisories@vulnerabilityType.advisories? created:date-time? published:date-time? updated:date-time? rejected:date-time? credits@vulnerabilityType.credits? tools@vulnerabilityType.tools? analysis@vulnerabilityType.analysis? affects@vulnerabilityType.affects? properties@propertiesType?)?',
  ],
  'vulnerabilityType.advisories': ['advisory@advisoryType*'],
  'vulnerabilityType.affects': ['(target@vulnerabilityType.affects.target)*'],
  'vulnerabilityType.affects.target': [
    '(ref:text versions@vulnerabilityType.affects.target.versions?)?',
    '1.5: (ref:text{1..} versions@vulnerabilityType.affects.target.versions?)?',
  ],
  'vulnerabilityType.affects.target.versions': [
    '(version@vulnerabilityType.affects.target.versions.version)*',
  ],
  'vulnerabilityType.affects.target.versions.version': [
    '((version:text|range:text) status#affectedStatus?)?',
    '1.6: ((version:text{..1024}|range:text{1..4096}) status#affectedStatus?)?',
  ],
  'vulnerabilityType.analysis': [
    '(state#impactAnalysisState? justification#impactAnalysisJustification? responses@vulnerabilityType.analysis.responses? detail:text?)?',
    '1.5: (state#impactAnalysisState? justification#impactAnalysisJustification? responses@vulnerabilityType.analysis.responses? detail:text? firstIssued:date-time? lastUpdated:date-time?)?',
  ],
  'vulnerabilityType.analysis.responses': ['(response#vulnerability.analysis.response)*'],
  'vulnerabilityType.credits': [
    'organizations@vulnerabilityType.credits.organizations? individuals@vulnerabilityType.credits.individuals?',
  ],
  'vulnerabilityType.credits.individuals': ['(individual@organizationalContact)*'],
  'vulnerabilityType.credits.organizations': ['(organization@organizationalEntity)*'],
  'vulnerabilityType.cwes': ['cwe:integer*'],
  'vulnerabilityType.proofOfConcept': [
    'reproductionSteps:text? environment:text? supportingMaterial@vulnerabilityType.proofOfConcept.supportingMaterial?',
  ],
  'vulnerabilityType.proofOfConcept.supportingMaterial': ['attachment@attachedTextType*'],
  'vulnerabilityType.ratings': ['rating@ratingType*'],
  'vulnerabilityType.references': ['(reference@vulnerabilityType.references.reference ~*)*'],
  'vulnerabilityType.references.reference': [
    'id:text? source@vulnerabilitySourceType?',
    '1.5: id:text source@vulnerabilitySourceType',
  ],
  'vulnerabilityType.tools': [
    '(tool@toolType?)*',
    '1.5: ((tool@toolType?)*|(components@componentsType? services@servicesType?)?)',
  ],
  workflowType: [
    '[bom-ref!:text{1..} *] uid:text name:text? description:text? resourceReferences@resourceReferencesType? tasks@tasksType? taskDependencies@dependenciesType? taskTypes@workflowType.taskTypes trigger@triggerType? steps@workflowType.steps? inputs@workflowType.inputs? outputs@workflowType.outputs? timeStart:date-time? timeEnd:date-time? workspaces@workspacesType? runtimeTopology@dependenciesType? properties@propertiesType? ~*',
  ],
  'workflowType.inputs': ['input@inputType*'],
  'workflowType.outputs': ['output@outputType*'],
  'workflowType.steps': ['step@stepType*'],
  'workflowType.taskTypes': ['taskType#taskType*'],
  workflowsType: ['[*] workflow@workflowType* ~*'],
  workspaceType: [
    '[bom-ref!:text{1..} *] (uid:text name:text? aliases@workspaceType.aliases? description:text? resourceReferences@resourceReferencesType? accessMode#workspace.accessMode? mountPath:text? managedDataType:text? volumeRequest:text? volume@volumeType? properties@propertiesType? ~*)*',
  ],
  'workspaceType.aliases': ['alias:text*'],
  workspacesType: ['[*] workspace@workspaceType* ~*'],
};
