/**
 * Names, deprecation and mapping usage of every weakness in every release of CWE: Common Weakness
 * Enumeration, MITRE, under its terms of use, as facts in a compact form. Categories and views are
 * no weaknesses and are not here.
 */

/** Releases with their dates, oldest first. */
export const CWE_RELEASES: readonly (readonly [version: string, date: string])[] = [
  ['1.0', '2008-09-09'],
  ['1.0.1', '2008-10-14'],
  ['1.1', '2008-11-24'],
  ['1.2', '2009-01-12'],
  ['1.3', '2009-03-10'],
  ['1.4', '2009-05-27'],
  ['1.5', '2009-07-27'],
  ['1.6', '2009-10-29'],
  ['1.7', '2009-12-28'],
  ['1.8', '2010-02-16'],
  ['1.8.1', '2010-04-05'],
  ['1.9', '2010-06-21'],
  ['1.10', '2010-09-27'],
  ['1.11', '2010-12-13'],
  ['1.12', '2011-03-30'],
  ['1.13', '2011-06-01'],
  ['2.0', '2011-06-27'],
  ['2.1', '2011-09-13'],
  ['2.2', '2012-05-14'],
  ['2.3', '2012-10-30'],
  ['2.4', '2013-02-21'],
  ['2.5', '2013-07-17'],
  ['2.6', '2014-02-19'],
  ['2.7', '2014-06-23'],
  ['2.8', '2014-07-31'],
  ['2.9', '2015-12-07'],
  ['2.10', '2017-01-19'],
  ['2.11', '2017-05-05'],
  ['2.12', '2017-11-08'],
  ['3.0', '2017-11-08'],
  ['3.1', '2018-03-29'],
  ['3.2', '2019-01-03'],
  ['3.3', '2019-06-20'],
  ['3.4', '2019-09-19'],
  ['3.4.1', '2019-09-23'],
  ['4.0', '2020-02-24'],
  ['4.1', '2020-06-25'],
  ['4.2', '2020-08-20'],
  ['4.3', '2020-12-10'],
  ['4.4', '2021-03-15'],
  ['4.5', '2021-07-20'],
  ['4.6', '2021-10-28'],
  ['4.7', '2022-04-28'],
  ['4.8', '2022-06-28'],
  ['4.9', '2022-10-13'],
  ['4.10', '2023-01-31'],
  ['4.11', '2023-04-27'],
  ['4.12', '2023-06-29'],
  ['4.13', '2023-10-26'],
  ['4.14', '2024-02-29'],
  ['4.15', '2024-07-16'],
  ['4.16', '2024-11-19'],
  ['4.17', '2025-04-03'],
  ['4.18', '2025-09-09'],
  ['4.19', '2025-12-11'],
  ['4.19.1', '2026-01-21'],
  ['4.20', '2026-04-30'],
];

/**
 * A line per weakness, cut by tabs: number; changes of usage (A allowed, R with review, D
 * discouraged, P prohibited, - none; x deprecated) by number of the release; then the names, each
 * behind the number of the release from which it holds; an empty name: not in the list from there.
 */
export const CWE_WEAKNESSES = String.raw`
5	47A	0:J2EE Misconfiguration: Data Transmission Without Encryption
6	47A	0:J2EE Misconfiguration: Insufficient Session-ID Length
7	47A	0:J2EE Misconfiguration: Missing Error Handling	4:J2EE Misconfiguration: Missing Custom Error Page
8	47A	0:J2EE Misconfiguration: Entity Bean Declared Remote
9	47A	0:J2EE Misconfiguration: Weak Access Permissions for EJB Methods
11	47A	0:ASP.NET Misconfiguration: Creating Debug Binary
12	47A	0:ASP.NET Misconfiguration: Missing Custom Error Handling	4:ASP.NET Misconfiguration: Missing Custom Error Page
13	47A	0:ASP.NET Misconfiguration: Password in Configuration File
14	47A	0:Compiler Removal of Code to Clear Buffers
15	47A	0:External Control of System or Configuration Setting
20	47D	0:Insufficient Input Validation	3:Improper Input Validation
22	47A 54R	0:Path Traversal	9:Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')
23	47A	0:Relative Path Traversal
24	47A	0:Path Traversal: '../filedir'
25	47A	0:Path Traversal: '/../filedir'
26	47A	0:Path Traversal: '/dir/../filename'
27	47A	0:Path Traversal: 'dir/../../filename'
28	47A	0:Path Traversal: '..\filename'	1:Path Traversal: '..\filedir'
29	47A	0:Path Traversal: '\..\filename'
30	47A	0:Path Traversal: '\dir\..\filename'
31	47A	0:Path Traversal: 'dir\..\filename'	1:Path Traversal: 'dir\..\..\filename'
32	47A	0:Path Traversal: '...' (Triple Dot)
33	47A	0:Path Traversal: '....' (Multiple Dot)
34	47A	0:Path Traversal: '....//'
35	47A	0:Path Traversal: '.../...//'
36	47A	0:Absolute Path Traversal
37	47A	0:Path Traversal: '/absolute/pathname/here'
38	47A	0:Path Traversal: '\absolute\pathname\here'
39	47A	0:Path Traversal: 'C:dirname'
40	47A	0:Path Traversal: '\\UNC\share\name\' (Windows UNC Share)
41	47A	0:Failure to Resolve Path Equivalence	5:Improper Resolution of Path Equivalence
42	47A	0:Path Equivalence: 'filename.' (Trailing Dot)
43	47A	0:Path Equivalence: 'filename....' (Multiple Trailing Dot)
44	47A	0:Path Equivalence: 'file.name' (Internal Dot)
45	47A	0:Path Equivalence: 'file...name' (Multiple Internal Dot)
46	47A	0:Path Equivalence: 'filename ' (Trailing Space)
47	47A	0:Path Equivalence: ' filename (Leading Space)	12:Path Equivalence: ' filename' (Leading Space)
48	47A	0:Path Equivalence: 'file name' (Internal Whitespace)
49	47A	0:Path Equivalence: 'filename/' (Trailing Slash)
50	47A	0:Path Equivalence: '//multiple/leading/slash'
51	47A	0:Path Equivalence: '/multiple//internal/slash'
52	47A	0:Path Equivalence: '/multiple/trailing/slash//'
53	47A	0:Path Equivalence: '\multiple\\internal\backslash'
54	47A	0:Path Equivalence: 'filedir\' (Trailing Backslash)
55	47A	0:Path Equivalence: '/./' (Single Dot Directory)
56	47A	0:Path Equivalence: 'filedir*' (Wildcard)
57	47A	0:Path Equivalence: 'dirname/fakechild/../realchild/filename'	1:Path Equivalence: 'fakedir/../realdir/filename'
58	47A	0:Path Equivalence: Windows 8.3 Filename
59	47A	0:Failure to Resolve Links Before File Access (aka 'Link Following')	5:Improper Link Resolution Before File Access ('Link Following')
61	47A	27:UNIX Symbolic Link (Symlink) Following	28:	29:UNIX Symbolic Link (Symlink) Following
62	47A	0:UNIX Hard Link
64	47A	0:Windows Shortcut Following (.LNK)
65	47A	0:Windows Hard Link
66	47A	0:Failure to Handle File Names that Identify Virtual Resources	4:Improper Handling of File Names that Identify Virtual Resources
67	47A	0:Failure to Handle Windows Device Names	4:Improper Handling of Windows Device Names
69	47A	0:Failure to Handle Windows ::DATA Alternate Data Stream	13:Improper Handling of Windows ::DATA Alternate Data Stream
71	28-x 47Px	0:Apple '.DS_Store'	28:DEPRECATED: Apple '.DS_Store'
72	47A	0:Apple HFS+ Alternate Data Stream	2:Failure to Handle Apple HFS+ Alternate Data Stream Path	5:Improper Handling of Apple HFS+ Alternate Data Stream Path
73	47A	0:External Control of File Name or Path
74	47D	0:Failure to Sanitize Data into a Different Plane (aka 'Injection')	5:Failure to Sanitize Data into a Different Plane ('Injection')	11:Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection')
75	47D	0:Failure to Sanitize Special Elements into a Different Plane (Special Element Injection)
76	47A	0:Failure to Resolve Equivalent Special Elements into a Different Plane	11:Improper Neutralization of Equivalent Special Elements
77	47R	0:Failure to Sanitize Data into a Control Plane (aka 'Command Injection')	5:Failure to Sanitize Data into a Control Plane ('Command Injection')	6:Improper Sanitization of Special Elements used in a Command ('Command Injection')	11:Improper Neutralization of Special Elements used in a Command ('Command Injection')
78	47A	0:Failure to Sanitize Data into an OS Command (aka 'OS Command Injection')	3:Failure to Preserve OS Command Structure (aka 'OS Command Injection')	5:Failure to Preserve OS Command Structure ('OS Command Injection')	6:Improper Sanitization of Special Elements used in an OS Command ('OS Command Injection')	11:Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')
79	47A	0:Failure to Sanitize Directives in a Web Page (aka 'Cross-site scripting' (XSS))	3:Failure to Preserve Web Page Structure (aka 'Cross-site Scripting')	5:Failure to Preserve Web Page Structure ('Cross-site Scripting')	11:Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')
80	47A	0:Failure to Sanitize Script-Related HTML Tags in a Web Page (Basic XSS)	5:Improper Sanitization of Script-Related HTML Tags in a Web Page (Basic XSS)	11:Improper Neutralization of Script-Related HTML Tags in a Web Page (Basic XSS)
81	47A	0:Failure to Sanitize Directives in an Error Message Web Page	5:Improper Sanitization of Script in an Error Message Web Page	11:Improper Neutralization of Script in an Error Message Web Page
82	47A	0:Failure to Sanitize Script in Attributes of IMG Tags in a Web Page	5:Improper Sanitization of Script in Attributes of IMG Tags in a Web Page	11:Improper Neutralization of Script in Attributes of IMG Tags in a Web Page
83	47A	0:Failure to Sanitize Script in Attributes in a Web Page	10:Improper Neutralization of Script in Attributes in a Web Page
84	47A	0:Failure to Resolve Encoded URI Schemes in a Web Page	11:Improper Neutralization of Encoded URI Schemes in a Web Page
85	47A	0:Doubled Character XSS Manipulations
86	47A	0:Failure to Sanitize Invalid Characters in Identifiers in Web Pages	10:Improper Neutralization of Invalid Characters in Identifiers in Web Pages
87	47A	0:Failure to Sanitize Alternate XSS Syntax	11:Improper Neutralization of Alternate XSS Syntax
88	47A	0:Argument Injection or Modification	33:Improper Delimitation of Arguments in a Command ('Argument Injection')	34:Improper Neutralization of Argument Delimiters in a Command ('Argument Injection')
89	47A	0:Failure to Sanitize Data within SQL Queries (aka 'SQL Injection')	3:Failure to Preserve SQL Query Structure (aka 'SQL Injection')	5:Failure to Preserve SQL Query Structure ('SQL Injection')	6:Improper Sanitization of Special Elements used in an SQL Command ('SQL Injection')	11:Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')
90	47A	0:Failure to Sanitize Data into LDAP Queries (aka 'LDAP Injection')	5:Failure to Sanitize Data into LDAP Queries ('LDAP Injection')	11:Improper Neutralization of Special Elements used in an LDAP Query ('LDAP Injection')
91	47A 56R	0:XML Injection (aka Blind XPath Injection)
92	6-x 47Px	0:Custom Special Character Injection	1:Insufficient Sanitization of Custom Special Characters	5:Improper Sanitization of Custom Special Characters	6:DEPRECATED: Improper Sanitization of Custom Special Characters
93	47A	0:Failure to Sanitize CRLF Sequences (aka 'CRLF Injection')	5:Failure to Sanitize CRLF Sequences ('CRLF Injection')	11:Improper Neutralization of CRLF Sequences ('CRLF Injection')
94	47A 51R	0:Code Injection	3:Failure to Control Generation of Code (aka 'Code Injection')	5:Failure to Control Generation of Code ('Code Injection')	14:Improper Control of Generation of Code ('Code Injection')
95	47A	0:Insufficient Control of Directives in Dynamically Evaluated Code (aka 'Eval Injection')	5:Improper Sanitization of Directives in Dynamically Evaluated Code ('Eval Injection')	11:Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')
96	47A	0:Insufficient Control of Directives in Statically Saved Code (Static Code Injection)	5:Improper Sanitization of Directives in Statically Saved Code ('Static Code Injection')	10:Improper Neutralization of Directives in Statically Saved Code ('Static Code Injection')
97	47A	0:Failure to Sanitize Server-Side Includes (SSI) Within a Web Page	11:Improper Neutralization of Server-Side Includes (SSI) Within a Web Page
98	47A	9:Improper Control of Filename for Include/Require Statement in PHP Program ('PHP File Inclusion')	20:Improper Control of Filename for Include/Require Statement in PHP Program ('PHP Remote File Inclusion')
99	47R	0:Insufficient Control of Resource Identifiers (aka 'Resource Injection')	5:Improper Control of Resource Identifiers ('Resource Injection')
100		0:Technology-Specific Input Validation Problems	7:
102	47A	0:Struts: Duplicate Validation Forms
103	47A	0:Struts: Incomplete validate() Method Definition
104	47A	0:Struts: Form Bean Does Not Extend Validation Class
105	47A	0:Struts: Form Field Without Validator
106	47A	0:Struts: Plug-in Framework not in Use
107	47A	0:Struts: Unused Validation Form
108	47A	0:Struts: Unvalidated Action Form
109	47A	0:Struts: Validator Turned Off
110	47A	0:Struts: Validator Without Form Field
111	47A	0:Direct Use of Unsafe JNI
112	47A	0:Missing XML Validation
113	47A	0:Failure to Sanitize CRLF Sequences in HTTP Headers (aka 'HTTP Response Splitting')	5:Failure to Sanitize CRLF Sequences in HTTP Headers ('HTTP Response Splitting')	11:Improper Neutralization of CRLF Sequences in HTTP Headers ('HTTP Response Splitting')	43:Improper Neutralization of CRLF Sequences in HTTP Headers ('HTTP Request/Response Splitting')
114	47R 52D	0:Process Control
115	47A	0:Misinterpretation of Input
116	47R	0:Insufficient Output Sanitization	3:Improper Encoding or Escaping of Output
117	47A	0:Incorrect Output Sanitization for Logs	5:Improper Output Sanitization for Logs	11:Improper Output Neutralization for Logs
118	47R 49D	0:Improper Access of Indexable Resource (aka 'Range Error')	5:Improper Access of Indexable Resource ('Range Error')	27:Incorrect Access of Indexable Resource ('Range Error')
119	47D	0:Failure to Constrain Operations within the Bounds of an Allocated Memory Buffer	3:Failure to Constrain Operations within the Bounds of a Memory Buffer	13:Improper Restriction of Operations within the Bounds of a Memory Buffer
120	47R	9:Buffer Copy without Checking Size of Input ('Classic Buffer Overflow')
121	47A	0:Stack-based Buffer Overflow
122	47A	0:Heap-based Buffer Overflow
123	47A	0:Write-what-where Condition
124	47A	0:Boundary Beginning Violation ('Buffer Underwrite')	7:Buffer Underwrite ('Buffer Underflow')
125	47A	0:Out-of-bounds Read
126	47A	0:Buffer Over-read
127	47A	0:Buffer Under-read
128	47A	0:Wrap-around Error
129	47A	0:Unchecked Array Indexing	7:Improper Validation of Array Index
130	47A	0:Failure to Handle Length Parameter Inconsistency	4:Improper Handling of Length Parameter Inconsistency
131	47A	0:Incorrect Calculation of Buffer Size
132	0-x 47Px	0:DEPRECATED (Duplicate): Miscalculated Null Termination	40:DEPRECATED: Miscalculated Null Termination
134	47A	0:Uncontrolled Format String	25:Use of Externally-Controlled Format String
135	47A	0:Incorrect Calculation of Multi-Byte String Length
138	47R 49D	0:Failure to Sanitize Special Elements	4:Improper Sanitization of Special Elements	10:Improper Neutralization of Special Elements
140	47A	0:Failure to Sanitize Delimiters	11:Improper Neutralization of Delimiters
141	47A	0:Failure to Sanitize Parameter/Argument Delimiters	10:Improper Neutralization of Parameter/Argument Delimiters
142	47A	0:Failure to Sanitize Value Delimiters	10:Improper Neutralization of Value Delimiters
143	47A	0:Failure to Sanitize Record Delimiters	10:Improper Neutralization of Record Delimiters
144	47A	0:Failure to Sanitize Line Delimiters	10:Improper Neutralization of Line Delimiters
145	47A	0:Failure to Sanitize Section Delimiters	10:Improper Neutralization of Section Delimiters
146	47A	0:Failure to Sanitize Expression/Command Delimiters	10:Improper Neutralization of Expression/Command Delimiters
147	47A	0:Failure to Sanitize Input Terminators	4:Improper Sanitization of Input Terminators	10:Improper Neutralization of Input Terminators
148	47A	0:Failure to Sanitize Input Leaders	11:Improper Neutralization of Input Leaders
149	47A	0:Failure to Sanitize Quoting Syntax	11:Improper Neutralization of Quoting Syntax
150	47A	0:Failure to Sanitize Escape, Meta, or Control Sequences	10:Improper Neutralization of Escape, Meta, or Control Sequences
151	47A	0:Failure to Sanitize Comment Element	4:Improper Sanitization of Comment Delimiters	10:Improper Neutralization of Comment Delimiters
152	47A	0:Failure to Sanitize Macro Symbol	4:Improper Sanitization of Macro Symbols	10:Improper Neutralization of Macro Symbols
153	47A	0:Failure to Sanitize Substitution Character	4:Improper Sanitization of Substitution Characters	10:Improper Neutralization of Substitution Characters
154	47A	0:Failure to Sanitize Variable Name Delimiter	4:Improper Sanitization of Variable Name Delimiters	10:Improper Neutralization of Variable Name Delimiters
155	47A	0:Failure to Sanitize Wildcard or Matching Symbol	4:Improper Sanitization of Wildcards or Matching Symbols	10:Improper Neutralization of Wildcards or Matching Symbols
156	47A	0:Failure to Sanitize Whitespace	4:Improper Sanitization of Whitespace	10:Improper Neutralization of Whitespace
157	47A	0:Failure to Sanitize Paired Delimiters
158	47A	0:Failure to Sanitize Null Byte or NUL Character	10:Improper Neutralization of Null Byte or NUL Character
159	47R	0:Failure to Sanitize Special Element	35:Improper Handling of Invalid Use of Special Elements
160	47A	0:Failure to Sanitize Leading Special Element	5:Improper Sanitization of Leading Special Elements	10:Improper Neutralization of Leading Special Elements
161	47A	0:Failure to Sanitize Multiple Leading Special Elements	5:Improper Sanitization of Multiple Leading Special Elements	10:Improper Neutralization of Multiple Leading Special Elements
162	47A	0:Failure to Sanitize Trailing Special Element	5:Improper Sanitization of Trailing Special Elements	10:Improper Neutralization of Trailing Special Elements
163	47A	0:Failure to Sanitize Multiple Trailing Special Elements	5:Improper Sanitization of Multiple Trailing Special Elements	10:Improper Neutralization of Multiple Trailing Special Elements
164	47A	0:Failure to Sanitize Internal Special Element	5:Improper Sanitization of Internal Special Elements	10:Improper Neutralization of Internal Special Elements
165	47A	0:Failure to Sanitize Multiple Internal Special Elements	5:Improper Sanitization of Multiple Internal Special Elements	10:Improper Neutralization of Multiple Internal Special Elements
166	47A	0:Failure to Handle Missing Special Element	5:Improper Handling of Missing Special Element
167	47A	0:Failure to Handle Additional Special Element	5:Improper Handling of Additional Special Element
168	47A	0:Failure to Resolve Inconsistent Special Elements	13:Improper Handling of Inconsistent Special Elements
170	47A	0:Improper Null Termination
172	47R	0:Encoding Error
173	47A	0:Failure to Handle Alternate Encoding	13:Improper Handling of Alternate Encoding
174	47A	0:Double Decoding of the Same Data
175	47A	0:Failure to Handle Mixed Encoding	13:Improper Handling of Mixed Encoding
176	47A	0:Failure to Handle Unicode Encoding	13:Improper Handling of Unicode Encoding
177	47A	0:Failure to Handle URL Encoding (Hex Encoding)	13:Improper Handling of URL Encoding (Hex Encoding)
178	47A	0:Failure to Resolve Case Sensitivity	13:Improper Handling of Case Sensitivity
179	47A	0:Incorrect Behavior Order: Early Validation
180	47A	0:Incorrect Behavior Order: Validate Before Canonicalize
181	47A	0:Incorrect Behavior Order: Validate Before Filter
182	47A	0:Collapse of Data Into Unsafe Value	11:Collapse of Data into Unsafe Value
183	47A	0:Permissive Whitelist	35:Permissive List of Allowed Inputs
184	47A	0:Incomplete Blacklist	35:Incomplete List of Disallowed Inputs
185	47R	0:Incorrect Regular Expression
186	47A	0:Overly Restrictive Regular Expression
187	47A	0:Partial Comparison	30:Partial String Comparison
188	47A	0:Reliance on Data/Memory Layout
190	47A	0:Integer Overflow (Wrap or Wraparound)	3:Integer Overflow or Wraparound
191	47A	0:Integer Underflow (Wrap or Wraparound)
192	47A	28:Integer Coercion Error
193	47A	0:Off-by-one Error
194	47A	0:Incorrect Sign Extension	2:Unexpected Sign Extension
195	47A	0:Signed to Unsigned Conversion Error
196	47A	0:Unsigned to Signed Conversion Error
197	47A	0:Numeric Truncation Error
198	47A	0:Use of Incorrect Byte Ordering
200	47D	0:Information Leak (Information Disclosure)	8:Information Exposure	35:Exposure of Sensitive Information to an Unauthorized Actor
201	47A	0:Information Leak Through Sent Data	12:Information Exposure Through Sent Data	35:Exposure of Sensitive Information Through Sent Data	37:Insertion of Sensitive Information Into Sent Data
202	47A	0:Privacy Leak through Data Queries	14:Exposure of Sensitive Data Through Data Queries	35:Exposure of Sensitive Information Through Data Queries
203	47A	0:Discrepancy Information Leaks	8:Information Exposure Through Discrepancy	35:Observable Discrepancy	37:Observable Differences in Behavior to Error Inputs	38:Observable Discrepancy
204	47A	0:Response Discrepancy Information Leak	12:Response Discrepancy Information Exposure	35:Observable Response Discrepancy
205	47A	0:Behavioral Discrepancy Information Leak	8:Information Exposure Through Behavioral Discrepancy	35:Observable Behavioral Discrepancy
206	47A	0:Internal Behavioral Inconsistency Information Leak	14:Information Exposure of Internal State Through Behavioral Inconsistency	35:Observable Internal Behavioral Discrepancy
207	47A	0:External Behavioral Inconsistency Information Leak	8:Information Exposure Through an External Behavioral Inconsistency	35:Observable Behavioral Discrepancy With Equivalent Products
208	47A	0:Timing Discrepancy Information Leak	14:Information Exposure Through Timing Discrepancy	35:Observable Timing Discrepancy
209	47A	0:Error Message Information Leaks	3:Error Message Information Leak	8:Information Exposure Through an Error Message	35:Generation of Error Message Containing Sensitive Information
210	47A	0:Product-Generated Error Message Information Leak	14:Information Exposure Through Generated Error Message	19:Information Exposure Through Self-generated Error Message	35:Self-generated Error Message Containing Sensitive Information
211	47A	0:Product-External Error Message Information Leak	14:Information Exposure Through External Error Message	19:Information Exposure Through Externally-generated Error Message	28:Information Exposure Through Externally-Generated Error Message	35:Externally-Generated Error Message Containing Sensitive Information
212	47A	0:Cross-boundary Cleansing Information Leak	8:Improper Cross-boundary Cleansing	9:Improper Cross-boundary Removal of Sensitive Data	35:Improper Removal of Sensitive Information Before Storage or Transfer
213	47A	0:Intended Information Leak	14:Intentional Information Exposure	35:Exposure of Sensitive Information Due to Incompatible Policies
214	47A	0:Process Environment Information Leak	14:Information Exposure Through Process Environment	35:Invocation of Process Using Visible Sensitive Information
215	47A	0:Information Leak Through Debug Information	12:Information Exposure Through Debug Information	35:Insertion of Sensitive Information Into Debugging Code
216	35-x 47Px	0:Containment Errors (Container Errors)	35:DEPRECATED: Containment Errors (Container Errors)
217	5-x 47Px	0:Failure to Protect Stored Data from Modification	5:DEPRECATED: Failure to Protect Stored Data from Modification
218	0-x 47Px	0:DEPRECATED (Duplicate): Failure to provide confidentiality for stored data	40:DEPRECATED: Failure to provide confidentiality for stored data
219	47A	0:Sensitive Data Under Web Root	35:Storage of File with Sensitive Data Under Web Root
220	47A	0:Sensitive Data Under FTP Root	35:Storage of File With Sensitive Data Under FTP Root
221	47R	0:Information Loss or Omission
222	47A	0:Truncation of Security-relevant Information
223	47A	0:Omission of Security-relevant Information
224	47A	0:Obscured Security-relevant Information by Alternate Name
225	0-x 47Px	0:DEPRECATED (Duplicate): General Information Management Problems	40:DEPRECATED: General Information Management Problems
226	47A	0:Sensitive Information Uncleared Before Release	35:Sensitive Information Uncleared in Resource Before Release for Reuse	37:Sensitive Information in Resource Not Removed Before Reuse
227		0:Failure to Fulfill API Contract (aka 'API Abuse')	5:Failure to Fulfill API Contract ('API Abuse')	14:Improper Fulfillment of API Contract ('API Abuse')	28:
228	47R	0:Failure to Handle Syntactically Invalid Structure	4:Improper Handling of Syntactically Invalid Structure
229	47A	0:Improper Handling of Values
230	47A	0:Failure to Handle Missing Value	4:Improper Handling of Missing Values
231	47A	0:Failure to Handle Extra Value	4:Improper Handling of Extra Values
232	47A	0:Failure to Handle Undefined Value	4:Improper Handling of Undefined Values
233	47A	0:Parameter Problems	21:Improper Handling of Parameters
234	47A 49D	0:Failure to Handle Missing Parameter
235	47A	0:Failure to Handle Extra Parameter	4:Improper Handling of Extra Parameters
236	47A	0:Failure to Handle Undefined Parameter	4:Improper Handling of Undefined Parameters
237	47A	0:Element Problems	4:Improper Handling of Structural Elements
238	47A	0:Failure to Handle Missing Element	4:Improper Handling of Incomplete Structural Elements
239	47A	0:Failure to Handle Incomplete Element
240	47A	0:Failure to Resolve Inconsistent Elements	4:Improper Handling of Inconsistent Structural Elements
241	47A	0:Failure to Handle Wrong Data Type	4:Improper Handling of Unexpected Data Type
242	47A	0:Use of Inherently Dangerous Function
243	47A	0:Failure to Change Working Directory in chroot Jail	13:Creation of chroot Jail Without Changing Working Directory
244	47A	0:Failure to Clear Heap Memory Before Release (aka 'Heap Inspection')	5:Failure to Clear Heap Memory Before Release ('Heap Inspection')	13:Improper Clearing of Heap Memory Before Release ('Heap Inspection')
245	47A	0:J2EE Bad Practices: Direct Management of Connections
246	47A	0:J2EE Bad Practices: Direct Use of Sockets
247	21-x 47Px	0:Reliance on DNS Lookups in a Security Decision	21:DEPRECATED (Duplicate): Reliance on DNS Lookups in a Security Decision	40:DEPRECATED: Reliance on DNS Lookups in a Security Decision
248	47A	0:Uncaught Exception
249	6-x 47Px	0:Often Misused: Path Manipulation	6:DEPRECATED: Often Misused: Path Manipulation
250	47A	0:Design Principle Violation: Failure to Use Least Privilege	3:Execution with Unnecessary Privileges
252	47A	0:Unchecked Return Value
253	47A	0:Misinterpreted Function Return Value	4:Incorrect Check of Function Return Value
256	47A	0:Plaintext Storage of a Password	30:Unprotected Storage of Credentials	40:Plaintext Storage of a Password
257	47A	0:Storing Passwords in a Recoverable Format
258	47A	0:Empty Password in Configuration File
259	47A	0:Hard-Coded Password	9:Use of Hard-coded Password
260	47A	0:Password in Configuration File
261	47A	0:Weak Cryptography for Passwords	35:Weak Encoding for Password
262	47A	0:Not Using Password Aging
263	47A 53D	0:Password Aging with Long Expiration
266	47A	0:Incorrect Privilege Assignment
267	47A	0:Privilege Defined With Unsafe Actions
268	47A	0:Privilege Chaining
269	47D	0:Insecure Privilege Management	5:Improper Privilege Management
270	47A	0:Privilege Context Switching Error
271	47R	0:Privilege Dropping / Lowering Errors
272	47A	0:Least Privilege Violation
273	47A	0:Failure to Check Whether Privileges Were Dropped Successfully	4:Improper Check for Successfully Dropped Privileges	5:Improper Check for Dropped Privileges
274	47A 49D	0:Failure to Handle Insufficient Privileges	5:Improper Handling of Insufficient Privileges
276	47A	0:Insecure Default Permissions	5:Incorrect Default Permissions
277	47A	0:Insecure Inherited Permissions
278	47A	0:Insecure Preserved Inherited Permissions
279	47A	0:Insecure Execution-assigned Permissions	5:Incorrect Execution-Assigned Permissions
280	47A	0:Failure to Handle Insufficient Permissions or Privileges	4:Improper Handling of Insufficient Permissions or Privileges
281	47A	0:Permission Preservation Failure	5:Improper Preservation of Permissions
282	47R	0:Improper Ownership Management
283	47A	0:Unverified Ownership
284	47D	0:Access Control (Authorization) Issues	14:Improper Access Control
285	47D	0:Missing or Inconsistent Access Control	3:Improper Access Control (Authorization)	14:Improper Authorization
286	47R	0:Incorrect User Management
287	47D	0:Insufficient Authentication	3:Improper Authentication
288	47A	0:Authentication Bypass Using an Alternate Path or Channel
289	47A	0:Authentication Bypass by Alternate Name
290	47A	0:Authentication Bypass by Spoofing
291	47A	21:Reliance on IP Address for Authentication
292	21-x 47Px	0:Trusting Self-reported DNS Name	21:DEPRECATED (Duplicate): Trusting Self-reported DNS Name	40:DEPRECATED: Trusting Self-reported DNS Name
293	47A	0:Using Referer Field for Authentication
294	47A	0:Authentication Bypass by Capture-replay
295	47A	20:Improper Certificate Validation
296	47A	0:Failure to Follow Chain of Trust in Certificate Validation	4:Improper Following of Chain of Trust for Certificate Validation	20:Improper Following of a Certificate's Chain of Trust
297	47A	0:Failure to Validate Host-specific Certificate Data	4:Improper Validation of Host-specific Certificate Data	20:Improper Validation of Certificate with Host Mismatch
298	47A	0:Failure to Validate Certificate Expiration	4:Improper Validation of Certificate Expiration
299	47A	0:Failure to Check for Certificate Revocation	4:Improper Check for Certificate Revocation
300	47D	0:Channel Accessible by Non-Endpoint (aka 'Man-in-the-Middle')	5:Channel Accessible by Non-Endpoint ('Man-in-the-Middle')	35:Channel Accessible by Non-Endpoint
301	47A	0:Reflection Attack in an Authentication Protocol
302	47A	0:Authentication Bypass by Assumed-Immutable Data
303	47A	0:Improper Implementation of Authentication Algorithm	5:Incorrect Implementation of Authentication Algorithm
304	47A	0:Missing Critical Step in Authentication
305	47A	0:Authentication Bypass by Primary Weakness
306	47A	0:No Authentication for Critical Function	9:Missing Authentication for Critical Function
307	47A	0:Failure to Restrict Excessive Authentication Attempts	9:Improper Restriction of Excessive Authentication Attempts
308	47A	0:Use of Single-factor Authentication
309	47A	0:Use of Password System for Primary Authentication
311	47D	0:Failure to Encrypt Sensitive Data	9:Missing Encryption of Sensitive Data
312	47A	0:Plaintext Storage of Sensitive Information	3:Cleartext Storage of Sensitive Information
313	47A	0:Plaintext Storage in a File or on Disk	21:Cleartext Storage in a File or on Disk
314	47A	0:Plaintext Storage in the Registry	21:Cleartext Storage in the Registry
315	47A	0:Plaintext Storage in a Cookie	21:Cleartext Storage of Sensitive Information in a Cookie
316	47A	0:Plaintext Storage in Memory	21:Cleartext Storage of Sensitive Information in Memory
317	47A	0:Plaintext Storage in GUI	21:Cleartext Storage of Sensitive Information in GUI
318	47A	0:Plaintext Storage in Executable	21:Cleartext Storage of Sensitive Information in Executable
319	47A	0:Plaintext Transmission of Sensitive Information	3:Cleartext Transmission of Sensitive Information
321	47A	0:Use of Hard-coded Cryptographic Key
322	47A	0:Key Exchange without Entity Authentication
323	47A	0:Reusing a Nonce, Key Pair in Encryption
324	47A	0:Use of a Key Past its Expiration Date
325	47A	0:Missing Required Cryptographic Step	37:Missing Cryptographic Step
326	47R	0:Weak Encryption	6:Inadequate Encryption Strength
327	47R	0:Use of a Broken or Risky Cryptographic Algorithm
328	47A	0:Reversible One-Way Hash	41:Use of Weak Hash
329	47A	0:Not Using a Random IV with CBC Mode	39:Not Using an Unpredictable IV with CBC Mode	40:Generation of Predictable IV with CBC Mode
330	47R 49D	0:Use of Insufficiently Random Values
331	47A	0:Insufficient Entropy
332	47A	0:Insufficient Entropy in PRNG
333	47A	0:Failure to Handle Insufficient Entropy in TRNG	5:Improper Handling of Insufficient Entropy in TRNG
334	47A	0:Small Space of Random Values
335	47A	0:PRNG Seed Error	28:Incorrect Usage of Seeds in Pseudo-Random Number Generator (PRNG)
336	47A	0:Same Seed in PRNG	28:Same Seed in Pseudo-Random Number Generator (PRNG)
337	47A	0:Predictable Seed in PRNG	28:Predictable Seed in Pseudo-Random Number Generator (PRNG)
338	47A	0:Use of Cryptographically Weak PRNG	23:Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)
339	47A	0:Small Seed Space in PRNG
340	47R	0:Predictability Problems	35:Generation of Predictable Numbers or Identifiers
341	47A	0:Predictable from Observable State
342	47A	0:Predictable Exact Value from Previous Values
343	47A	0:Predictable Value Range from Previous Values
344	47A	0:Use of Invariant Value in Dynamically Changing Context
345	47R 49D	0:Insufficient Verification of Data Authenticity
346	47R	0:Origin Validation Error
347	47A	0:Improperly Verified Signature	5:Improper Verification of Cryptographic Signature
348	47A	0:Use of Less Trusted Source
349	47A	0:Acceptance of Extraneous Untrusted Data With Trusted Data
350	47A	0:Improperly Trusted Reverse DNS	21:Reliance on Reverse DNS Resolution for a Security-Critical Action
351	47A	0:Insufficient Type Distinction
352	47A	27:Cross-Site Request Forgery (CSRF)	28:	29:Cross-Site Request Forgery (CSRF)
353	47A	0:Failure to Add Integrity Check Value	13:Missing Support for Integrity Check
354	47A	0:Failure to Check Integrity Check Value	4:Improper Validation of Integrity Check Value
356	47A	0:Product UI does not Warn User of Unsafe Actions
357	47A	0:Insufficient UI Warning of Dangerous Operations
358	47A	0:Improperly Implemented Security Check for Standard
359	47A	0:Privacy Violation	22:Exposure of Private Information ('Privacy Violation')	35:Exposure of Private Personal Information to an Unauthorized Actor
360	47A	0:Trust of System Event Data
362	47R	0:Race Condition	13:Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')
363	47A	0:Race Condition Enabling Link Following
364	47A	0:Signal Handler Race Condition
365	42-x 47Px	0:Race Condition in Switch	42:DEPRECATED: Race Condition in Switch
366	47A	0:Race Condition within a Thread
367	47A	0:Time-of-check Time-of-use Race Condition	1:Time-of-check Time-of-use (TOCTOU) Race Condition
368	47A	0:Context Switching Race Condition
369	47A	0:Divide By Zero
370	47A	0:Race Condition in Checking for Certificate Revocation	5:Missing Check for Certificate Revocation after Initial Check
372	47A 49D	0:Incomplete Internal State Distinction
373	13-x 47Px	0:State Synchronization Error	13:DEPRECATED: State Synchronization Error
374	47A	0:Mutable Objects Passed by Reference	11:Passing Mutable Objects to an Untrusted Method
375	47A	0:Passing Mutable Objects to an Untrusted Method	12:Returning a Mutable Object to an Untrusted Caller
377	47R	0:Insecure Temporary File
378	47A	0:Creation of Temporary File With Insecure Permissions
379	47A	0:Creation of Temporary File in Directory with Insecure Permissions	5:Creation of Temporary File in Directory with Incorrect Permissions	35:Creation of Temporary File in Directory with Insecure Permissions
382	47A	0:J2EE Bad Practices: Use of System.exit()
383	47A	0:J2EE Bad Practices: Direct Use of Threads
384	47A	27:Session Fixation	28:	29:Session Fixation
385	47A	0:Covert Timing Channel
386	47A	0:Symbolic Name not Mapping to Correct Object
390	47A	0:Detection of Error Condition Without Action
391	47P	0:Unchecked Error Condition
392	47A	0:Failure to Report Error in Status Code	13:Missing Report of Error Condition
393	47A	0:Return of Wrong Status Code
394	47A	0:Unexpected Status Code or Return Value
395	47A	0:Use of NullPointerException Catch to Detect NULL Pointer Dereference
396	47A	0:Declaration of Catch for Generic Exception
397	47A	0:Declaration of Throws for Generic Exception
398		0:Indicator of Poor Code Quality	28:
400	47D	0:Resource Exhaustion	1:Uncontrolled Resource Consumption (aka 'Resource Exhaustion')	5:Uncontrolled Resource Consumption ('Resource Exhaustion')	31:Uncontrolled Resource Consumption
401	47A	0:Failure to Release Memory Before Removing Last Reference (aka 'Memory Leak')	5:Failure to Release Memory Before Removing Last Reference ('Memory Leak')	13:Improper Release of Memory Before Removing Last Reference ('Memory Leak')	31:Improper Release of Memory Before Removing Last Reference	32:Missing Release of Memory after Effective Lifetime
402	47R	0:Transmission of Private Resources into a New Sphere (aka 'Resource Leak')	5:Transmission of Private Resources into a New Sphere ('Resource Leak')
403	47A	0:UNIX File Descriptor Leak	14:Exposure of File Descriptor to Unintended Control Sphere	20:Exposure of File Descriptor to Unintended Control Sphere ('File Descriptor Leak')
404	47R	0:Improper Resource Shutdown or Release
405	47R	0:Asymmetric Resource Consumption (Amplification)
406	47R	0:Network Amplification	1:Insufficient Control of Network Message Volume (Network Amplification)
407	47R	0:Algorithmic Complexity	32:Inefficient Algorithmic Complexity
408	47A	0:Incorrect Behavior Order: Early Amplification
409	47A	0:Failure to Handle Highly Compressed Data (Data Amplification)	5:Improper Handling of Highly Compressed Data (Data Amplification)
410	47A	0:Insufficient Resource Pool
412	47A	0:Unrestricted Lock on Critical Resource	6:Unrestricted Externally Accessible Lock
413	47A	0:Insufficient Resource Locking	12:Improper Resource Locking
414	47A	0:Missing Lock Check
415	47A	0:Double Free
416	47A	0:Use After Free
419	47A	0:Unprotected Primary Channel
420	47A	0:Unprotected Alternate Channel
421	47A	0:Race Condition During Access to Alternate Channel
422	47A	0:Unprotected Windows Messaging Channel ('Shatter')
423	2-x 47Px	0:Proxied Trusted Channel	2:DEPRECATED (Duplicate): Proxied Trusted Channel	40:DEPRECATED: Proxied Trusted Channel
424	47R	0:Failure to Protect Alternate Path	13:Improper Protection of Alternate Path
425	47A	0:Direct Request ('Forced Browsing')
426	47A 52R	27:Untrusted Search Path	28:	29:Untrusted Search Path
427	47A 52R	0:Uncontrolled Search Path Element
428	47A	0:Unquoted Search Path or Element
430	47A	0:Deployment of Wrong Handler
431	47A	0:Missing Handler
432	47A	0:Dangerous Handler not Disabled During Sensitive Operations	13:Dangerous Signal Handler not Disabled During Sensitive Operations
433	47A	0:Unparsed Raw Web Content Delivery
434	47A	9:Unrestricted Upload of File with Dangerous Type
435	47D	0:Interaction Error	28:Improper Interaction Between Multiple Entities	30:Improper Interaction Between Multiple Correctly-Behaving Entities
436	47R	0:Interpretation Conflict
437	47A	0:Incomplete Model of Endpoint Features
439	47A	0:Behavioral Change in New Version or Environment
440	47A	0:Expected Behavior Violation
441	47R	0:Unintended Proxy/Intermediary	20:Unintended Proxy or Intermediary ('Confused Deputy')
443	0-x 47Px	0:DEPRECATED (Duplicate): HTTP response splitting	40:DEPRECATED: HTTP response splitting
444	47A	0:Inconsistent Interpretation of HTTP Requests (aka 'HTTP Request Smuggling')	5:Inconsistent Interpretation of HTTP Requests ('HTTP Request Smuggling')	43:Inconsistent Interpretation of HTTP Requests ('HTTP Request/Response Smuggling')
446	47R	0:UI Discrepancy for Security Feature
447	47A	0:Unimplemented or Unsupported Feature in UI
448	47A	0:Obsolete Feature in UI
449	47A	0:The UI Performs the Wrong Action
450	47A	0:Multiple Interpretations of UI Input
451	47R	0:UI Misrepresentation of Critical Information	22:User Interface (UI) Misrepresentation of Critical Information
453	47A	0:Insecure Default Variable Initialization
454	47A	0:External Initialization of Trusted Variables	9:External Initialization of Trusted Variables or Data Stores
455	47A	0:Non-exit on Failed Initialization
456	47A	0:Missing Initialization	20:Missing Initialization of a Variable
457	47A	0:Use of Uninitialized Variable
458	0-x 47Px	0:DEPRECATED: Incorrect Initialization
459	47A	0:Incomplete Cleanup
460	47A	0:Improper Cleanup on Thrown Exception
462	47A	0:Duplicate Key in Associative List (Alist)
463	47A	0:Deletion of Data Structure Sentinel
464	47A	0:Addition of Data Structure Sentinel
466	47A	0:Return of Pointer Value Outside of Expected Range
467	47A	0:Use of sizeof() on a Pointer Type
468	47A	0:Incorrect Pointer Scaling
469	47A	0:Use of Pointer Subtraction to Determine Size
470	47A	0:Use of Externally-Controlled Input to Select Classes or Code (aka 'Unsafe Reflection')	5:Use of Externally-Controlled Input to Select Classes or Code ('Unsafe Reflection')
471	47A	0:Modification of Assumed-Immutable Data (MAID)
472	47A	0:External Control of Assumed-Immutable Web Parameter
473	47A	0:PHP External Variable Modification
474	47A	0:Use of Function with Inconsistent Implementations
475	47A	0:Undefined Behavior for Input to API
476	47A	0:NULL Pointer Dereference
477	47A	0:Use of Obsolete Functions	28:Use of Obsolete Function
478	47A	0:Failure to Use Default Case in Switch	5:Missing Default Case in Switch Statement	44:Missing Default Case in Multiple Condition Expression
479	47A	0:Unsafe Function Call from a Signal Handler	13:Signal Handler Use of a Non-reentrant Function
480	47A	0:Use of Incorrect Operator
481	47A	0:Assigning instead of Comparing
482	47A	0:Comparing instead of Assigning
483	47A	0:Incorrect Block Delimitation
484	47A	0:Omitted Break Statement	2:Omitted Break Statement in Switch
485		0:Insufficient Encapsulation	28:
486	47A	0:Comparison of Classes by Name
487	47A	0:Reliance on Package-level Scope
488	47A	0:Data Leak Between Sessions	14:Exposure of Data Element to Wrong Session
489	47A	0:Leftover Debug Code	35:Active Debug Code
491	47A	0:Public cloneable() Method Without Final (aka 'Object Hijack')	5:Public cloneable() Method Without Final ('Object Hijack')
492	47A	0:Use of Inner Class Containing Sensitive Data
493	47A	0:Critical Public Variable Without Final Modifier
494	47A	0:Download of Untrusted Mobile Code Without Integrity Check	3:Download of Code Without Integrity Check
495	47A	0:Private Array-Typed Field Returned From A Public Method	31:Private Data Structure Returned From A Public Method
496	47A	0:Public Data Assigned to Private Array-Typed Field
497	47A	0:Information Leak of System Data	8:Exposure of System Data to an Unauthorized Control Sphere	35:Exposure of Sensitive System Information to an Unauthorized Control Sphere
498	47A	0:Information Leak through Class Cloning	14:Cloneable Class Containing Sensitive Information
499	47A	0:Serializable Class Containing Sensitive Data
500	47A	0:Static Field Not Marked Final	2:Public Static Field Not Marked Final
501	47A	0:Trust Boundary Violation
502	47A	0:Deserialization of Untrusted Data
506	47R	0:Embedded Malicious Code
507	47A	0:Trojan Horse
508	47A	0:Non-Replicating Malicious Code
509	47A	0:Replicating Malicious Code (Virus or Worm)
510	47A	0:Trapdoor
511	47A	0:Logic/Time Bomb
512	47A	0:Spyware
514	47R	0:Covert Channel
515	47A	0:Covert Storage Channel
516	0-x 47Px	0:DEPRECATED (Duplicate): Covert Timing Channel	40:DEPRECATED: Covert Timing Channel
520	47A	0:.NET Misconfiguration: Use of Impersonation
521	47A	0:Weak Password Requirements
522	47R	0:Insufficiently Protected Credentials
523	47A	0:Unprotected Transport of Credentials
524	47A	0:Information Leak Through Caching	14:Information Exposure Through Caching	35:Use of Cache Containing Sensitive Information
525	47A	0:Information Leak Through Browser Caching	14:Information Exposure Through Browser Caching	35:Use of Web Browser Cache Containing Sensitive Information
526	47A	0:Information Leak Through Environmental Variables	14:Information Exposure Through Environmental Variables	35:Exposure of Sensitive Information Through Environmental Variables	45:Cleartext Storage of Sensitive Information in an Environment Variable
527	47A	0:Information Leak Through CVS Repository	8:Exposure of CVS Repository to an Unauthorized Control Sphere	35:Exposure of Version-Control Repository to an Unauthorized Control Sphere
528	47A	0:Information Leak Through Core Dump Files	8:Exposure of Core Dump File to an Unauthorized Control Sphere
529	47A	0:Information Leak Through Access Control List Files	8:Exposure of Access Control List Files to an Unauthorized Control Sphere
530	47A	0:Information Leak Through Backup (.~bk) Files	8:Exposure of Backup File to an Unauthorized Control Sphere
531	47A	0:Information Leak Through Test Code	14:Information Exposure Through Test Code	35:Inclusion of Sensitive Information in Test Code
532	47A	0:Information Leak Through Log Files	14:Information Exposure Through Log Files	32:Inclusion of Sensitive Information in Log Files	35:Insertion of Sensitive Information into Log File
533	30-x 47Px	0:Information Leak Through Server Log Files	14:Information Exposure Through Server Log Files	30:DEPRECATED: Information Exposure Through Server Log Files
534	30-x 47Px	0:Information Leak Through Debug Log Files	14:Information Exposure Through Debug Log Files	30:DEPRECATED: Information Exposure Through Debug Log Files
535	47A	0:Information Leak Through Shell Error Message	14:Information Exposure Through Shell Error Message	35:Exposure of Information Through Shell Error Message
536	47A	0:Information Leak Through Servlet Runtime Error Message	14:Information Exposure Through Servlet Runtime Error Message	35:Servlet Runtime Error Message Containing Sensitive Information
537	47A	0:Information Leak Through Java Runtime Error Message	14:Information Exposure Through Java Runtime Error Message	35:Java Runtime Error Message Containing Sensitive Information
538	47A	0:File and Directory Information Leaks	8:File and Directory Information Exposure	35:Insertion of Sensitive Information into Externally-Accessible File or Directory
539	47A	0:Information Leak Through Persistent Cookies	14:Information Exposure Through Persistent Cookies	35:Use of Persistent Cookies Containing Sensitive Information
540	47A	0:Information Leak Through Source Code	14:Information Exposure Through Source Code	35:Inclusion of Sensitive Information in Source Code
541	47A	0:Information Leak Through Include Source Code	14:Information Exposure Through Include Source Code	35:Inclusion of Sensitive Information in an Include File
542	30-x 47Px	0:Information Leak Through Cleanup Log Files	14:Information Exposure Through Cleanup Log Files	30:DEPRECATED: Information Exposure Through Cleanup Log Files
543	47A	0:Use of Singleton Pattern in a Non-thread-safe Manner	12:Use of Singleton Pattern Without Synchronization in a Multithreaded Context
544	47A	0:Missing Error Handling Mechanism	4:Failure to Use a Standardized Error Handling Mechanism	13:Missing Standardized Error Handling Mechanism
545	27-x 47Px	0:Use of Dynamic Class Loading	27:DEPRECATED: Use of Dynamic Class Loading
546	47A	0:Suspicious Comment
547	47A	0:Use of Hard-coded, Security-relevant Constants
548	47A	0:Information Leak Through Directory Listing	14:Information Exposure Through Directory Listing	35:Exposure of Information Through Directory Listing
549	47A	0:Missing Password Field Masking
550	47A	0:Information Leak Through Server Error Message	14:Information Exposure Through Server Error Message	35:Server-generated Error Message Containing Sensitive Information
551	47A	0:Incorrect Behavior Order: Authorization Before Parsing and Canonicalization
552	47A	0:Files or Directories Accessible to External Parties
553	47A	0:Command Shell in Externally Accessible Directory
554	47A	0:ASP.NET Misconfiguration: Not Using Input Validation Framework
555	47A	0:J2EE Misconfiguration: Plaintext Password in Configuration File
556	47A	0:ASP.NET Misconfiguration: Use of Identity Impersonation
558	47A	0:Use of getlogin() in Multithreaded Application
560	47A	0:Use of umask() with chmod-style Argument
561	47A	0:Dead Code
562	47A	0:Return of Stack Variable Address
563	47A	0:Unused Variable	23:Assignment to Variable without Use ('Unused Variable')	28:Assignment to Variable without Use
564	47A	0:SQL Injection: Hibernate
565	47A	0:Use of Cookies in Security Decision	6:Reliance on Cookies without Validation and Integrity Checking
566	47A	0:Access Control Bypass Through User-Controlled SQL Primary Key	14:Authorization Bypass Through User-Controlled SQL Primary Key
567	47A	0:Unsynchronized Access to Shared Data	13:Unsynchronized Access to Shared Data in a Multithreaded Context
568	47A	0:finalize() Method Without super.finalize()
570	47A	0:Expression is Always False
571	47A	0:Expression is Always True
572	47A	0:Call to Thread run() instead of start()
573	47R	0:Failure to Follow Specification	14:Improper Following of Specification by Caller
574	47A	0:EJB Bad Practices: Use of Synchronization Primitives
575	47A	0:EJB Bad Practices: Use of AWT Swing
576	47A	0:EJB Bad Practices: Use of Java I/O
577	47A	0:EJB Bad Practices: Use of Sockets
578	47A	0:EJB Bad Practices: Use of Class Loader
579	47A	0:J2EE Bad Practices: Non-serializable Object Stored in Session
580	47A	0:clone() Method Without super.clone()
581	47A	0:Object Model Violation: Just One of Equals and Hashcode Defined
582	47A	0:Array Declared Public, Final, and Static
583	47A	0:finalize() Method Declared Public
584	47A	0:Return Inside Finally Block
585	47A	0:Empty Synchronized Block
586	47A	0:Explicit Call to Finalize()
587	47A	0:Assignment of a Fixed Address to a Pointer
588	47A	0:Attempt to Access Child of a Non-structure Pointer
589	47A	0:Call to Non-ubiquitous API
590	47A	0:Free of Invalid Pointer Not on the Heap	5:Free of  Memory not on the Heap	7:Free of Memory not on the Heap
591	47A	0:Sensitive Data Storage in Improperly Locked Memory
592	27-x 47Px	0:Authentication Bypass Issues	27:DEPRECATED: Authentication Bypass Issues
593	47A	0:Authentication Bypass: OpenSSL CTX Object Modified after SSL Objects are Created
594	47A	0:J2EE Framework: Saving Unserializable Objects to Disk
595	47A	0:Incorrect Syntactic Object Comparison	5:Comparison of Object References Instead of Object Contents
596	30-x 47Px	0:Incorrect Semantic Object Comparison	30:DEPRECATED: Incorrect Semantic Object Comparison
597	47A	0:Use of Wrong Operator in String Comparison
598	47A	0:Information Leak Through Query Strings in GET Request	14:Information Exposure Through Query Strings in GET Request	35:Use of GET Request Method With Sensitive Query Strings	56:Use of HTTP Request With Sensitive Query String
599	47A	0:Trust of OpenSSL Certificate Without Validation	20:Missing Validation of OpenSSL Certificate
600	47A	0:Failure to Catch All Exceptions (Missing Catch Block)	4:Failure to Catch All Exceptions in Servlet	13:Uncaught Exception in Servlet
601	47A	0:URL Redirection to Untrusted Site (aka 'Open Redirect')	5:URL Redirection to Untrusted Site ('Open Redirect')
602	47R	0:Design Principle Violation: Client-Side Enforcement of Server-Side Security	3:Client-Side Enforcement of Server-Side Security
603	47A	0:Use of Client-Side Authentication
605	47A	0:Multiple Binds to the Same Port
606	47A	0:Unchecked Input for Loop Condition
607	47A	0:Public Static Final Field References Mutable Object
608	47A	0:Struts: Non-private Field in ActionForm Class
609	47A	0:Double-Checked Locking
610	47R 49D	0:Externally Controlled Reference to a Resource in Another Sphere
611	47A	0:Information Leak Through XML External Entity File Disclosure	14:Information Exposure Through XML External Entity Reference	20:Improper Restriction of XML External Entity Reference ('XXE')	32:Improper Restriction of XML External Entity Reference
612	47A	0:Information Leak Through Indexing of Private Data	14:Information Exposure Through Indexing of Private Data	35:Improper Authorization of Index Containing Sensitive Information
613	47A 56R	0:Insufficient Session Expiration
614	47A	0:Sensitive Cookie in HTTPS Session Without "Secure" Attribute	4:Sensitive Cookie in HTTPS Session Without 'Secure' Attribute
615	47A	0:Information Leak Through Comments	14:Information Exposure Through Comments	35:Inclusion of Sensitive Information in Source Code Comments
616	47A	0:Incomplete Identification of Uploaded File Variables (PHP)
617	47A	0:Reachable Assertion
618	47A	0:Exposed Unsafe ActiveX Method
619	47A	0:Dangling Database Cursor (aka 'Cursor Injection')	5:Dangling Database Cursor ('Cursor Injection')
620	47A	0:Unverified Password Change
621	47A	0:Variable Extraction Error
622	47A	0:Unvalidated Function Hook Arguments	19:Improper Validation of Function Hook Arguments
623	47A	0:Unsafe ActiveX Control Marked Safe For Scripting
624	47A	0:Executable Regular Expression Error
625	47A	0:Permissive Regular Expression
626	47A	0:Null Byte Interaction Error (Poison Null Byte)
627	47A	0:Dynamic Variable Evaluation
628	47A	0:Function Call with Incorrectly Specified Arguments
636	47R	0:Design Principle Violation: Not Failing Securely (aka 'Failing Open')	3:Not Failing Securely (aka 'Failing Open')	5:Not Failing Securely ('Failing Open')
637	47R	0:Design Principle Violation: Not Using Economy of Mechanism	3:Failure to Use Economy of Mechanism	13:Unnecessary Complexity in Protection Mechanism (Not Using 'Economy of Mechanism')
638	47R	0:Design Principle Violation: Not Using Complete Mediation	3:Failure to Use Complete Mediation	13:Not Using Complete Mediation
639	47A	0:Access Control Bypass Through User-Controlled Key	14:Authorization Bypass Through User-Controlled Key
640	47R	0:Weak Password Recovery Mechanism for Forgotten Password
641	47A	0:Insufficient Filtering of File and Other Resource Names for Executable Content	11:Improper Restriction of Names for Files and Other Resources
642	47R	0:External Control of User State Data	3:External Control of Critical State Data
643	47A	0:Unsafe Treatment of XPath Input	1:Failure to Sanitize Data within XPath Expressions (aka 'XPath injection')	5:Failure to Sanitize Data within XPath Expressions ('XPath injection')	10:Improper Neutralization of Data within XPath Expressions ('XPath injection')	11:Improper Neutralization of Data within XPath Expressions ('XPath Injection')
644	47A	0:Insufficient Filtering of HTTP Headers for Scripting Syntax	1:Insufficient Sanitization of HTTP Headers for Scripting Syntax	5:Improper Sanitization of HTTP Headers for Scripting Syntax	10:Improper Neutralization of HTTP Headers for Scripting Syntax
645	47A	0:Overly Restrictive Account Lockout Mechanism
646	47A	0:Taking Actions based on File Name or Extension of a User Supplied File	1:Reliance on File Name or Extension of Externally-Supplied File
647	47A	0:Using Non-Canonical Paths for Authorization Decisions	1:Use of Non-Canonical URL Paths for Authorization Decisions
648	47A	0:Improper Use of Privileged APIs	5:Incorrect Use of Privileged APIs
649	47A	0:Reliance on Obfuscation or Encryption of Security-Relevant Inputs without Integrity Checking
650	47A	0:Trusting HTTP Permission Methods on the Server Side
651	47A	0:Information Leak through WSDL File	12:Information Exposure through WSDL File	14:Information Exposure Through WSDL File	35:Exposure of WSDL File Containing Sensitive Information
652	47A	0:Unsafe Treatment of XQuery Input	1:Failure to Sanitize Data within XQuery Expressions (aka 'XQuery Injection')	5:Failure to Sanitize Data within XQuery Expressions ('XQuery Injection')	10:Improper Neutralization of Data within XQuery Expressions ('XQuery Injection')
653	47A	0:Design Principle Violation: Insufficient Compartmentalization	3:Insufficient Compartmentalization	41:Improper Isolation or Compartmentalization
654	47A	0:Design Principle Violation: Reliance on a Single Factor in a Security Decision	3:Reliance on a Single Factor in a Security Decision
655	47R	0:Design Principle Violation: Failure to Satisfy Psychological Acceptability	3:Failure to Satisfy Psychological Acceptability	5:Insufficient Psychological Acceptability
656	47R	0:Design Principle Violation: Reliance on Security through Obscurity	3:Reliance on Security through Obscurity	14:Reliance on Security Through Obscurity
657	47R 49D	0:Violation of Secure Design Principles
662	47R 49D	0:Insufficient Synchronization	12:Improper Synchronization
663	47A	0:Use of a Non-reentrant Function in an Unsynchronized Context	12:Use of a Non-reentrant Function in a Multithreaded Context	13:Use of a Non-reentrant Function in a Concurrent Context
664	47D	0:Insufficient Control of a Resource Through its Lifetime	5:Improper Control of a Resource Through its Lifetime
665	47R 49D	0:Incorrect or Incomplete Initialization	3:Improper Initialization
666	47R 49D	0:Operation on Resource in Wrong Phase of Lifetime
667	47R	0:Insufficient Locking	13:Improper Locking
668	47D	0:Exposure of Resource to Wrong Sphere
669	47R	0:Incorrect Resource Transfer Between Spheres
670	47R	0:Always-Incorrect Control Flow Implementation
671	47R	0:Design Principle Violation: Lack of Administrator Control over Security	3:Lack of Administrator Control over Security
672	47R	0:Use of a Resource after Expiration or Release	9:Operation on a Resource after Expiration or Release
673	47R	0:External Influence of Sphere Definition
674	47R	0:Uncontrolled Recursion
675	47R	0:Duplicate Operations on Resource	41:Multiple Operations on Resource in Single-Operation Context
676	47A	0:Use of Potentially Dangerous Function
680	47D	27:Integer Overflow to Buffer Overflow	28:	29:Integer Overflow to Buffer Overflow
681	47A	0:Incorrect Conversion between Numeric Types
682	47D	0:Incorrect Calculation
683	47A	0:Function Call With Incorrect Order of Arguments
684	47R	0:Failure to Provide Specified Functionality	14:Incorrect Provision of Specified Functionality
685	47A	0:Function Call With Incorrect Number of Arguments
686	47A	0:Function Call With Incorrect Argument Type
687	47A	0:Function Call With Incorrectly Specified Argument Value
688	47A	0:Function Call With Incorrect Variable or Reference as Argument
689	47A	27:Permission Race Condition During Resource Copy	28:	29:Permission Race Condition During Resource Copy
690	47D	27:Unchecked Return Value to NULL Pointer Dereference	28:	29:Unchecked Return Value to NULL Pointer Dereference
691	47D	0:Insufficient Control Flow Management
692	47D	27:Incomplete Blacklist to Cross-Site Scripting	28:	29:Incomplete Blacklist to Cross-Site Scripting	36:Incomplete Denylist to Cross-Site Scripting
693	47D	0:Protection Mechanism Failure
694	47A	0:Use of Multiple Resources with Duplicate Identifier
695	47A	0:Use of Low-Level Functionality
696	47R	0:Incorrect Behavior Order
697	47D	0:Insufficient Comparison	30:Incorrect Comparison
698	47A	0:Redirect Without Exit	20:Execution After Redirect (EAR)
703	47D	0:Failure to Handle Exceptional Conditions	13:Improper Check or Handling of Exceptional Conditions
704	47R	0:Incorrect Type Conversion or Cast
705	47R	0:Incorrect Control Flow Scoping
706	47R	0:Use of Incorrectly-Resolved Name or Reference
707	47D	0:Failure to Enforce that Messages or Data are Well-Formed	5:Improper Enforcement of Message or Data Structure	35:Improper Neutralization
708	47A	0:Incorrect Ownership Assignment
710	47D	0:Coding Standards Violation	28:Improper Adherence to Coding Standards
732	47R	0:Insecure Permission Assignment for Resource	3:Insecure Permission Assignment for Critical Resource	5:Incorrect Permission Assignment for Critical Resource
733	47A	1:Compiler Optimization Removal or Modification of Security-critical Code
749	47A	2:Exposed Insecure Method or Function	3:Exposed Dangerous Method or Function
754	47R	4:Improper Check for Exceptional Conditions	9:Improper Check for Unusual or Exceptional Conditions
755	47R 49D	4:Improper Handling of Exceptional Conditions
756	47A	4:Missing Custom Error Page
757	47A	4:Selection of Less-Secure Algorithm During Negotiation ('Algorithm Downgrade')
758	47R	4:Reliance on Undefined, Unspecified, or Implementation-Defined Behavior
759	47A	4:Use of a One-Way Hash without a Salt
760	47A	4:Use of a One-Way Hash with a Predictable Salt
761	47A	5:Free of Pointer not at Start of Buffer
762	47A	5:Mismatched Memory Management Routines
763	47A	5:Release of Invalid Pointer or Reference
764	47A	5:Multiple Locks of a Critical Resource
765	47A	5:Multiple Unlocks of a Critical Resource
766	47A	5:Critical Variable Declared Public	31:Critical Data Element Declared Public
767	47A	5:Access to Critical Private Variable via Public Method
768	47A	5:Incorrect Short Circuit Evaluation
769	31-x 47Px	28:Uncontrolled File Descriptor Consumption	31:DEPRECATED: Uncontrolled File Descriptor Consumption
770	47A	5:Allocation of Resources Without Limits or Throttling
771	47A	5:Missing Reference to Active Allocated Resource
772	47A	5:Missing Release of Resource after Effective Lifetime
773	47A	5:Missing Reference to Active File Descriptor or Handle
774	47A	5:Allocation of File Descriptors or Handles Without Limits or Throttling
775	47A	5:Missing Release of File Descriptor or Handle after Effective Lifetime
776	47A	6:Unrestricted Recursive Entity References in DTDs ('XML Bomb')	20:Improper Restriction of Recursive Entity References in DTDs ('XML Entity Expansion')
777	47A	6:Regular Expression without Anchors
778	47A	6:Insufficient Logging
779	47A	6:Logging of Excessive Data
780	47A	6:Use of RSA Algorithm without OAEP
781	47A	6:Improper Address Validation in IOCTL with METHOD_NEITHER I/O Control Code
782	47A	6:Exposed IOCTL with Insufficient Access Control
783	47A	6:Operator Precedence Logic Error
784	47A	6:Reliance on Cookies without Validation and Integrity Checking in a Security Decision
785	47A	6:Use of Path Manipulation Function without Maximum-sized Buffer
786	47D	7:Access of Memory Location Before Start of Buffer
787	47A 56R	7:Out-of-bounds Write
788	47D	7:Access of Memory Location After End of Buffer
789	47A	7:Uncontrolled Memory Allocation	38:Memory Allocation with Excessive Size Value
790	47R	8:Improper Filtering of Special Elements
791	47A	8:Incomplete Filtering of Special Elements
792	47A	8:Incomplete Filtering of One or More Instances of Special Elements
793	47A	8:Only Filtering One Instance of a Special Element
794	47A	8:Incomplete Filtering of Multiple Instances of Special Elements
795	47A	8:Only Filtering Special Elements at a Specified Location
796	47A	8:Only Filtering Special Elements Relative to a Marker
797	47A	8:Only Filtering Special Elements at an Absolute Position
798	47A 54R	9:Use of Hard-coded Credentials
799	47R	9:Improper Control of Interaction Frequency
804	47A	9:Guessable CAPTCHA
805	47A	9:Buffer Access with Incorrect Length Value
806	47A	9:Buffer Access Using Size of Source Buffer
807	47A	9:Reliance on Untrusted Inputs in a Security Decision
820	47A	12:Missing Synchronization
821	47A	12:Incorrect Synchronization
822	47A	12:Untrusted Pointer Dereference
823	47A	12:Use of Out-of-range Pointer Offset
824	47A	12:Access of Uninitialized Pointer
825	47A	12:Expired Pointer Dereference
826	47A	12:Premature Release of Resource During Expected Lifetime
827	47A	13:Improper Control of Document Type Definition
828	47A	13:Signal Handler with Functionality that is not Asynchronous-Safe
829	47A	13:Inclusion of Functionality from Untrusted Control Sphere
830	47A	13:Inclusion of Web Functionality from an Untrusted Source
831	47A	13:Signal Handler Function Associated with Multiple Signals
832	47A	13:Unlock of a Resource that is not Locked
833	47A	13:Deadlock
834	47R 49D	14:Excessive Iteration
835	47A	14:Loop with Unreachable Exit Condition ('Infinite Loop')
836	47A	14:Use of Password Hash Instead of Password for Authentication
837	47A	14:Improper Enforcement of a Single, Unique Action
838	47A	14:Inappropriate Encoding for Output Context
839	47A	14:Numeric Range Comparison Without Minimum Check
841	47A	14:Improper Enforcement of Behavioral Workflow
842	47A	14:Placement of User into Incorrect Group
843	47A	15:Access of Resource Using Incompatible Type ('Type Confusion')
862	47R	15:Missing Authorization
863	47R	15:Incorrect Authorization
908	47A	20:Use of Uninitialized Resource
909	47A 48R	20:Missing Initialization of Resource
910	47A	20:Use of Expired File Descriptor
911	47A	20:Improper Update of Reference Count
912	47R	20:Hidden Functionality
913	47R	20:Improper Control of Dynamically-Managed Code Resources
914	47A	20:Improper Control of Dynamically-Identified Variables
915	47A	20:Improperly Controlled Modification of Dynamically-Determined Object Attributes
916	47A	20:Use of Password Hash With Insufficient Computational Effort
917	47A	20:Improper Neutralization of Special Elements used in an Expression Language Statement ('Expression Language Injection')
918	47A	20:Server-Side Request Forgery (SSRF)
920	47A	21:Improper Restriction of Power Consumption
921	47A	21:Storage of Sensitive Data in a Mechanism without Access Control
922	47R	21:Insecure Storage of Sensitive Information
923	47R	21:Improper Authentication of Endpoint in a Communication Channel	22:Improper Restriction of Communication Channel to Intended Endpoints
924	47A	21:Improper Enforcement of Message Integrity During Transmission in a Communication Channel
925	47A	21:Improper Verification of Intent by Broadcast Receiver
926	47A	21:Improper Restriction of Content Provider Export to Other Applications	22:Improper Export of Android Application Components
927	47A	21:Use of Implicit Intent for Sensitive Communication
939	47A	22:Improper Authorization in Handler for Custom URL Scheme
940	47A	22:Improper Verification of Source of a Communication Channel
941	47A	22:Incorrectly Specified Destination in a Communication Channel
942	47A	23:Overly Permissive Cross-domain Whitelist	36:Permissive Cross-domain Policy with Untrusted Domains	53:Permissive Cross-domain Security Policy with Untrusted Domains
943	47R	23:Improper Neutralization of Special Elements in Data Query Logic
1004	47A	26:Sensitive Cookie Without 'HttpOnly' Flag
1007	47A	28:Insufficient Visual Distinction of Homoglyphs Presented to User
1021	47A	28:Improper Restriction of Rendered UI Layers or Frames
1022	47A	28:Improper Restriction of Cross-Origin Permission to window.opener.location	30:Use of Web Link to Untrusted Target with window.opener Access
1023	47R	30:Incomplete Comparison with Missing Factors
1024	47A	30:Comparison of Incompatible Types
1025	47A	30:Comparison Using Wrong Factors
1037	47A	30:Processor Optimization Removal or Modification of Security-critical Code
1038	47R	30:Insecure Automated Optimizations
1039	47R	30:Automated Recognition Mechanism with Inadequate Detection or Handling of Adversarial Input Perturbations	52:Inadequate Detection or Handling of Adversarial Input Perturbations in Automated Recognition Mechanism
1041	47A 49P	31:Use of Redundant Code
1042	47A 49P	31:Static Member Data Element outside of a Singleton Class Element
1043	47A 49P	31:Data Element Aggregating an Excessively Large Number of Non-Primitive Elements
1044	47A 49P	31:Architecture with Number of Horizontal Layers Outside of Expected Range
1045	47A	31:Parent Class with a Virtual Destructor and a Child Class without a Virtual Destructor
1046	47A	31:Creation of Immutable Text Using String Concatenation
1047	47A 49P	31:Modules with Circular Dependencies
1048	47A 49P	31:Invokable Control Element with Large Number of Outward Calls
1049	47A	31:Excessive Data Query Operations in a Large Data Table
1050	47A	31:Excessive Platform Resource Consumption within a Loop
1051	47A 49P	31:Initialization with Hard-Coded Network Resource Configuration Data
1052	47A	31:Excessive Use of Hard-Coded Literals in Initialization
1053	47A 49P	31:Missing Documentation for Design
1054	47A 49P	31:Invocation of a Control Element at an Unnecessarily Deep Horizontal Layer
1055	47A 49P	31:Multiple Inheritance from Concrete Classes
1056	47A 49P	31:Invokable Control Element with Variadic Parameters
1057	47A 49P	31:Data Access Operations Outside of Expected Data Manager Component
1058	47A	31:Invokable Control Element in Multi-Thread Context with non-Final Static Storable or Member Element
1059	47R 49P	31:Incomplete Documentation	42:Insufficient Technical Documentation
1060	47A 49P	31:Excessive Number of Inefficient Server-Side Data Accesses
1061	47R	31:Insufficient Encapsulation
1062	47A 49P	31:Parent Class with References to Child Class
1063	47A 49P	31:Creation of Class Instance within a Static Code Block
1064	47A 49P	31:Invokable Control Element with Signature Containing an Excessive Number of Parameters
1065	47A 49P	31:Runtime Resource Management Control Element in a Component Built to Run on Application Servers
1066	47A 49P	31:Missing Serialization Control Element
1067	47A	31:Excessive Execution of Sequential Searches of Data Resource
1068	47A 49P	31:Inconsistency Between Implementation and Documented Design
1069	47A 49P 56A	31:Empty Exception Block
1070	47A 49P	31:Serializable Data Element Containing non-Serializable Item Elements
1071	47A	31:Empty Code Block
1072	47A 49P	31:Data Resource Access without Use of Connection Pooling
1073	47A 49P	31:Non-SQL Invokable Control Element with Excessive Number of Data Resource Accesses
1074	47A 49P	31:Class with Excessively Deep Inheritance
1075	47A	31:Unconditional Control Flow Transfer outside of Switch Block
1076	47R 49P	31:Insufficient Adherence to Expected Conventions
1077	47A	31:Floating Point Comparison with Incorrect Operator
1078	47R 49P	31:Inappropriate Source Code Style or Formatting
1079	47A	31:Parent Class without Virtual Destructor Method
1080	47A 49P	31:Source Code File with Excessive Number of Lines of Code
1082	47A 49P	31:Class Instance Self Destruction Control Element
1083	47A 49P	31:Data Access from Outside Expected Data Manager Component
1084	47A 49P	31:Invokable Control Element with Excessive File or Data Access Operations
1085	47A 49P	31:Invokable Control Element with Excessive Volume of Commented-out Code
1086	47A 49P	31:Class with Excessive Number of Child Classes
1087	47A	31:Class with Virtual Method without a Virtual Destructor
1088	47A	31:Synchronous Access of Remote Resource without Timeout
1089	47A	31:Large Data Table with Excessive Number of Indices
1090	47A 49P	31:Method Containing Access of a Member Element from Another Class
1091	47A	31:Use of Object without Invoking Destructor Method
1092	47A 49P	31:Use of Same Invokable Control Element in Multiple Architectural Layers
1093	47R	31:Excessively Complex Data Representation
1094	47A 49P	31:Excessive Index Range Scan for a Data Resource
1095	47A 49P	31:Loop Condition Value Update within the Loop
1096	47A	31:Singleton Class Instance Creation without Proper Locking or Synchronization
1097	47A 49P	31:Persistent Storable Data Element without Associated Comparison Control Element
1098	47A	31:Data Element containing Pointer Item without Proper Copy Control Element
1099	47A 49P	31:Inconsistent Naming Conventions for Identifiers
1100	47A	31:Insufficient Isolation of System-Dependent Functions
1101	47A 49P	31:Reliance on Runtime Component in Generated Code
1102	47A	31:Reliance on Machine-Dependent Data Representation
1103	47A 49P	31:Use of Platform-Dependent Third Party Components
1104	47A	31:Use of Unmaintained Third Party Components
1105	47A 49P	31:Insufficient Encapsulation of Machine-Dependent Functionality
1106	47A 49P	31:Insufficient Use of Symbolic Constants
1107	47A 49P	31:Insufficient Isolation of Symbolic Constant Definitions
1108	47A	31:Excessive Reliance on Global Variables
1109	47A 49P	31:Use of Same Variable for Multiple Purposes
1110	47A 49P	31:Incomplete Design Documentation
1111	47A 49P	31:Incomplete I/O Documentation
1112	47A 49P	31:Incomplete Documentation of Program Execution
1113	47A 49P	31:Inappropriate Comment Style
1114	47A 49P	31:Inappropriate Whitespace Style
1115	47A 49P	31:Source Code Element without Standard Prologue
1116	47A	31:Inaccurate Comments	54:Inaccurate Source Code Comments
1117	47A 49P	31:Callable with Insufficient Behavioral Summary
1118	47A 49P	31:Insufficient Documentation of Error Handling Techniques
1119	47A 49P	31:Excessive Use of Unconditional Branching
1120	47R	31:Excessive Code Complexity
1121	47A 49P	31:Excessive McCabe Cyclomatic Complexity
1122	47A 49P	31:Excessive Halstead Complexity
1123	47A	31:Excessive Use of Self-Modifying Code
1124	47A 49P	31:Excessively Deep Nesting
1125	47A 49P	31:Excessive Attack Surface
1126	47A	31:Declaration of Variable with Unnecessarily Wide Scope
1127	47A	31:Compilation with Insufficient Warnings or Errors
1164	47R	31:Irrelevant Code
1173	47A	31:Improper Use of Validation Framework
1174	47A	31:ASP.NET Misconfiguration: Improper Model Validation
1176	47R	31:Inefficient CPU Computation
1177	47R	31:Use of Prohibited Code
1187	35-x 47Px	32:Use of Uninitialized Resource	35:DEPRECATED: Use of Uninitialized Resource
1188	47A	32:Insecure Default Initialization of Resource	48:Initialization of a Resource with an Insecure Default
1189	47A	35:Improper Isolation of Shared Resources on System-on-Chip (SoC)	37:Improper Isolation of Shared Resources on System-on-a-Chip (SoC)
1190	47A	35:DMA Device Enabled Too Early in Boot Phase
1191	47A	35:Exposed Chip Debug Interface With Insufficient Access Control	36:Exposed Chip Debug and or Test Interface With Insufficient Access Control	37:Exposed Chip Debug and Test Interface With Insufficient or Missing Authorization	41:On-Chip Debug and Test Interface With Improper Access Control
1192	47A	35:System-on-Chip (SoC) Using Components without Unique, Immutable Identifiers	49:Improper Identifier for IP Block used in System-On-Chip (SOC)
1193	47A	35:Power-On of Untrusted Execution Core Before Enabling Fabric Access Control
1204	47A	39:Generation of Weak Initialization Vector (IV)
1209	47A	35:Failure to Disable Reserved Bits
1220	47A	35:Insufficient Granularity of Access Control
1221	47A	35:Incorrect Register Defaults or Module Parameters
1222	47A	35:Insufficient Granularity of Address Regions Protected by Register Locks
1223	47A	35:Race Condition for Write-Once Attributes
1224	47A	35:Improper Restriction of Write-Once Bit Fields
1229	47R	35:Creation of Emergent Resource
1230	47A	35:Exposure of Sensitive Information Through Metadata
1231	47A	35:Improper Implementation of Lock Protection Registers	41:Improper Prevention of Lock Bit Modification
1232	47A	35:Improper Lock Behavior After Power State Transition
1233	47A	35:Improper Hardware Lock Protection for Security Sensitive Controls	41:Security-Sensitive Hardware Controls with Missing Lock Bit Protection
1234	47A	35:Hardware Internal or Debug Modes Allow Override of Locks
1235	47A	35:Incorrect Use of Autoboxing and Unboxing for Performance Critical Operations
1236	47A	35:Improper Neutralization of Formula Elements in a CSV File
1239	47A	35:Improper Zeroization of Hardware Register
1240	47A	35:Use of a Risky Cryptographic Primitive	41:Use of a Cryptographic Primitive with a Risky Implementation
1241	47A	35:Use of Predictable Algorithm in Random Number Generator
1242	47A	35:Inclusion of Undocumented Features or Chicken Bits
1243	47A	35:Exposure of Security-Sensitive Fuse Values During Debug	37:Sensitive Non-Volatile Information Not Protected During Debug
1244	47A	35:Improper Authorization on Physical Debug and Test Interfaces	37:Improper Access to Sensitive Information Using Debug and Test Interfaces	41:Internal Asset Exposed to Unsafe Debug Access Level or State
1245	47A	35:Improper Finite State Machines (FSMs) in Hardware Logic
1246	47A	35:Improper Write Handling in Limited-write Non-Volatile Memories
1247	47A	35:Missing Protection Against Voltage and Clock Glitches	37:Missing or Improperly Implemented Protection Against Voltage and Clock Glitches	41:Improper Protection Against Voltage and Clock Glitches
1248	47A	35:Semiconductor Defects in Hardware Logic with Security-Sensitive Implications
1249	47A	35:Application-Level Admin Tool with Inconsistent View of Underlying Operating System
1250	47A	35:Improper Preservation of Consistency Between Independent Representations of Shared State
1251	47A	35:Mirrored Regions with Different Values
1252	47A	35:CPU Hardware Not Configured to Support Exclusivity of Write and Execute Operations
1253	47A	36:Incorrect Selection of Fuse Values
1254	47A	36:Incorrect Comparison Logic Granularity
1255	47A	37:Comparison Logic is Vulnerable to Power Side-Channel Attacks
1256	47A	36:Hardware Features Enable Physical Attacks from Software	41:Improper Restriction of Software Interfaces to Hardware Features
1257	47A	36:Improper Access Control Applied to Mirrored or Aliased Memory Regions
1258	47A	36:Sensitive Information Uncleared During Hardware Debug Flows	37:Exposure of Sensitive System Information Due to Uncleared Debug Information
1259	47A	36:Improper Protection of Security Identifiers	37:Improper Restriction of Security Token Assignment
1260	47A	36:Improper Handling of Overlap Between Protected Memory Ranges
1261	47A	36:Improper Handling of Single Event Upsets
1262	47A	36:Register Interface Allows Software Access to Sensitive Data or Security Settings	41:Improper Access Control for Register Interface
1263	47R	36:Insufficient Physical Protection Mechanism	37:Improper Physical Access Control
1264	47A	36:Hardware Logic with Insecure De-Synchronization between Control and Data Channels
1265	47A	36:Unintended Reentrant Invocation of Non-reentrant Code Via Nested Calls
1266	47A	36:Improper Scrubbing of Sensitive Data from Decommissioned Device
1267	47A	36:Policy Uses Obsolete Encoding
1268	47A	36:Agents Included in Control Policy are not Contained in Less-Privileged Policy	37:Policy Privileges are not Assigned Consistently Between Control and Data Agents
1269	47A	36:Product Released in Non-Release Configuration
1270	47A	36:Generation of Incorrect Security Identifiers	37:Generation of Incorrect Security Tokens
1271	47A	36:Missing Known Value on Reset for Registers Holding Security Settings	37:Unitialized Value on Reset for Registers Holding Security Settings	39:Uninitialized Value on Reset for Registers Holding Security Settings
1272	47A	36:Debug/Power State Transitions Leak Information	37:Sensitive Information Uncleared Before Debug/Power State Transition
1273	47A	36:Device Unlock Credential Sharing
1274	47A	36:Insufficient Protections on the Volatile Memory Containing Boot Code	41:Improper Access Control for Volatile Memory Containing Boot Code
1275	47A	36:Sensitive Cookie with Improper SameSite Attribute
1276	47A	36:Hardware Block Incorrectly Connected to Larger System	37:Hardware Child Block Incorrectly Connected to Parent System
1277	47A	36:Firmware Not Updateable
1278	47A	36:Missing Protection Against Hardware Reverse Engineering Using Integrated Circuit (IC) Imaging Techniques
1279	47A	36:Cryptographic Primitives used without Successful Self-Test	37:Cryptographic Operations are run Before Supporting Units are Ready
1280	47A	36:Access Control Check Implemented After Asset is Accessed
1281	47A	36:Sequence of Processor Instructions Leads to Unexpected Behavior (Halt and Catch Fire)	40:Sequence of Processor Instructions Leads to Unexpected Behavior
1282	47A	36:Assumed-Immutable Data Stored in Writable Memory	37:Assumed-Immutable Data is Stored in Writable Memory
1283	47A	36:Mutable Attestation or Measurement Reporting Data
1284	47A	36:Improper Validation of Specified Quantity in Input
1285	47A	36:Improper Validation of Specified Index, Position, or Offset in Input
1286	47A	36:Improper Validation of Syntactic Correctness of Input
1287	47A	36:Improper Validation of Specified Type of Input
1288	47A	36:Improper Validation of Consistency within Input
1289	47A	36:Improper Validation of Unsafe Equivalence in Input
1290	47A	37:Incorrect Decoding of Security Identifiers
1291	47A	37:Public Key Re-Use for Signing both Debug and Production Code
1292	47A	37:Incorrect Conversion of Security Identifiers
1293	47A	37:Missing Source Correlation of Multiple Independent Data
1294	47R	37:Insecure Security Identifier Mechanism
1295	47A	37:Debug Messages Revealing Unnecessary Information
1296	47A	37:Incorrect Chaining or Granularity of Debug Components
1297	47A	37:Unprotected Confidential Information on Device is Accessible by OSAT Vendors
1298	47A	37:Hardware Logic Contains Race Conditions
1299	47A	37:Missing Protection Mechanism for Alternate Hardware Interface
1300	47A	37:Improper Protection Against Physical Side Channels	41:Improper Protection of Physical Side Channels
1301	47A	37:Insufficient or Incomplete Data Removal within Hardware Component
1302	47A	37:Missing Security Identifier	49:Missing Source Identifier in Entity Transactions on a System-On-Chip (SOC)
1303	47A	37:Non-Transparent Sharing of Microarchitectural Resources
1304	47A	37:Improperly Preserved Integrity of Hardware Configuration State During a Power Save/Restore Operation
1310	47A	38:Missing Ability to Patch ROM Code
1311	47A	38:Improper Translation of Security Attributes by Fabric Bridge
1312	47A	38:Missing Protection for Mirrored Regions in On-Chip Fabric Firewall
1313	47A	38:Hardware Allows Activation of Test or Debug Logic at Runtime
1314	47A	38:Missing Write Protection for Parametric Data Values
1315	47A	38:Improper Setting of Bus Controlling Capability in Fabric End-point
1316	47A	38:Fabric-Address Map Allows Programming of Unwarranted Overlaps of Protected and Unprotected Ranges
1317	47A	38:Missing Security Checks in Fabric Bridge	44:Improper Access Control in Fabric Bridge
1318	47A	38:Missing Support for Security Features in On-chip Fabrics or Buses
1319	47A	38:Improper Protection against Electromagnetic Fault Injection (EM-FI)
1320	47A	38:Improper Protection for Out of Bounds Signal Level Alerts	44:Improper Protection for Outbound Error Messages and Alert Signals
1321	47A	38:Improperly Controlled Modification of Object Prototype Attributes ('Prototype Pollution')
1322	47A	38:Use of Blocking Code in Single-threaded, Non-blocking Context
1323	47A	38:Improper Management of Sensitive Trace Data
1324	45-x 47Px	38:Sensitive Information Accessible by Physical Probing of JTAG Interface	45:DEPRECATED: Sensitive Information Accessible by Physical Probing of JTAG Interface
1325	47A	38:Improperly Controlled Sequential Memory Allocation
1326	47A	38:Missing Immutable Root of Trust in Hardware
1327	47A	38:Binding to an Unrestricted IP Address
1328	47A	38:Security Version Number Mutable to Older Versions
1329	47A	38:Reliance on Component That is Not Updateable
1330	47A	38:Remanent Data Readable after Memory Erase
1331	47A	38:Improper Isolation of Shared Resources in Network On Chip	41:Improper Isolation of Shared Resources in Network On Chip (NoC)
1332	47A	38:Insufficient Protection Against Instruction Skipping Via Fault Injection	41:Improper Handling of Faults that Lead to Instruction Skips
1333	47A	39:Inefficient Regular Expression Complexity
1334	47A	38:Unauthorized Error Injection Can Degrade Hardware Redundancy
1335	47A	40:Incorrect Bitwise Shift of Integer
1336	47A	40:Improper Neutralization of Special Elements Used in a Template Engine
1338	47A	38:Improper Protections Against Hardware Overheating
1339	47A	40:Insufficient Precision or Accuracy of a Real Number
1341	47A	41:Multiple Releases of Same Resource or Handle
1342	47A	41:Information Exposure through Microarchitectural State after Transient Execution
1351	47A	40:Improper Handling of Hardware Behavior in Exceptionally Cold Environments
1357	47R	42:Reliance on Uncontrolled Component	45:Reliance on Insufficiently Trustworthy Component
1384	47R	42:Improper Handling of Extreme Physical Environment Conditions	43:Improper Handling of Physical or Environmental Conditions
1385	47A	42:Missing Origin Validation in WebSockets
1386	47A	43:Insecure Operation on Windows Junction / Mount Point
1389	47A	44:Incorrect Parsing of Numbers with Different Radices
1390	47R	44:Weak Authentication
1391	47R	44:Use of Weak Credentials
1392	47A	44:Use of Default Credentials
1393	47A	44:Use of Default Password
1394	47A	44:Use of Default Cryptographic Key
1395	47R	45:Dependency on Vulnerable Third-Party Component
1419	48R	48:Incorrect Initialization of Resource
1420	49R	49:Exposure of Sensitive Information during Transient Execution
1421	49A	49:Exposure of Sensitive Information in Shared Microarchitectural Structures during Transient Execution
1422	49A	49:Exposure of Sensitive Information caused by Incorrect Data Forwarding during Transient Execution
1423	49A	49:Exposure of Sensitive Information caused by Shared Microarchitectural Predictor State that Influences Transient Execution
1426	50D	50:Improper Validation of Generative AI Output
1427	51A	51:Improper Neutralization of Input Used for LLM Prompting
1428	52A	52:Reliance on HTTP instead of HTTPS
1429	52A	52:Missing Security-Relevant Feedback for Unexecuted Operations in Hardware Interface
1431	52A	52:Driving Intermediate Cryptographic State/Results to Hardware Module Outputs
1434	53A	53:Insecure Setting of Generative AI/ML Model Inference Parameters
`;
