/** Documents for the tests of OVAL: one that has no fault, and how to read what is said of others. */
import type { Issue } from '../../core/issue.ts';
import { ovalCodec } from './codec.ts';

export const DEFINITIONS = `<?xml version="1.0" encoding="UTF-8"?>
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5" xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5" xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent" xmlns:linux="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux" xmlns:unix="http://oval.mitre.org/XMLSchema/oval-definitions-5#unix" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <generator>
  <oval:product_name>cpe:/a:example:author</oval:product_name>
  <oval:schema_version>5.11.1</oval:schema_version>
  <oval:schema_version platform="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux">5.11.1:1.0</oval:schema_version>
  <oval:timestamp>2026-11-22T00:00:00</oval:timestamp>
 </generator>
 <definitions>
  <definition id="oval:example:def:1" version="1" class="vulnerability">
   <metadata>
    <title>A gate that opens</title>
    <affected family="unix"><platform>Debian GNU/Linux 12</platform><product>gate</product></affected>
    <reference source="CVE" ref_id="CVE-2026-0001" ref_url="https://cve.example.org/CVE-2026-0001"/>
    <reference source="CPE" ref_id="cpe:/a:example:gate"/>
    <description>The gate opens to anybody.</description>
    <advisory xmlns="http://example.org/x"><severity>High</severity></advisory>
   </metadata>
   <criteria operator="AND">
    <extend_definition definition_ref="oval:example:def:2" comment="Debian is installed"/>
    <criteria operator="OR" negate="false">
     <criterion test_ref="oval:example:tst:1" comment="gate is old"/>
     <criterion test_ref="oval:example:tst:2" negate="true"/>
    </criteria>
   </criteria>
  </definition>
  <definition id="oval:example:def:2" version="3" class="inventory">
   <metadata><title>Debian</title><affected family="unix"/><description>Debian.</description></metadata>
   <criteria><criterion test_ref="oval:example:tst:3"/></criteria>
  </definition>
 </definitions>
 <tests>
  <linux:dpkginfo_test id="oval:example:tst:1" version="1" check="all" comment="gate is earlier than 1.4.2-1"><linux:object object_ref="oval:example:obj:1"/><linux:state state_ref="oval:example:ste:1"/></linux:dpkginfo_test>
  <ind:textfilecontent54_test id="oval:example:tst:2" version="1" check="at least one" check_existence="any_exist" state_operator="OR" comment="the setting is off"><oval:notes><oval:note>n</oval:note></oval:notes><ind:object object_ref="oval:example:obj:2"/><ind:state state_ref="oval:example:ste:2"/></ind:textfilecontent54_test>
  <ind:family_test id="oval:example:tst:3" version="1" check="only one" comment="unix"><ind:object object_ref="oval:example:obj:3"/><ind:state state_ref="oval:example:ste:3"/></ind:family_test>
  <unix:file_test id="oval:example:tst:4" version="1" check="all" check_existence="none_exist" comment="no file"><unix:object object_ref="oval:example:obj:5"/></unix:file_test>
  <ind:variable_test id="oval:example:tst:5" version="1" check="all" comment="variable"><ind:object object_ref="oval:example:obj:6"/><ind:state state_ref="oval:example:ste:4"/></ind:variable_test>
  <ind:sql57_test id="oval:example:tst:6" version="1" check="all" comment="rows"><ind:object object_ref="oval:example:obj:7"/><ind:state state_ref="oval:example:ste:5"/></ind:sql57_test>
 </tests>
 <objects>
  <linux:dpkginfo_object id="oval:example:obj:1" version="1"><linux:name>gate</linux:name></linux:dpkginfo_object>
  <ind:textfilecontent54_object id="oval:example:obj:2" version="1"><ind:behaviors ignore_case="true"/><ind:filepath>/etc/gate.conf</ind:filepath><ind:pattern operation="pattern match">^open=(\\w+)$</ind:pattern><ind:instance datatype="int">1</ind:instance><filter action="include">oval:example:ste:2</filter></ind:textfilecontent54_object>
  <ind:family_object id="oval:example:obj:3" version="1"/>
  <linux:dpkginfo_object id="oval:example:obj:4" version="1"><set set_operator="UNION"><object_reference>oval:example:obj:1</object_reference><filter>oval:example:ste:1</filter></set></linux:dpkginfo_object>
  <unix:file_object id="oval:example:obj:5" version="1"><unix:behaviors max_depth="2" recurse_direction="down"/><unix:path>/etc</unix:path><unix:filename operation="pattern match">^gate</unix:filename></unix:file_object>
  <ind:variable_object id="oval:example:obj:6" version="1"><ind:var_ref>oval:example:var:3</ind:var_ref></ind:variable_object>
  <ind:sql57_object id="oval:example:obj:7" version="1"><ind:engine>sqlite</ind:engine><ind:version>3</ind:version><ind:connection_string>x</ind:connection_string><ind:sql>select a</ind:sql></ind:sql57_object>
 </objects>
 <states>
  <linux:dpkginfo_state id="oval:example:ste:1" version="1"><linux:evr datatype="debian_evr_string" operation="less than">0:1.4.2-1</linux:evr></linux:dpkginfo_state>
  <ind:textfilecontent54_state id="oval:example:ste:2" version="1" operator="OR"><ind:instance datatype="int" operation="greater than">0</ind:instance><ind:subexpression var_ref="oval:example:var:1" var_check="at least one" entity_check="all"/></ind:textfilecontent54_state>
  <ind:family_state id="oval:example:ste:3" version="1"><ind:family>unix</ind:family></ind:family_state>
  <ind:variable_state id="oval:example:ste:4" version="1"><ind:value datatype="int" operation="greater than">2</ind:value></ind:variable_state>
  <ind:sql57_state id="oval:example:ste:5" version="1"><ind:result datatype="record"><field name="a" datatype="int">1</field><field name="b">x</field></ind:result></ind:sql57_state>
 </states>
 <variables>
  <constant_variable id="oval:example:var:1" version="1" datatype="string" comment="values"><value>yes</value><value>no</value></constant_variable>
  <external_variable id="oval:example:var:2" version="1" datatype="int" comment="a number"><possible_value hint="five">5</possible_value><possible_restriction hint="small" operator="AND"><restriction operation="less than">4</restriction></possible_restriction></external_variable>
  <local_variable id="oval:example:var:3" version="1" datatype="int" comment="sum"><arithmetic arithmetic_operation="add"><literal_component datatype="int">1</literal_component><variable_component var_ref="oval:example:var:2"/></arithmetic></local_variable>
  <local_variable id="oval:example:var:4" version="1" datatype="string" comment="from a file"><concat><literal_component>x</literal_component><object_component object_ref="oval:example:obj:2" item_field="subexpression"/><substring substring_start="1" substring_length="2"><literal_component>abc</literal_component></substring></concat></local_variable>
 </variables>
</oval_definitions>`;

/** Findings on a document, as `cybex check` tells them. */
export async function checkText(text: string): Promise<Issue[]> {
  const found: Issue[] = [];
  for await (const piece of ovalCodec.records([new TextEncoder().encode(text)])) {
    for (const issue of piece.issues) found.push({ ...issue, path: piece.path + issue.path });
  }
  return found;
}

export const codesOf = (issues: readonly Issue[]) => issues.map(({ code }) => code);
