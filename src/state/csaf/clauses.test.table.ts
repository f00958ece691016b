/** Number and title of every test of clause 6, typed a second time; `2.0`, `2.1` or both. */
export const CLAUSES = `
6.1.1	2.0+2.1	Missing Definition of Product ID
6.1.2	2.0+2.1	Multiple Definition of Product ID
6.1.3	2.0+2.1	Circular Definition of Product ID
6.1.4	2.0+2.1	Missing Definition of Product Group ID
6.1.5	2.0+2.1	Multiple Definition of Product Group ID
6.1.6	2.0+2.1	Contradicting Product Status
6.1.7	2.0+2.1	Multiple Scores with Same Version per Product
6.1.8	2.0+2.1	Invalid CVSS
6.1.9	2.0+2.1	Invalid CVSS Computation
6.1.10	2.0+2.1	Inconsistent CVSS
6.1.11	2.0+2.1	CWE
6.1.12	2.0+2.1	Language
6.1.13	2.0+2.1	PURL
6.1.14	2.0+2.1	Sorted Revision History
6.1.15	2.0+2.1	Translator
6.1.16	2.0+2.1	Latest Document Version
6.1.17	2.0+2.1	Document Status Draft
6.1.18	2.0+2.1	Released Revision History
6.1.19	2.0+2.1	Revision History Entries for Pre-release Versions
6.1.20	2.0+2.1	Non-draft Document Version
6.1.21	2.0+2.1	Missing Item in Revision History
6.1.22	2.0+2.1	Multiple Definition in Revision History
6.1.23	2.0+2.1	Multiple Use of Same CVE
6.1.24	2.0+2.1	Multiple Definition in Involvements
6.1.25	2.0+2.1	Multiple Use of Same Hash Algorithm
6.1.26	2.0+2.1	Prohibited Document Category Name
6.1.27.1	2.0+2.1	Document Notes
6.1.27.2	2.0+2.1	Document References
6.1.27.3	2.0+2.1	Vulnerabilities
6.1.27.4	2.0+2.1	Product Tree
6.1.27.5	2.0+2.1	Vulnerability Notes
6.1.27.6	2.0+2.1	Product Status
6.1.27.7	2.0+2.1	VEX Product Status
6.1.27.8	2.0+2.1	Vulnerability ID
6.1.27.9	2.0+2.1	Impact Statement
6.1.27.10	2.0+2.1	Action Statement
6.1.27.11	2.0+2.1	Vulnerabilities
6.1.27.12	2.1	Affected Products
6.1.27.13	2.1	Corresponding Affected Products
6.1.27.14	2.1	Document Notes for Withdrawn and Superseded
6.1.27.15	2.1	Product Tree for Withdrawn and Superseded
6.1.27.16	2.1	Revision History for Withdrawn and Superseded
6.1.27.17	2.1	Reasoning for Withdrawal
6.1.27.18	2.1	Reasoning for Supersession
6.1.27.19	2.1	Reference to Superseding Document
6.1.28	2.0+2.1	Translation
6.1.29	2.0+2.1	Remediation without Product Reference
6.1.30	2.0+2.1	Mixed Integer and Semantic Versioning
6.1.31	2.0+2.1	Version Range in Product Version
6.1.32	2.0+2.1	Flag without Product Reference
6.1.33	2.0+2.1	Multiple Flags with VEX Justification Codes per Product
6.1.34	2.1	Branches Recursion Depth
6.1.35	2.1	Contradicting Remediations
6.1.36	2.1	Contradicting Product Status Remediation Combination
6.1.37	2.1	Date and Time
6.1.38	2.1	Non-Public Sharing Group with Max UUID
6.1.39	2.1	Public Sharing Group with No Max UUID
6.1.40	2.1	Invalid Sharing Group Name
6.1.41	2.1	Missing Sharing Group Name
6.1.42	2.1	PURL Qualifiers
6.1.43	2.1	Use of Multiple Stars in Model Number
6.1.44	2.1	Use of Multiple Stars in Serial Number
6.1.45	2.1	Inconsistent Disclosure Date
6.1.46	2.1	Invalid SSVC
6.1.47	2.1	Inconsistent SSVC Target IDs
6.1.48	2.1	SSVC Decision Points
6.1.49	2.1	Inconsistent SSVC Timestamp
6.1.50	2.1	Product Version Range Rules
6.1.51	2.1	Inconsistent EPSS Timestamp
6.1.52	2.1	Inconsistent First Known Exploitation Dates
6.1.53	2.1	Inconsistent Exploitation Date
6.1.54	2.1	License Expression
6.1.55	2.1	License Text
6.1.56	2.1	Use of CVSS and Qualitative Severity Rating
6.1.57	2.1	Stacked Branch Categories
6.1.58	2.1	Use of product_version in one Path with product_version_range
6.1.59	2.1	Single Version as Product Version Range
6.1.60.1	2.1	Content Schema
6.1.60.2	2.1	Extension Schema
6.1.60.3	2.1	Extension Metadata
6.1.61	2.1	Use of Multiple Stars in SKU
6.2.1	2.0+2.1	Unused Definition of Product ID
6.2.2	2.0+2.1	Missing Remediation
6.2.3	2.0+2.1	Missing Metric
6.2.4	2.0+2.1	Build Metadata in Revision History
6.2.5	2.0+2.1	Older Initial Release Date than Revision History
6.2.6	2.0+2.1	Older Current Release Date than Revision History
6.2.7	2.0+2.1	Missing Date in Involvements
6.2.8	2.0+2.1	Use of MD5 as the only Hash Algorithm
6.2.9	2.0+2.1	Use of SHA-1 as the only Hash Algorithm
6.2.10	2.0	Missing TLP label
6.2.11	2.0+2.1	Missing Canonical URL
6.2.12	2.0+2.1	Missing Document Language
6.2.13	2.0+2.1	Sorting
6.2.14	2.0+2.1	Use of Private Language
6.2.15	2.0+2.1	Use of Default Language
6.2.16	2.0+2.1	Missing Product Identification Helper
6.2.17	2.0+2.1	CVE in Field IDs
6.2.18	2.0+2.1	Product Version Range without vers
6.2.19	2.0+2.1	CVSS for Fixed Products
6.2.20	2.0+2.1	Additional Properties
6.2.21	2.1	Same Timestamps in Revision History
6.2.22	2.1	Document Tracking ID in Title
6.2.23	2.1	Usage of Deprecated CWE
6.2.24	2.1	Usage of Non-Latest CWE Version
6.2.25	2.1	Usage of CWE Not Allowed for Vulnerability Mapping
6.2.26	2.1	Usage of CWE Allowed with Review for Vulnerability Mapping
6.2.27	2.1	Discouraged Product Status Remediation Combination
6.2.28	2.1	Usage of Max UUID
6.2.29	2.1	Usage of Nil UUID
6.2.30	2.1	Usage of Sharing Group on TLP:CLEAR
6.2.31	2.1	Hardware and Software
6.2.32	2.1	Use of Same Product Identification Helper for Different Products
6.2.33	2.1	Disclosure Date Newer than Revision History
6.2.34	2.1	Usage of Unknown SSVC Decision Point Base Namespace
6.2.35	2.1	Usage of Unregistered SSVC Decision Point Base Namespace in TLP:CLEAR Document
6.2.36	2.1	Usage of SSVC Decision Point Namespace with Extension in TLP:CLEAR Document
6.2.37	2.1	Usage of Unknown SSVC Decision Point Namespace without Resource
6.2.38	2.1	Usage of Deprecated Profile
6.2.39.1	2.1	Missing Fixed Product
6.2.39.2	2.1	Language Specific Reasoning for Withdrawal
6.2.39.3	2.1	Language Specific Reasoning for Supersession
6.2.39.4	2.1	Language Specific Superseding Document
6.2.39.5	2.1	Extension in Superseded or Withdrawn Document
6.2.40	2.1	Product Description without Product Reference
6.2.41	2.1	Old EPSS Timestamp
6.2.42	2.1	Inconsistent Product Identification Helper
6.2.43	2.1	Missing License Expression
6.2.44	2.1	Deprecated License Identifier
6.2.45	2.1	Non-Existing License Identifier
6.2.46	2.1	Language Specific License Text
6.2.47	2.1	Use of Qualitative Severity Rating by Issuing Party
6.2.48	2.1	Misuse at Vendor Name
6.2.49	2.1	Upper Open Ended Product Version Range
6.2.50.1	2.1	Overlapping Product Version Range with vers in Contradicting Product Status Group
6.2.50.2	2.1	Overlapping Product Version Range with vls in Contradicting Product Status Group
6.2.50.3	2.1	Overlapping Product Version Range with Product Version in Contradicting Product Status Group
6.2.51	2.1	Unknown VERS Type
6.2.52	2.1	Unknown Hash Algorithm
6.2.53	2.1	Matching Text for Registered ID System
6.2.54.1	2.1	Registered Extension
6.2.54.2	2.1	Official Extension
6.2.54.3	2.1	Critical Extension
6.2.54.4	2.1	Usage of Experimental Extension in TLP:CLEAR Document
6.3.1	2.0+2.1	Use of CVSS v2 as the only Scoring System
6.3.2	2.0+2.1	Use of CVSS v3.0
6.3.3	2.0+2.1	Missing CVE
6.3.4	2.0+2.1	Missing CWE
6.3.5	2.0+2.1	Use of Short Hash
6.3.6	2.0+2.1	Use of non-self Referencing URLs Failing to Resolve
6.3.7	2.0+2.1	Use of self Referencing URLs Failing to Resolve
6.3.8	2.0+2.1	Spell Check
6.3.9	2.0+2.1	Branch Categories
6.3.10	2.0+2.1	Usage of Product Version Range
6.3.11	2.0+2.1	Usage of V as Version Indicator
6.3.12	2.1	Missing CVSS v4.0
6.3.13	2.1	Usage of Non-Latest SSVC Decision Point Version
6.3.14	2.1	Usage of Unregistered SSVC Decision Point Base Namespace in Non TLP:CLEAR Document
6.3.15	2.1	Usage of SSVC Decision Point Namespace with Extension in Non TLP:CLEAR Document
6.3.16	2.1	Grammar Check
6.3.17	2.1	Use of Unregistered License
6.3.18	2.1	Use of Qualitative Severity Rating
6.3.19.1	2.1	Overlapping Product Version Range with vers in Same Product Status Group
6.3.19.2	2.1	Overlapping Product Version Range with vls in Same Product Status Group
6.3.19.3	2.1	Overlapping Product Version Range with Product Version in Same Product Status Group
6.3.19.4	2.1	Overlapping Product Version Range with Product Version Range in Branch
6.3.19.5	2.1	Overlapping Product Version Range with Product Version in Branch
6.3.20	2.1	Use of Unregistered ID System
6.3.21.1	2.1	Extension Category Essential
6.3.21.2	2.1	Usage of Experimental Extension in Non TLP:CLEAR Document
6.3.21.3	2.1	Usage of Extension at Document Level
6.3.21.4	2.1	Usage of Extension in Product Tree Branch Path
6.3.21.5	2.1	Usage of Extension in Product Tree Full Product Names Path
6.3.21.6	2.1	Usage of Extension in Product Tree Product Paths Path
6.3.21.7	2.1	Usage of Extension in Vulnerabilities Metrics Path
6.3.21.8	2.1	Usage of Extension at Vulnerabilities Level
6.3.21.9	2.1	Usage of Extension at Root Level
6.3.22	2.1	Nested Product Path
`;
