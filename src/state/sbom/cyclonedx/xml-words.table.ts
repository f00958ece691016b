/**
 * Closed lists that the XML schemas of CycloneDX have otherwise than the JSON schemas, or that are
 * older: the words of the first version that has the list, then `; VERSION +added -removed`.
 */
export const XML_WORDS: Readonly<Record<string, string>> = {
  classification:
    'application framework library operating-system device; 1.1 +file; 1.2 +container +firmware; 1.5 +platform +device-driver +machine-learning-model +data; 1.6 +cryptographic-asset',
  hashAlg:
    'MD5 SHA-1 SHA-256 SHA-384 SHA-512 SHA3-256 SHA3-512; 1.2 +SHA3-384 +BLAKE2b-256 +BLAKE2b-384 +BLAKE2b-512 +BLAKE3; 1.7 +Streebog-256 +Streebog-512',
  identityFieldType: 'group name version purl cpe swid hash; 1.6 +omniborId +swhid',
  scope: 'required optional; 1.1 +excluded',
};
