/**
 * Items of the types that are evaluated here, as the component schemas of OVAL 5.11.2 list them
 * (names, order, datatypes). A letter behind `@` is a datatype, see component.ts; `!5.8` says since
 * when something is deprecated.
 */
export const ITEM_TYPES = `
#independent
family_item : family@s?
filehash_item : filepath@s? path@s? filename@s? md5@s? sha1@s? windows_view@s?
filehash58_item : filepath@s? path@s? filename@s? hash_type@s? hash@s? windows_view@s?
environmentvariable_item : name@s? value@a?
environmentvariable58_item : pid@i? name@s? value@a?
ldap_item : suffix@s? relative_dn@s? attribute@s? object_class@s? ldaptype@s? value@a*
ldap57_item : suffix@s? relative_dn@s? attribute@s? object_class@s? ldaptype@s? value@r*
sql_item : engine@s? version@s? connection_string@s? sql@s? result@a*
sql57_item : engine@s? version@s? connection_string@s? sql@s? result@r*
textfilecontent_item : filepath@s? path@s? filename@s? pattern@s? instance@i? line@s? text@a? subexpression@a* windows_view@s?
variable_item : var_ref@s? value@a*
xmlfilecontent_item : filepath@s? path@s? filename@s? xpath@s? value_of@a* windows_view@s?
yamlfilecontent_item : filepath@s? path@s? filename@s? content@s? yamlpath@s? value@r* windows_view@s?
#linux
apparmorstatus_item : loaded_profiles_count@i? enforce_mode_profiles_count@i? complain_mode_profiles_count@i? processes_with_profiles_count@i? enforce_mode_processes_count@i? complain_mode_processes_count@i? unconfined_processes_with_profiles_count@i?
dpkginfo_item : name@s? arch@s? epoch@si? release@sv? version@sv? evr@ed?
iflisteners_item : interface_name@s? protocol@s? hw_address@s? program_name@s? pid@i? user_id@i?
inetlisteningserver_item : protocol@s? local_address@q? local_port@i? local_full_address@s? program_name@s? foreign_address@q? foreign_port@i? foreign_full_address@s? pid@i? user_id@i?
partition_item : mount_point@s? device@s? uuid@s? fs_type@s? mount_options@s* total_space@i? space_used@i? space_left@i? space_left_for_unprivileged_users@i? block_size@i?
rpminfo_item : name@s? arch@s? epoch@si? release@sv? version@sv? evr@e? signature_keyid@s? extended_name@s? filepath@s*
rpmverify_item : name@s? filepath@s? size_differs@s? mode_differs@s? md5_differs@s? device_differs@s? link_mismatch@s? ownership_differs@s? group_differs@s? mtime_differs@s? capabilities_differ@s? configuration_file@b? documentation_file@b? ghost_file@b? license_file@b? readme_file@b?
rpmverifyfile_item : name@s? epoch@si? version@sv? release@sv? arch@s? filepath@s? extended_name@s? size_differs@s? mode_differs@s? md5_differs@s? filedigest_differs@s? device_differs@s? link_mismatch@s? ownership_differs@s? group_differs@s? mtime_differs@s? capabilities_differ@s? configuration_file@b? documentation_file@b? ghost_file@b? license_file@b? readme_file@b?
rpmverifypackage_item : name@s? epoch@si? version@sv? release@sv? arch@s? extended_name@s? dependency_check_passed@b? digest_check_passed@b? verification_script_successful@b? signature_check_passed@b?
selinuxboolean_item : name@s? current_status@b? pending_status@b?
selinuxsecuritycontext_item : filepath@s? path@s? filename@s? pid@i? user@s? role@s? type@s? low_sensitivity@s? low_category@s? high_sensitivity@s? high_category@s? rawlow_sensitivity@s? rawlow_category@s? rawhigh_sensitivity@s? rawhigh_category@s?
slackwarepkginfo_item : name@s? version@sv? architecture@s? revision@s?
systemdunitdependency_item : unit@s? dependency@s*
systemdunitproperty_item : unit@s? property@s? value@a*
#unix
dnscache_item : domain_name@s? ttl@i? ip_address@q*
file_item : filepath@s? path@s? filename@s? type@s? group_id@si? user_id@si? a_time@si? c_time@si? m_time@si? size@i? suid@b? sgid@b? sticky@b? uread@b? uwrite@b? uexec@b? gread@b? gwrite@b? gexec@b? oread@b? owrite@b? oexec@b? has_extended_acl@b?
fileextendedattribute_item : filepath@s? path@s? filename@s? attribute_name@s? value@a?
gconf_item : key@s? source@s? type@s? is_writable@b? mod_user@s? mod_time@i? is_default@b? value@a*
inetd_item : protocol@s? service_name@s? server_program@s? server_arguments@s? endpoint_type@s? exec_as_user@s? wait_status@s?
interface_item : name@s? type@s? hardware_addr@s? inet_addr@q? broadcast_addr@q? netmask@q? flag@s*
password_item : username@s? password@s? user_id@si? group_id@si? gcos@s? home_dir@s? login_shell@s? last_login@i?
process_item : command@s? exec_time@s? pid@i? ppid@i? priority@i? ruid@i? scheduling_class@s? start_time@s? tty@s? user_id@i?
process58_item : command_line@s? exec_time@s? pid@i? ppid@i? priority@i? ruid@i? scheduling_class@s? start_time@s? tty@s? user_id@i? exec_shield@b? loginuid@i? posix_capability@s* selinux_domain_label@s? session_id@i?
routingtable_item : destination@p? gateway@p? flags@s* interface_name@s?
runlevel_item : service_name@s? runlevel@s? start@b? kill@b?
sccs_item : filepath@s? path@s? filename@s? module_name@s? module_type@s? release@s? level@s? branch@s? sequence@s? what_string@s?
shadow_item : username@s? password@s? chg_lst@si? chg_allow@si? chg_req@si? exp_warn@si? exp_inact@si? exp_date@si? flag@si? encrypt_method@s?
symlink_item : filepath@s canonical_path@s
sysctl_item : name@s? value@a*
uname_item : machine_class@s? node_name@s? os_name@s? os_release@s? os_version@s? processor_type@s?
xinetd_item : protocol@s? service_name@s? flags@s* no_access@s* only_from@q* port@i? server@s? server_arguments@s? socket_type@s? type@s* user@s? wait@b? disabled@b?
`;
