/**
 * Tests, objects and states, as the component schemas of OVAL 5.11.2 list them
 * (names, order, datatypes). A letter behind `@` is a datatype, see component.ts; `!5.8` says since
 * when something is deprecated.
 */
export const DEFINITION_TYPES = `
#aix
interim_fix_test
interim_fix_object : (SET|vuid@s FILTER*)
interim_fix_state : vuid@s? label@s? abstract@s? state@s?
fileset_test
fileset_object : (SET|flstinst@s FILTER*)
fileset_state : flstinst@s? level@v? state@s? description@s?
fix_test
fix_object : (SET|apar_number@s FILTER*)
fix_state : apar_number@s? abstract@s? symptom@s? installation_status@s?
no_test
no_object : (SET|tunable@s FILTER*)
no_state : tunable@s? value@a?
oslevel_test
oslevel_object : 
oslevel_state : maintenance_level@v
#android
appmanager_test
appmanager_object : (SET|package_name@s signing_certificate@y FILTER*)
appmanager_state : application_name@s? uid@s? gid@s* package_name@s? data_directory@s? version@s? current_status@b? permission@s? native_lib_dir@s? signing_certificate@y* first_install_time@i? last_update_time@i? package_file_location@s?
bluetooth_test
bluetooth_object : 
bluetooth_state : discoverable@b? current_status@b?
camera_test
camera_object : 
camera_state : camera_disabled_policy@b?
certificate_test
certificate_object : 
certificate_state : trusted_certificate@y*
devicesettings_test
devicesettings_object : 
devicesettings_state : adb_enabled@b? allow_mock_location@b? install_non_market_apps@b? device_admin@s* auto_time@b? auto_time_zone@b? usb_mass_storage_enabled@b?
encryption_test
encryption_object : 
encryption_state : encryption_policy_enabled@b? encryption_status@s?
locationservice_test
locationservice_object : 
locationservice_state : gps_enabled@b? network_enabled@b?
network_test
network_object : 
network_state : airplane_mode@b? nfc_enabled@b?
password_test
password_object : 
password_state : max_num_failed_user_auth@i? password_hist@i? password_quality@s? password_min_length@i? password_min_letters@i? password_min_lower_case_letters@i? password_min_non_letters@i? password_min_numeric@i? password_min_symbols@i? password_min_upper_case_letters@i? password_expiration_timeout@i? password_visible@b? active_password_sufficient@b? current_failed_password_attempts@i? screen_lock_timeout@i? keyguard_disabled_features@s?
systemdetails_test
systemdetails_object : 
systemdetails_state : hardware@s? manufacturer@s? model@s? product@s? cpu_abi@s? cpu_abi2@s? build_fingerprint@s? os_version_code_name@s? os_version_build_number@s? os_version_release_name@s? os_version_sdk_number@i? hardware_keystore@b?
wifi_test
wifi_object : 
wifi_state : wifi_status@b? network_availability_notification@b?
wifinetwork_test
wifinetwork_object : (SET|ssid@s FILTER*)
wifinetwork_state : ssid@s? bssid@s? auth_algorithms@s* group_ciphers@s* key_management@s* pairwise_ciphers@s* protocols@s* hidden_ssid@b? network_id@i? priority@i? current_status@s?
telephony_test
telephony_object : 
telephony_state : network_type@s? sim_country_iso@s? sim_operator_code@s?
#apache
httpd_test!5.8
httpd_object!5.8 : 
httpd_state!5.8 : path@s? binary_name@s? version@v?
#apple_ios
globalrestrictions_test
globalrestrictions_object : 
globalrestrictions_state : allow_account_modification@b? allow_airdrop@b? allow_app_cellular_data_modification@b? allow_app_installation@b? allow_assistant@b? allow_assistant_user_generated_content@b? allow_assistant_while_locked@b? allow_bookstore@b? allow_bookstore_erotica@b? allow_camera@b? allow_cloud_backup@b? allow_cloud_document_sync@b? allow_cloud_keychain_sync@b? allow_diagnostic_submission@b? allow_explicit_content@b? allow_find_my_friends_modification@b? allow_fingerprint_for_unlock@b? allow_game_center@b? allow_host_pairing@b? allow_lock_screen_control_center@b? allow_lock_screen_notifications_view@b? allow_lock_screen_today_view@b? allow_open_from_managed_to_unmanaged@b? allow_open_from_unmanaged_to_managed@b? allow_ota_pki_updates@b? allow_passbook_while_locked@b? allow_photo_stream@b? allow_safari@b? allow_screen_shot@b? allow_shared_stream@b? allow_ui_configuration_profile_installation@b? allow_untrusted_tls_prompt@b? allow_voice_dialing@b? allow_youtube@b? allow_itunes@b? autonomous_single_app_mode_permitted_appids@s? force_encrypted_backup@b? force_itunes_store_password_entry@b? force_limit_ad_tracking@b? safari_allow_auto_fill@b?
passcodepolicy_test
passcodepolicy_object : 
passcodepolicy_state : allow_simple@b? force_pin@b? max_failed_attempts@i? max_inactivity@i? max_pin_age_in_days@i? min_complex_chars@i? min_length@i? require_alphanumeric@b? pin_history@i? max_grace_period@i?
profile_test
profile_object : (SET|identifier@s uuid@s FILTER*)
profile_state : has_removal_passcode@b? is_encrypted@b? payload@r? description@s? display_name@s? identifier@s? organization@s? removal_disallowed@b? uuid@s? version@i?
#asa
acl_test
acl_object : (SET|name@s ip_version@s FILTER*)
acl_state : name@s? ip_version@s? use@s? used_in@s? interface_direction@s? acl_config_lines@s? config_line@s?
class_map_test
class_map_object : (SET|name@s FILTER*)
class_map_state : name@s? type@s? type_inspect@s? match_all_any@s? match@s? used_in_class_map@s? used_in_policy_map@s? policy_map_action@s?
interface_test
interface_object : (SET|name@s FILTER*)
interface_state : name@s? proxy_arp@b? shutdown@b? hardware_addr@s? ipv4_address@q? ipv6_address@q? ipv4_access_list@s? ipv6_access_list@s? ipv4_v6_access_list@s? crypto_map@s? ipv4_urpf_command@s? ipv6_urpf_command@s? urpf_command@s?
line_test
line_object : (SET|show_subcommand@s FILTER*)
line_state : show_subcommand@s? config_line@s?
policy_map_test
policy_map_object : (SET|name@s FILTER*)
policy_map_state : name@s? type_inspect@s? parameters@s? match_action@s? used_in@s?
service_policy_test
service_policy_object : (SET|name@s FILTER*)
service_policy_state : name@s? applied@s? interface@s?
snmp_host_test
snmp_host_object : (SET|host@s FILTER*)
snmp_host_state : interface@s? host@s? snmpv3_user@s? version@s? poll@b? traps@b? udp_port@i?
snmp_user_test
snmp_user_object : (SET|name@s FILTER*)
snmp_user_state : name@s? group@s? priv@s? auth@s?
snmp_group_test
snmp_group_object : (SET|name@s FILTER*)
snmp_group_state : name@s? snmpv3_sec_level@s?
tcp_map_test
tcp_map_object : (SET|name@s FILTER*)
tcp_map_state : name@s? options@s?
version_test
version_object : 
version_state : asa_release@s? asa_major_release@v? asa_minor_release@v? asa_build@i?
#catos
line_test
line_object : (SET|show_subcommand@s FILTER*)
line_state : show_subcommand@s? config_line@s?
module_test
module_object : (SET|module_number@i FILTER*)
module_state : module_number@i? type@s? model@s? software_major_release@v? software_individual_release@i? software_version_id@s? hardware_major_release@v? hardware_individual_release@i? firmware_major_release@v? firmware_individual_release@i?
version55_test = = version_item
version55_object : 
version55_state : switch_series@s? image_name@s? catos_release@v?
version_test!5.5
version_object!5.5 : 
version_state!5.5 : switch_series@s? image_name@s? catos_major_release@v? catos_individual_release@i? catos_version_id@s?
#esx
patch56_test = = patch_item
patch56_object : (SET|behaviors? patch_name@s FILTER*)
patch56_state : patch_name@s? knowledge_base_id@i? bundle_id@i? classification@s? support_level@s? status@b?
patch_test!5.6
patch_object!5.6 : (SET|behaviors? patch_number@s)
patch_state!5.6 : patch_number@s? status@b?
version_test
version_object : 
version_state : release@v? build@i?
visdkmanagedobject_test
visdkmanagedobject_object : (SET|behaviors? property@s FILTER*)
visdkmanagedobject_state : property@s? value@a?
#freebsd
portinfo_test
portinfo_object : (SET|pkginst@s FILTER*)
portinfo_state : pkginst@s? name@s? category@s? version@sv? vendor@s? description@s?
#hpux
getconf_test
getconf_object : (SET|parameter_name@s pathname@s FILTER*)
getconf_state : parameter_name@s? pathname@s? output@a?
ndd_test
ndd_object : (SET|device@s parameter@s FILTER*)
ndd_state : device@s? parameter@s? value@a?
patch53_test = = patch_item
patch53_object : (SET|behaviors? swtype@s area_patched@s patch_base@s FILTER*)
patch53_state : swtype@s? area_patched@s? patch_base@s?
patch_test!5.3
patch_object!5.3 : (SET|patch_name@s)
patch_state!5.3 : patch_name@s? swtype@s? area_patched@s? patch_base@s?
swlist_test
swlist_object : (SET|swlist@s FILTER*)
swlist_state : swlist@s? bundle@s? fileset@s? version@sx? title@s? vendor@s?
trusted_test
trusted_object : (SET|username@s FILTER*)
trusted_state : username@s? uid@i? password@s? account_owner@i? boot_auth@s? audit_id@s? audit_flag@s? pw_change_min@s? pw_max_size@i? pw_expiration@i? pw_life@s? pw_change_s@s? pw_change_u@s? acct_expire@i? max_llogin@s? exp_warning@i? usr_chg_pw@s? gen_pw@s? pw_restrict@s? pw_null@s? pw_gen_char@s? pw_gen_let@s? login_time@s? pw_changer@i? login_time_s@s? login_time_u@s? login_tty_s@s? login_tty_u@s? num_u_logins@i? max_u_logins@i? lock_flag@b?
#independent
family_test
family_object : 
family_state : family@s?
filehash_test!5.8
filehash_object!5.8 : (SET|behaviors? (filepath@s|path@s filename@s))
filehash_state!5.8 : filepath@s? path@s? filename@s? md5@s? sha1@s? windows_view@s?
filehash58_test
filehash58_object : (SET|behaviors? (filepath@s|path@s filename@s) hash_type@s FILTER*)
filehash58_state : filepath@s? path@s? filename@s? hash_type@s? hash@s? windows_view@s?
environmentvariable_test!5.8
environmentvariable_object!5.8 : (SET|name@s)
environmentvariable_state!5.8 : name@s? value@a?
environmentvariable58_test
environmentvariable58_object : (SET|pid@i name@s FILTER*)
environmentvariable58_state : pid@i? name@s? value@a?
ldap_test
ldap_object : (SET|behaviors? suffix@s relative_dn@s attribute@s)
ldap_state : suffix@s? relative_dn@s? attribute@s? object_class@s? ldaptype@s? value@a?
ldap57_test!5.11.2
ldap57_object!5.11.2 : (SET|behaviors? suffix@s relative_dn@s attribute@s FILTER*)
ldap57_state!5.11.2 : suffix@s? relative_dn@s? attribute@s? object_class@s? ldaptype@s? value@r?
sql_test!5.7
sql_object!5.7 : (SET|engine@s version@s connection_string@s sql@s)
sql_state!5.7 : engine@s? version@s? connection_string@s? sql@s? result@a?
sql57_test
sql57_object : (SET|engine@s version@s connection_string@s sql@s FILTER*)
sql57_state : engine@s? version@s? connection_string@s? sql@s? result@r?
textfilecontent54_test = = textfilecontent_item
textfilecontent54_object : (SET|behaviors? (filepath@s|path@s filename@s) pattern@s instance@i FILTER*)
textfilecontent54_state : filepath@s? path@s? filename@s? pattern@s? instance@i? text@a? subexpression@a? windows_view@s?
textfilecontent_test!5.4
textfilecontent_object!5.4 : (SET|behaviors? path@s filename@s line@s)
textfilecontent_state!5.4 : path@s? filename@s? line@s? subexpression@a? windows_view@s?
unknown_test
variable_test
variable_object : (SET|var_ref@s FILTER*)
variable_state : var_ref@s? value@a?
xmlfilecontent_test
xmlfilecontent_object : (SET|behaviors? (filepath@s|path@s filename@s) xpath@s FILTER*)
xmlfilecontent_state : filepath@s? path@s? filename@s? xpath@s? value_of@a? windows_view@s?
yamlfilecontent_test
yamlfilecontent_object : (SET|behaviors? (filepath@s|path@s filename@s|content@s) yamlpath@s FILTER*)
yamlfilecontent_state : filepath@s? path@s? filename@s? content@s? yamlpath@s? value@r? windows_view@s?
#ios
acl_test
acl_object : (SET|name@s ip_version@s FILTER*)
acl_state : name@s? ip_version@s? use@s? used_in@s? interface_direction@s? acl_config_lines@s? config_line@s?
bgpneighbor_test
bgpneighbor_object : (SET|neighbor@s FILTER*)
bgpneighbor_state : neighbor@s? password@s?
global_test
global_object : (SET|global_command@s FILTER*)
global_state : global_command@s?
interface_test
interface_object : (SET|name@s FILTER*)
interface_state : name@s? ip_directed_broadcast_command@sb? no_ip_directed_broadcast_command@s? proxy_arp_command@sb? shutdown_command@sb? hardware_addr@s? ipv4_address@q? ipv6_address@q? ipv4_access_list@s? ipv6_access_list@s? crypto_map@s? ipv4_urpf_command@s? ipv6_urpf_command@s? urpf_command@s? switchport_trunk_encapsulation@s? switchport_mode@s? switchport_native_vlan@si? switchport_access_vlan@si? switchport_trunked_vlans@s? switchport_pruned_vlans@s? switchport_port_security@s?
line_test
line_object : (SET|show_subcommand@s FILTER*)
line_state : show_subcommand@s? config_line@s?
router_test
router_object : (SET|protocol@s id@i FILTER*)
router_state : protocol@s id@i? network@s? bgp_neighbor@s? ospf_authentication_area@i4? router_config_lines@s?
routingprotocolauthintf_test
routingprotocolauthintf_object : (SET|interface@s protocol@s FILTER*)
routingprotocolauthintf_state : interface@s? protocol@s? id@i? auth_type@s? ospf_area@i4? key_chain@s?
section_test
section_object : (SET|section_command@s FILTER*)
section_state : section_command@s? section_config_lines@s? config_line@s?
snmp_test
snmp_object : 
snmp_state : access_list@s? community_name@s?
snmpcommunity_test
snmpcommunity_object : (SET|name@s FILTER*)
snmpcommunity_state : name@s? view@s? mode@s? ipv4_acl@s? ipv6_acl@s?
snmpgroup_test
snmpgroup_object : (SET|name@s FILTER*)
snmpgroup_state : name@s? version@s? snmpv3_sec_level@s? ipv4_acl@s? ipv6_acl@s? read_view@s? write_view@s? notify_view@s?
snmphost_test
snmphost_object : (SET|host@s FILTER*)
snmphost_state : host@s? community_or_user@s? version@s? snmpv3_sec_level@s? traps@s?
snmpuser_test
snmpuser_object : (SET|name@s FILTER*)
snmpuser_state : name@s? group@s? version@s? ipv4_acl@s? ipv6_acl@s? priv@s? auth@s?
snmpview_test
snmpview_object : (SET|name@s FILTER*)
snmpview_state : name@s? mib_family@s? include@b?
tclsh_test
tclsh_object : 
tclsh_state : available@b?
version55_test = = version_item
version55_object : 
version55_state : major_version@i? minor_version@i? release@i? train_identifier@s? rebuild@i? subrebuild@s? mainline_rebuild@s? version_string@o?
version_test!5.5
version_object!5.5 : 
version_state!5.5 : major_release@s? train_number@s? train_identifier@s? version_string@o?
#iosxe
global_test
global_object : (SET|global_command@s FILTER*)
global_state : global_command@s?
line_test
line_object : (SET|show_subcommand@s FILTER*)
line_state : show_subcommand@s? config_line@s?
version_test
version_object : 
version_state : platform@s? rp@i? pkg@s? version_string@s? major_release@i? release@i? rebuild@i? train@s? ios_release@s? ios_train@s?
interface_test
interface_object : (SET|name@s FILTER*)
interface_state : name@s? ip_directed_broadcast@b? proxy_arp@b? shutdown@b? hardware_addr@s? ipv4_address@q? ipv6_address@q? ipv4_access_list@s? ipv6_access_list@s? crypto_map@s? ipv4_urpf_command@s? ipv6_urpf_command@s? urpf_command@s? switchport_trunk_encapsulation@s? switchport_mode@s? switchport_native_vlan@si? switchport_access_vlan@si? switchport_trunked_vlans@s? switchport_pruned_vlans@s? switchport_port_security@s?
section_test
section_object : (SET|section_command@s FILTER*)
section_state : section_command@s? section_config_lines@s? config_line@s?
router_test
router_object : (SET|protocol@s id@i FILTER*)
router_state : protocol@s id@i? network@s? bgp_neighbor@s? ospf_authentication_area@i4? router_config_lines@s?
bgpneighbor_test
bgpneighbor_object : (SET|neighbor@s FILTER*)
bgpneighbor_state : neighbor@s? password@s?
routingprotocolauthintf_test
routingprotocolauthintf_object : (SET|interface@s protocol@s FILTER*)
routingprotocolauthintf_state : interface@s? protocol@s? id@i? auth_type@s? ospf_area@i4? key_chain@s?
acl_test
acl_object : (SET|name@s ip_version@s FILTER*)
acl_state : name@s? ip_version@s? use@s? used_in@s? interface_direction@s? acl_config_lines@s? config_line@s?
snmphost_test
snmphost_object : (SET|host@s FILTER*)
snmphost_state : host@s? community_or_user@s? version@s? snmpv3_sec_level@s? traps@s?
snmpcommunity_test
snmpcommunity_object : (SET|name@s FILTER*)
snmpcommunity_state : name@s? view@s? mode@s? ipv4_acl@s? ipv6_acl@s?
snmpuser_test
snmpuser_object : (SET|name@s FILTER*)
snmpuser_state : name@s? group@s? version@s? ipv4_acl@s? ipv6_acl@s? priv@s? auth@s?
snmpgroup_test
snmpgroup_object : (SET|name@s FILTER*)
snmpgroup_state : name@s? version@s? snmpv3_sec_level@s? ipv4_acl@s? ipv6_acl@s? read_view@s? write_view@s? notify_view@s?
snmpview_test
snmpview_object : (SET|name@s FILTER*)
snmpview_state : name@s? mib_family@s? include@b?
#junos
xml_config_test
xml_config_object : (SET|xpath@s FILTER*)
xml_config_state : xpath@s? value_of@a?
show_test
show_object : (SET|subcommand@s FILTER*)
show_state : subcommand@s? value@s?
version_test
version_object : (SET|component@s FILTER*)
version_state : component@s? raw_value@s? major@i? minor@i? type@s? build@i? maintenance_release@i? spin@i? build_date@i?
xml_show_test
xml_show_object : (SET|subcommand@s xpath@s FILTER*)
xml_show_state : subcommand@s? xpath@s? value_of@a?
#linux
apparmorstatus_test
apparmorstatus_object : 
apparmorstatus_state : loaded_profiles_count@i? enforce_mode_profiles_count@i? complain_mode_profiles_count@i? processes_with_profiles_count@i? enforce_mode_processes_count@i? complain_mode_processes_count@i? unconfined_processes_with_profiles_count@i?
dpkginfo_test
dpkginfo_object : (SET|name@s FILTER*)
dpkginfo_state : name@s? arch@s? epoch@si? release@sv? version@sv? evr@ed?
iflisteners_test
iflisteners_object : (SET|interface_name@s FILTER*)
iflisteners_state : interface_name@s? protocol@s? hw_address@s? program_name@s? pid@i? user_id@i?
inetlisteningservers_test = = inetlisteningserver_item
inetlisteningservers_object : (SET|protocol@s local_address@q local_port@i FILTER*)
inetlisteningservers_state : protocol@s? local_address@q? local_port@i? local_full_address@s? program_name@s? foreign_address@q? foreign_port@i? foreign_full_address@s? pid@i? user_id@i?
partition_test
partition_object : (SET|mount_point@s FILTER*)
partition_state : mount_point@s? device@s? uuid@s? fs_type@s? mount_options@s? total_space@i? space_used@i? space_left@i? space_left_for_unprivileged_users@i? block_size@i?
rpminfo_test
rpminfo_object : (SET|behaviors? name@s FILTER*)
rpminfo_state : name@s? arch@s? epoch@si? release@sv? version@sv? evr@e? signature_keyid@s? extended_name@s? filepath@s?
rpmverify_test!5.10
rpmverify_object!5.10 : (SET|behaviors? name@s filepath@s FILTER*)
rpmverify_state!5.10 : name@s? filepath@s? size_differs@s? mode_differs@s? md5_differs@s? device_differs@s? link_mismatch@s? ownership_differs@s? group_differs@s? mtime_differs@s? capabilities_differ@s? configuration_file@b? documentation_file@b? ghost_file@b? license_file@b? readme_file@b?
rpmverifyfile_test
rpmverifyfile_object : (SET|behaviors? name@s epoch@si version@sv release@sv arch@s filepath@s FILTER*)
rpmverifyfile_state : name@s? epoch@si? version@sv? release@sv? arch@s? filepath@s? extended_name@s? size_differs@s? mode_differs@s? md5_differs@s? filedigest_differs@s? device_differs@s? link_mismatch@s? ownership_differs@s? group_differs@s? mtime_differs@s? capabilities_differ@s? configuration_file@b? documentation_file@b? ghost_file@b? license_file@b? readme_file@b?
rpmverifypackage_test
rpmverifypackage_object : (SET|behaviors? name@s epoch@si version@sv release@sv arch@s FILTER*)
rpmverifypackage_state : name@s? epoch@si? version@sv? release@sv? arch@s? extended_name@s? dependency_check_passed@b? digest_check_passed@b? verification_script_successful@b? signature_check_passed@b?
selinuxboolean_test
selinuxboolean_object : (SET|name@s FILTER*)
selinuxboolean_state : name@s? current_status@b? pending_status@b?
selinuxsecuritycontext_test
selinuxsecuritycontext_object : (SET|behaviors? (filepath@s|path@s filename@s|pid@i) FILTER*)
selinuxsecuritycontext_state : filepath@s? path@s? filename@s? pid@i? user@s? role@s? type@s? low_sensitivity@s? low_category@s? high_sensitivity@s? high_category@s? rawlow_sensitivity@s? rawlow_category@s? rawhigh_sensitivity@s? rawhigh_category@s?
slackwarepkginfo_test
slackwarepkginfo_object : (SET|name@s FILTER*)
slackwarepkginfo_state : name@s? version@sv? architecture@s? revision@s?
systemdunitdependency_test
systemdunitdependency_object : (SET|unit@s FILTER*)
systemdunitdependency_state : unit@s? dependency@s?
systemdunitproperty_test
systemdunitproperty_object : (SET|unit@s property@s FILTER*)
systemdunitproperty_state : unit@s? property@s? value@a?
#macos
accountinfo_test
accountinfo_object : (SET|username@s FILTER*)
accountinfo_state : username@s? password@s? uid@i? gid@i? realname@s? home_dir@s? login_shell@s?
authorizationdb_test
authorizationdb_object : (SET|right_name@s xpath@s FILTER*)
authorizationdb_state : right_name@s? xpath@s? value_of@a?
corestorage_test
corestorage_object : (SET|uuid@s xpath@s FILTER*)
corestorage_state : uuid@s? xpath@s? value_of@a?
diskutil_test
diskutil_object : (SET|device@s filepath@s FILTER*)
diskutil_state : device@s? filepath@s? uread@s? uwrite@s? uexec@s? gread@s? gwrite@s? gexec@s? oread@s? owrite@s? oexec@s? user_differs@b? actual_user@i? expected_user@i? group_differs@b? actual_group@i? expected_group@i? symlink_differs@b? actual_symlink@s? expected_symlink@s?
gatekeeper_test
gatekeeper_object : 
gatekeeper_state : enabled@b? unlabeled@s?
inetlisteningservers_test!5.10 = = inetlisteningserver_item
inetlisteningservers_object!5.10 : (SET|program_name@s FILTER*)
inetlisteningservers_state!5.10 : program_name@s? local_address@q? local_full_address@s? local_port@i? foreign_address@q? foreign_full_address@s? foreign_port@s? pid@i? protocol@s? user_id@s?
inetlisteningserver510_test
inetlisteningserver510_object : (SET|protocol@s local_address@q local_port@i FILTER*)
inetlisteningserver510_state : protocol@s? local_address@q? local_port@i? local_full_address@s? program_name@s? foreign_address@q? foreign_port@i? foreign_full_address@s? pid@i? user_id@i?
keychain_test
keychain_object : (SET|filepath@s FILTER*)
keychain_state : filepath@s? lock_on_sleep@b? timeout@i?
launchd_test
launchd_object : (SET|label@s FILTER*)
launchd_state : label@s? pid@i? status@i?
nvram_test
nvram_object : (SET|nvram_var@s FILTER*)
nvram_state : nvram_var@s? nvram_value@s?
plist_test!5.10
plist_object!5.10 : (SET|key@s (app_id@s|filepath@s) FILTER*)
plist_state!5.10 : key@s? app_id@s? filepath@s? instance@i? type@s? value@a?
plist510_test!5.11.2:1.0 = = plist_item
plist510_object!5.11.2:1.0 : (SET|key@s (app_id@s|filepath@s) instance@i FILTER*)
plist510_state!5.11.2:1.0 : key@s? app_id@s? filepath@s? instance@i? type@s? value@a?
plist511_test
plist511_object : (SET|(app_id@s|filepath@s) xpath@s FILTER*)
plist511_state : app_id@s? filepath@s? xpath@s? value_of@a?
pwpolicy_test!5.9
pwpolicy_object!5.9 : (SET|username@s userpass@s directory_node@s FILTER*)
pwpolicy_state!5.9 : username@s? userpass@s? directory_node@s? maxChars@i? maxFailedLoginAttempts@i? minChars@i? passwordCannotBeName@b? requiresAlpha@b? requiresNumeric@b?
pwpolicy59_test
pwpolicy59_object : (SET|target_user@s username@s userpass@s directory_node@s FILTER*)
pwpolicy59_state : target_user@s? username@s? userpass@s? directory_node@s? maxChars@i? maxFailedLoginAttempts@i? minChars@i? passwordCannotBeName@b? requiresAlpha@b? requiresNumeric@b? maxMinutesUntilChangePassword@i? minMinutesUntilChangePassword@i? requiresMixedCase@b? requiresSymbol@b? minutesUntilFailedLoginReset@i? usingHistory@i? canModifyPasswordforSelf@b? usingExpirationDate@b? usingHardExpirationDate@b? expirationDateGMT@s? hardExpireDateGMT@s? maxMinutesUntilDisabled@i? maxMinutesOfNonUse@i? newPasswordRequired@b? notGuessablePattern@b?
rlimit_test
rlimit_object : 
rlimit_state : cpu_current@i? cpu_max@i? filesize_current@i? filesize_max@i? data_current@i? data_max@i? stack_current@i? stack_max@i? core_current@i? core_max@i? rss_current@i? rss_max@i? memlock_current@i? memlock_max@i? maxproc_current@i? maxproc_max@i? maxfiles_current@i? maxfiles_max@i?
softwareupdate_test
softwareupdate_object : 
softwareupdate_state : schedule@b? software_title@s?
systemprofiler_test
systemprofiler_object : (SET|data_type@s xpath@s FILTER*)
systemprofiler_state : data_type@s? xpath@s? value_of@a?
systemsetup_test
systemsetup_object : 
systemsetup_state : timezone@s? usingnetworktime@b? networktimeserver@s? computersleep@i? displaysleep@i? harddisksleep@i? wakeonmodem@b? wakeonnetworkaccess@b? restartfreeze@b? allowpowerbuttontosleepcomputer@b? remotelogin@b? remoteappleevents@b? computername@s? startupdisk@s? waitforstartupafterpowerfailure@i? disablekeyboardwhenenclosurelockisengaged@b? kernelbootarchitecturesetting@s?
#netconf
config_test
config_object : (SET|xpath@s FILTER*)
config_state : xpath@s? value_of@a?
#pixos
line_test
line_object : (SET|show_subcommand@s FILTER*)
line_state : show_subcommand@s? config_line@s?
version_test
version_object : 
version_state : pix_release@s? pix_major_release@v? pix_minor_release@v? pix_build@i?
#sharepoint
spwebapplication_test
spwebapplication_object : (SET|webapplicationurl@s FILTER*)
spwebapplication_state : webapplicationurl@s? allowparttopartcommunication@b? allowaccesstowebpartcatalog@b? blockedfileextention@s? defaultquotatemplate@s? externalworkflowparticipantsenabled@b? recyclebinenabled@b? automaticallydeleteunusedsitecollections@b? selfservicesitecreationenabled@b? secondstagerecyclebinquota@i? recyclebinretentionperiod@i? outboundmailserverinstance@s? outboundmailsenderaddress@s? outboundmailreplytoaddress@s? secvalexpires@b? timeout@i? isadministrationwebapplication@b? applicationpoolname@s? applicationpoolusername@s? openitems@b? addlistitems@b? approveitems@b? deletelistitems@b? deleteversions@b? editlistitems@b? managelists@b? viewversions@b? viewlistitems@b? cancelcheckout@b? createalerts@b? viewformpages@b? viewpages@b? addandcustomizepages@b? applystylesheets@b? applythemeandborder@b? browsedirectories@b? browseuserinfo@b? creategroups@b? createsscsite@b? editmyuserinfo@b? enumeratepermissions@b? managealerts@b? managepermissions@b? managesubwebs@b? manageweb@b? open@b? useclientintegration@b? useremoteapis@b? viewusagedata@b? managepersonalviews@b? adddelprivatewebparts@b? updatepersonalwebparts@b?
spgroup_test
spgroup_object : (SET|sitecollectionurl@s FILTER*)
spgroup_state : sitecollectionurl@s? gname@s? autoacceptrequesttojoinleave@b? allowmemberseditmembership@b? onlyallowmembersviewmembership@b?
spweb_test
spweb_object : (SET|webcollectionurl@s sitecollectionurl@s FILTER*)
spweb_state : webcollectionurl@s? sitecollectionurl@s? secondarysitecolladmin@s? secondsitecolladminenabled@b? allowanonymousaccess@b?
splist_test
splist_object : (SET|spsiteurl@s FILTER*)
splist_state : spsiteurl@s? irmenabled@b? enableversioning@b? nocrawl@b?
spantivirussettings_test
spantivirussettings_object : (SET|spwebservicename@s spfarmname@s FILTER*)
spantivirussettings_state : spwebservicename@s? spfarmname@s? allowdownload@b? cleaningenabled@b? downloadscanenabled@b? numberofthreads@i? skipsearchcrawl@b? timeout@i? uploadscanenabled@b? vendorupdatecount@i?
spsiteadministration_test
spsiteadministration_object : (SET|sitecollectionurl@s FILTER*)
spsiteadministration_state : sitecollectionurl@s? storagemaxlevel@i? storagewarninglevel@i?
spsite_test
spsite_object : (SET|sitecollectionurl@s FILTER*)
spsite_state : sitecollectionurl@s? quotaname@s? url@s?
spcrawlrule_test
spcrawlrule_object : (SET|spsiteurl@s FILTER*)
spcrawlrule_state : spsiteurl@s? crawlashttp@b? enabled@b? followcomplexurls@b? path@s? priority@i? suppressindexing@b? accountname@s?
spjobdefinition_test!5.10
spjobdefinition_object!5.10 : (SET|webappuri@s FILTER*)
spjobdefinition_state!5.10 : webappuri@s? displayname@s? isdisabled@b? retry@b? title@s?
spjobdefinition510_test
spjobdefinition510_object : (SET|webappuri@s displayname@s FILTER*)
spjobdefinition510_state : webappuri@s? displayname@s? isdisabled@b? retry@b? title@s?
bestbet_test
bestbet_object : (SET|sitecollectionurl@s bestbeturl@s FILTER*)
bestbet_state : sitecollectionurl@s? bestbeturl@s? title@s? description@s?
infopolicycoll_test
infopolicycoll_object : (SET|sitecollectionurl@s id@s FILTER*)
infopolicycoll_state : sitecollectionurl@s? id@s? name@s? description@s? longdescription@s?
spdiagnosticsservice_test
spdiagnosticsservice_object : (SET|farmname@s FILTER*)
spdiagnosticsservice_state : farmname@s? displayname@s? logcutinterval@i? loglocation@s? logstokeep@i? required@b? typename@s?
spdiagnosticslevel_test
spdiagnosticslevel_object : (SET|farmname@s FILTER*)
spdiagnosticslevel_state : farmname@s? eventseverity@s? hidden@b? levelid@s? levelname@s? traceseverity@s?
sppolicyfeature_test
sppolicyfeature_object : (SET|farmname@s FILTER*)
sppolicyfeature_state : farmname@s? configpage@s? defaultcustomdata@s? description@s? globalconfigpage@s? globalcustomdata@s? group@s? name@s? publisher@s? state@s?
sppolicy_test
sppolicy_object : (SET|webappuri@s urlzone@s)
sppolicy_state : webappuri@s? urlzone@s? displayname@s? issystemuser@b? username@s? policyroletype@s?
#solaris
facet_test
facet_object : (SET|path@s name@s FILTER*)
facet_state : path@s? name@s? value@b?
image_test
image_object : (SET|path@s name@s FILTER*)
image_state : path@s? name@s? value@a?
isainfo_test
isainfo_object : 
isainfo_state : bits@i? kernel_isa@s? application_isa@s?
ndd_test
ndd_object : (SET|device@s parameter@s FILTER*)
ndd_state : device@s? instance@i? parameter@s? value@a?
package_test
package_object : (SET|pkginst@s FILTER*)
package_state : pkginst@s? name@s? category@s? version@s? vendor@s? description@s?
package511_test
package511_object : (SET|publisher@s name@s version@v timestamp@s FILTER*)
package511_state : publisher@s? name@s? version@v? timestamp@s? fmri@s? summary@s? description@s? category@s? updates_available@b?
packageavoidlist_test
packageavoidlist_object : 
packageavoidlist_state : fmri@s?
packagecheck_test
packagecheck_object : (SET|behaviors? pkginst@s filepath@s FILTER*)
packagecheck_state : pkginst@s? filepath@s? checksum_differs@b? size_differs@b? mtime_differs@b? uread@s? uwrite@s? uexec@s? gread@s? gwrite@s? gexec@s? oread@s? owrite@s? oexec@s?
packagefreezelist_test
packagefreezelist_object : 
packagefreezelist_state : fmri@s?
packagepublisher_test
packagepublisher_object : (SET|name@s type@s origin_uri@s? FILTER*)
packagepublisher_state : name@s? type@s? origin_uri@s? alias@s? ssl_key@s? ssl_cert@s? client_uuid@s? catalog_updated@i? enabled@b? order@i? properties@r?
patch54_test = patch_state patch_item
patch_test!5.4
patch54_object : (SET|behaviors? base@i version@i FILTER*)
patch_object!5.4 : (SET|base@i)
patch_state : base@i? version@i?
smf_test
smf_object : (SET|fmri@s FILTER*)
smf_state : fmri@s? service_name@s? service_state@s? protocol@s? server_executable@s? server_arguements@s? exec_as_user@s?
smfproperty_test
smfproperty_object : (SET|service@s instance@s property@s FILTER*)
smfproperty_state : service@s? instance@s? property@s? fmri@s? value@a?
variant_test
variant_object : (SET|path@s name@s FILTER*)
variant_state : path@s? name@s? value@a?
virtualizationinfo_test
virtualizationinfo_object : 
virtualizationinfo_state : current@s? supported@s? parent@s? ldom-role@s? properties@r?
#unix
dnscache_test
dnscache_object : (SET|domain_name@s FILTER*)
dnscache_state : domain_name@s? ttl@i? ip_address@q?
file_test
file_object : (SET|behaviors? (filepath@s|path@s filename@s) FILTER*)
file_state : filepath@s? path@s? filename@s? type@s? group_id@si? user_id@si? a_time@si? c_time@si? m_time@si? size@i? suid@b? sgid@b? sticky@b? uread@b? uwrite@b? uexec@b? gread@b? gwrite@b? gexec@b? oread@b? owrite@b? oexec@b? has_extended_acl@b?
fileextendedattribute_test
fileextendedattribute_object : (SET|behaviors? (filepath@s|path@s filename@s) attribute_name@s FILTER*)
fileextendedattribute_state : filepath@s? path@s? filename@s? attribute_name@s? value@a?
gconf_test
gconf_object : (SET|key@s source@s FILTER*)
gconf_state : key@s? source@s? type@s? is_writable@b? mod_user@s? mod_time@i? is_default@b? value@a?
inetd_test
inetd_object : (SET|protocol@s service_name@s FILTER*)
inetd_state : protocol@s? service_name@s? server_program@s? server_arguments@s? endpoint_type@s? exec_as_user@s? wait_status@s?
interface_test
interface_object : (SET|name@s FILTER*)
interface_state : name@s? type@s? hardware_addr@s? inet_addr@q? broadcast_addr@q? netmask@q? flag@s?
password_test
password_object : (SET|username@s FILTER*)
password_state : username@s? password@s? user_id@si? group_id@si? gcos@s? home_dir@s? login_shell@s? last_login@i?
process_test!5.8
process_object!5.8 : (SET|command@s)
process_state!5.8 : command@s? exec_time@s? pid@i? ppid@i? priority@i? ruid@i? scheduling_class@s? start_time@s? tty@s? user_id@i?
process58_test
process58_object : (SET|command_line@s pid@i FILTER*)
process58_state : command_line@s? exec_time@s? pid@i? ppid@i? priority@i? ruid@i? scheduling_class@s? start_time@s? tty@s? user_id@i? exec_shield@b? loginuid@i? posix_capability@s? selinux_domain_label@s? session_id@i?
routingtable_test
routingtable_object : (SET|destination@p FILTER*)
routingtable_state : destination@p? gateway@p? flags@s? interface_name@s?
runlevel_test
runlevel_object : (SET|service_name@s runlevel@s FILTER*)
runlevel_state : service_name@s? runlevel@s? start@b? kill@b?
sccs_test!5.10
sccs_object!5.10 : (SET|behaviors? (filepath@s|path@s filename@s) FILTER*)
sccs_state!5.10 : filepath@s? path@s? filename@s? module_name@s? module_type@s? release@s? level@s? branch@s? sequence@s? what_string@s?
shadow_test
shadow_object : (SET|username@s FILTER*)
shadow_state : username@s? password@s? chg_lst@si? chg_allow@si? chg_req@si? exp_warn@si? exp_inact@si? exp_date@si? flag@si? encrypt_method@s?
symlink_test
symlink_object : (SET|filepath@s FILTER*)
symlink_state : filepath@s? canonical_path@s?
sysctl_test
sysctl_object : (SET|name@s FILTER*)
sysctl_state : name@s? value@a?
uname_test
uname_object : 
uname_state : machine_class@s? node_name@s? os_name@s? os_release@s? os_version@s? processor_type@s?
xinetd_test
xinetd_object : (SET|protocol@s service_name@s FILTER*)
xinetd_state : protocol@s? service_name@s? flags@s? no_access@s? only_from@q? port@i? server@s? server_arguments@s? socket_type@s? type@s? user@s? wait@b? disabled@b?
#windows
accesstoken_test!5.11
accesstoken_object!5.11 : (SET|behaviors? security_principle@s FILTER*)
accesstoken_state!5.11 : security_principle@s? seassignprimarytokenprivilege@b? seauditprivilege@b? sebackupprivilege@b? sechangenotifyprivilege@b? secreateglobalprivilege@b? secreatepagefileprivilege@b? secreatepermanentprivilege@b? secreatesymboliclinkprivilege@b? secreatetokenprivilege@b? sedebugprivilege@b? seenabledelegationprivilege@b? seimpersonateprivilege@b? seincreasebasepriorityprivilege@b? seincreasequotaprivilege@b? seincreaseworkingsetprivilege@b? seloaddriverprivilege@b? selockmemoryprivilege@b? semachineaccountprivilege@b? semanagevolumeprivilege@b? seprofilesingleprocessprivilege@b? serelabelprivilege@b? seremoteshutdownprivilege@b? serestoreprivilege@b? sesecurityprivilege@b? seshutdownprivilege@b? sesyncagentprivilege@b? sesystemenvironmentprivilege@b? sesystemprofileprivilege@b? sesystemtimeprivilege@b? setakeownershipprivilege@b? setcbprivilege@b? setimezoneprivilege@b? seundockprivilege@b? seunsolicitedinputprivilege@b? sebatchlogonright@b? seinteractivelogonright@b? senetworklogonright@b? seremoteinteractivelogonright@b? seservicelogonright@b? sedenybatchLogonright@b? sedenyinteractivelogonright@b? sedenynetworklogonright@b? sedenyremoteInteractivelogonright@b? sedenyservicelogonright@b? setrustedcredmanaccessnameright@b?
activedirectory_test
activedirectory_object : (SET|naming_context@s relative_dn@s attribute@s)
activedirectory_state : naming_context@s? relative_dn@s? attribute@s? object_class@s? adstype@s? value@a?
activedirectory57_test!5.11.1:1.2
activedirectory57_object!5.11.1:1.2 : (SET|naming_context@s relative_dn@s attribute@s FILTER*)
activedirectory57_state!5.11.1:1.2 : naming_context@s? relative_dn@s? attribute@s? object_class@s? adstype@s? value@r?
auditeventpolicy_test
auditeventpolicy_object : 
auditeventpolicy_state : account_logon@s? account_management@s? detailed_tracking@s? directory_service_access@s? logon@s? object_access@s? policy_change@s? privilege_use@s? system@s?
auditeventpolicysubcategories_test
auditeventpolicysubcategories_object : 
auditeventpolicysubcategories_state : credential_validation@s? kerberos_authentication_service@s? kerberos_service_ticket_operations@s? kerberos_ticket_events@s? other_account_logon_events@s? application_group_management@s? computer_account_management@s? distribution_group_management@s? other_account_management_events@s? security_group_management@s? user_account_management@s? dpapi_activity@s? process_creation@s? process_termination@s? rpc_events@s? directory_service_access@s? directory_service_changes@s? directory_service_replication@s? detailed_directory_service_replication@s? account_lockout@s? ipsec_extended_mode@s? ipsec_main_mode@s? ipsec_quick_mode@s? logoff@s? logon@s? network_policy_server@s? other_logon_logoff_events@s? special_logon@s? logon_claims@s? application_generated@s? certification_services@s? detailed_file_share@s? file_share@s? file_system@s? filtering_platform_connection@s? filtering_platform_packet_drop@s? handle_manipulation@s? kernel_object@s? other_object_access_events@s? registry@s? sam@s? removable_storage@s? central_access_policy_staging@s? audit_policy_change@s? authentication_policy_change@s? authorization_policy_change@s? filtering_platform_policy_change@s? mpssvc_rule_level_policy_change@s? other_policy_change_events@s? non_sensitive_privilege_use@s? other_privilege_use_events@s? sensitive_privilege_use@s? ipsec_driver@s? other_system_events@s? security_state_change@s? security_system_extension@s? system_integrity@s? group_membership@s? pnp_activity@s? user_device_claims@s? audit_detailedtracking_tokenrightadjusted@s?
cmdlet_test
cmdlet_object : (SET|module_name@s module_id@s module_version@v verb@s noun@s parameters@r select@r FILTER*)
cmdlet_state : module_name@s? module_id@s? module_version@v? verb@s? noun@s? parameters@r? select@r? value@r?
dnscache_test
dnscache_object : (SET|domain_name@s FILTER*)
dnscache_state : domain_name@s? ttl@i? ip_address@q?
file_test
file_object : (SET|behaviors? (filepath@s|path@s filename@s) FILTER*)
file_state : filepath@s? path@s? filename@s? owner@s? size@i? a_time@i? c_time@i? m_time@i? ms_checksum@s? version@v? type@s? attribute@s? development_class@s? company@s? internal_name@s? language@s? original_filename@s? product_name@s? product_version@sv? windows_view@s?
fileauditedpermissions53_test = = fileauditedpermissions_item
fileauditedpermissions53_object : (SET|behaviors? (filepath@s|path@s filename@s) trustee_sid@s FILTER*)
fileauditedpermissions53_state : filepath@s? path@s? filename@s? trustee_sid@s? standard_delete@s? standard_read_control@s? standard_write_dac@s? standard_write_owner@s? standard_synchronize@s? access_system_security@s? generic_read@s? generic_write@s? generic_execute@s? generic_all@s? file_read_data@s? file_write_data@s? file_append_data@s? file_read_ea@s? file_write_ea@s? file_execute@s? file_delete_child@s? file_read_attributes@s? file_write_attributes@s? windows_view@s?
fileauditedpermissions_test!5.3
fileauditedpermissions_object!5.3 : (SET|behaviors? path@s filename@s trustee_name@s)
fileauditedpermissions_state!5.3 : path@s? filename@s? trustee_name@s? standard_delete@s? standard_read_control@s? standard_write_dac@s? standard_write_owner@s? standard_synchronize@s? access_system_security@s? generic_read@s? generic_write@s? generic_execute@s? generic_all@s? file_read_data@s? file_write_data@s? file_append_data@s? file_read_ea@s? file_write_ea@s? file_execute@s? file_delete_child@s? file_read_attributes@s? file_write_attributes@s? windows_view@s?
fileeffectiverights53_test = = fileeffectiverights_item
fileeffectiverights53_object : (SET|behaviors? (filepath@s|path@s filename@s) trustee_sid@s FILTER*)
fileeffectiverights53_state : filepath@s? path@s? filename@s? trustee_sid@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? standard_synchronize@b? access_system_security@b? generic_read@b? generic_write@b? generic_execute@b? generic_all@b? file_read_data@b? file_write_data@b? file_append_data@b? file_read_ea@b? file_write_ea@b? file_execute@b? file_delete_child@b? file_read_attributes@b? file_write_attributes@b? windows_view@s?
fileeffectiverights_test!5.3
fileeffectiverights_object!5.3 : (SET|behaviors? path@s filename@s trustee_name@s)
fileeffectiverights_state!5.3 : path@s? filename@s? trustee_name@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? standard_synchronize@b? access_system_security@b? generic_read@b? generic_write@b? generic_execute@b? generic_all@b? file_read_data@b? file_write_data@b? file_append_data@b? file_read_ea@b? file_write_ea@b? file_execute@b? file_delete_child@b? file_read_attributes@b? file_write_attributes@b? windows_view@s?
group_test!5.11
group_object!5.11 : (SET|group@s FILTER*)
group_state!5.11 : group@s? user@s? subgroup@s?
group_sid_test
group_sid_object : (SET|group_sid@s FILTER*)
group_sid_state : group_sid@s? user_sid@s? subgroup_sid@s?
interface_test
interface_object : (SET|name@s FILTER*)
interface_state : name@s? index@i? type@s? hardware_addr@s? inet_addr@q? broadcast_addr@q? netmask@q? addr_type@s?
junction_test
junction_object : (SET|behaviors? path@s FILTER*)
junction_state : path@s? canonical_path@s? windows_view@s?
license_test
license_object : (SET|name@s FILTER*)
license_state : name@s? type@s? value@a?
lockoutpolicy_test
lockoutpolicy_object : 
lockoutpolicy_state : force_logoff@i? lockout_duration@i? lockout_observation_window@i? lockout_threshold@i?
metabase_test
metabase_object : (SET|key@s id@i FILTER*)
metabase_state : key@s? id@i? name@s? user_type@s? data_type@s? data@a?
ntuser_test
ntuser_object : (SET|behaviors? key@s name@s FILTER*)
ntuser_state : key@s? name@s? sid@s? username@s? account_type@s? logged_on@b? enabled@b? date_modified@i? days_since_modified@i? filepath@s? last_write_time@i? type@s? value@a?
passwordpolicy_test
passwordpolicy_object : 
passwordpolicy_state : max_passwd_age@i? min_passwd_age@i? min_passwd_len@i? password_hist_len@i? password_complexity@b? reversible_encryption@b? anonymous_name_lookup@b?
peheader_test
peheader_object : (SET|behaviors? (filepath@s|path@s filename@s) FILTER*)
peheader_state : filepath@s? path@s? filename@s? header_signature@s? target_machine_type@s? number_of_sections@i? time_date_stamp@i? pointer_to_symbol_table@i? number_of_symbols@i? size_of_optional_header@i? image_file_relocs_stripped@b? image_file_executable_image@b? image_file_line_nums_stripped@b? image_file_local_syms_stripped@b? image_file_aggresive_ws_trim@b? image_file_large_address_aware@b? image_file_16bit_machine@b? image_file_bytes_reversed_lo@b? image_file_32bit_machine@b? image_file_debug_stripped@b? image_file_removable_run_from_swap@b? image_file_system@b? image_file_dll@b? image_file_up_system_only@b? image_file_bytes_reveresed_hi@b? magic_number@i? major_linker_version@i? minor_linker_version@i? size_of_code@i? size_of_initialized_data@i? size_of_uninitialized_data@i? address_of_entry_point@i? base_of_code@i? base_of_data@i? image_base_address@i? section_alignment@i? file_alignment@i? major_operating_system_version@i? minor_operating_system_version@i? major_image_version@i? minor_image_version@i? major_subsystem_version@i? minor_susbsystem_version@i? size_of_image@i? size_of_headers@i? checksum@i? subsystem@s? dll_characteristics@i? size_of_stack_reserve@i? size_of_stack_commit@i? size_of_heap_reserve@i? size_of_heap_commit@i? loader_flags@i? number_of_rva_and_sizes@i? real_number_of_directory_entries@i? windows_view@s?
port_test
port_object : (SET|local_address@q local_port@i protocol@s FILTER*)
port_state : local_address@q? local_port@i? protocol@s? pid@i? foreign_address@q? foreign_port@s?
printereffectiverights_test
printereffectiverights_object : (SET|behaviors? printer_name@s trustee_sid@s FILTER*)
printereffectiverights_state : printer_name@s? trustee_sid@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? standard_synchronize@b? access_system_security@b? generic_read@b? generic_write@b? generic_execute@b? generic_all@b? printer_access_administer@b? printer_access_use@b? job_access_administer@b? job_access_read@b?
process_test!5.8
process_object!5.8 : (SET|command_line@s)
process_state!5.8 : command_line@s? pid@i? ppid@i? priority@si? image_path@s? current_dir@s?
process58_test = = process_item
process58_object : (SET|command_line@s pid@i FILTER*)
process58_state : command_line@s? pid@i? ppid@i? priority@si? image_path@s? current_dir@s? creation_time@i? dep_enabled@b? primary_window_text@s? name@s?
registry_test
registry_object : (SET|behaviors? hive@s key@s name@s FILTER*)
registry_state : hive@s? key@s? name@s? last_write_time@i? type@s? value@a? expanded_value@a? windows_view@s?
regkeyauditedpermissions53_test = = regkeyauditedpermissions_item
regkeyauditedpermissions53_object : (SET|behaviors? hive@s key@s trustee_sid@s FILTER*)
regkeyauditedpermissions53_state : hive@s? key@s? trustee_sid@s? standard_delete@s? standard_read_control@s? standard_write_dac@s? standard_write_owner@s? standard_synchronize@s? access_system_security@s? generic_read@s? generic_write@s? generic_execute@s? generic_all@s? key_query_value@s? key_set_value@s? key_create_sub_key@s? key_enumerate_sub_keys@s? key_notify@s? key_create_link@s? key_wow64_64key@s? key_wow64_32key@s? key_wow64_res@s? windows_view@s?
regkeyauditedpermissions_test!5.3
regkeyauditedpermissions_object!5.3 : (SET|behaviors? hive@s key@s trustee_name@s)
regkeyauditedpermissions_state!5.3 : hive@s? key@s? trustee_name@s? standard_delete@s? standard_read_control@s? standard_write_dac@s? standard_write_owner@s? standard_synchronize@s? access_system_security@s? generic_read@s? generic_write@s? generic_execute@s? generic_all@s? key_query_value@s? key_set_value@s? key_create_sub_key@s? key_enumerate_sub_keys@s? key_notify@s? key_create_link@s? key_wow64_64key@s? key_wow64_32key@s? key_wow64_res@s? windows_view@s?
regkeyeffectiverights53_test = = regkeyeffectiverights_item
regkeyeffectiverights53_object : (SET|behaviors? hive@s key@s trustee_sid@s FILTER*)
regkeyeffectiverights53_state : hive@s? key@s? trustee_sid@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? standard_synchronize@b? access_system_security@b? generic_read@b? generic_write@b? generic_execute@b? generic_all@b? key_query_value@b? key_set_value@b? key_create_sub_key@b? key_enumerate_sub_keys@b? key_notify@b? key_create_link@b? key_wow64_64key@b? key_wow64_32key@b? key_wow64_res@b? windows_view@s?
regkeyeffectiverights_test!5.3
regkeyeffectiverights_object!5.3 : (SET|behaviors? hive@s key@s trustee_name@s)
regkeyeffectiverights_state!5.3 : hive@s? key@s? trustee_name@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? standard_synchronize@b? access_system_security@b? generic_read@b? generic_write@b? generic_execute@b? generic_all@b? key_query_value@b? key_set_value@b? key_create_sub_key@b? key_enumerate_sub_keys@b? key_notify@b? key_create_link@b? key_wow64_64key@b? key_wow64_32key@b? key_wow64_res@b? windows_view@s?
service_test
service_object : (SET|service_name@s FILTER*)
service_state : service_name@s? display_name@s? description@s? service_type@s? start_type@s? current_state@s? controls_accepted@s? start_name@s? path@s? pid@i? service_flag@b? dependencies@s?
serviceeffectiverights_test
serviceeffectiverights_object : (SET|behaviors? service_name@s trustee_sid@s FILTER*)
serviceeffectiverights_state : service_name@s? trustee_sid@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? generic_read@b? generic_write@b? generic_execute@b? service_query_conf@b? service_change_conf@b? service_query_stat@b? service_enum_dependents@b? service_start@b? service_stop@b? service_pause@b? service_interrogate@b? service_user_defined@b?
sharedresource_test
sharedresource_object : (SET|netname@s FILTER*)
sharedresource_state : netname@s? shared_type@s? max_uses@i? current_uses@i? local_path@s? access_read_permission@b? access_write_permission@b? access_create_permission@b? access_exec_permission@b? access_delete_permission@b? access_atrib_permission@b? access_perm_permission@b? access_all_permission@b?
sharedresourceauditedpermissions_test
sharedresourceauditedpermissions_object : (SET|behaviors? netname@s trustee_sid@s FILTER*)
sharedresourceauditedpermissions_state : netname@s? trustee_sid@s? standard_delete@s? standard_read_control@s? standard_write_dac@s? standard_write_owner@s? standard_synchronize@s? access_system_security@s? generic_read@s? generic_write@s? generic_execute@s? generic_all@s?
sharedresourceeffectiverights_test
sharedresourceeffectiverights_object : (SET|behaviors? netname@s trustee_sid@s FILTER*)
sharedresourceeffectiverights_state : netname@s? trustee_sid@s? standard_delete@b? standard_read_control@b? standard_write_dac@b? standard_write_owner@b? standard_synchronize@b? access_system_security@b? generic_read@b? generic_write@b? generic_execute@b? generic_all@b?
sid_test
sid_object : (SET|behaviors? trustee_name@s FILTER*)
sid_state : trustee_name@s? trustee_sid@s? trustee_domain@s?
sid_sid_test
sid_sid_object : (SET|behaviors? trustee_sid@s FILTER*)
sid_sid_state : trustee_sid@s? trustee_name@s? trustee_domain@s?
systemmetric_test
systemmetric_object : (SET|index@s FILTER*)
systemmetric_state : index@s? value@i?
uac_test
uac_object : 
uac_state : admin_approval_mode@b? elevation_prompt_admin@s? elevation_prompt_standard@s? detect_installations@b? elevate_signed_executables@b? elevate_uiaccess@b? run_admins_aam@b? secure_desktop@b? virtualize_write_failures@b?
user_test!5.11
user_object!5.11 : (SET|user@s FILTER*)
user_state!5.11 : user@s? enabled@b? group@s? last_logon@i? full_name@s? comment@s? password_age_days@i? lockout@b? passwd_notreqd@b? dont_expire_passwd@b? encrypted_text_password_allowed@b? not_delegated@b? use_des_key_only@b? dont_require_preauth@b? password_expired@b? smartcard_required@b? trusted_for_delegation@b? trusted_to_authenticate_for_delegation@b?
user_sid55_test = = user_sid_item
user_sid55_object : (SET|user_sid@s FILTER*)
user_sid55_state : user_sid@s? enabled@b? group_sid@s? last_logon@i?
user_sid_test!5.5
user_sid_object!5.5 : (SET|user@s)
user_sid_state!5.5 : user@s? enabled@b? group@s?
userright_test
userright_object : (SET|userright@s FILTER*)
userright_state : userright@s? trustee_name@s? trustee_sid@s?
volume_test
volume_object : (SET|rootpath@s FILTER*)
volume_state : rootpath@s? file_system@s? name@s? drive_type@s? volume_max_component_length@i? serial_number@i? file_case_sensitive_search@b? file_case_preserved_names@b? file_unicode_on_disk@b? file_persistent_acls@b? file_file_compression@b? file_volume_quotas@b? file_supports_sparse_files@b? file_supports_reparse_points@b? file_supports_remote_storage@b? file_volume_is_compressed@b? file_supports_object_ids@b? file_supports_encryption@b? file_named_streams@b? file_read_only_volume@b? file_sequential_write_once@b? file_supports_transactions@b? file_supports_hard_links@b? file_supports_extended_attributes@b? file_supports_open_by_file_id@b? file_supports_usn_journal@b?
wmi_test!5.7
wmi_object!5.7 : (SET|namespace@s wql@s)
wmi_state!5.7 : namespace@s? wql@s? result@a?
wmi57_test
wmi57_object : (SET|namespace@s wql@s FILTER*)
wmi57_state : namespace@s? wql@s? result@r?
wuaupdatesearcher_test
wuaupdatesearcher_object : (SET|behaviors? search_criteria@s FILTER*)
wuaupdatesearcher_state : search_criteria@s? update_id@s?
`;
