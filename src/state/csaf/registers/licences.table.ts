/**
 * Names of licences and exceptions: the SPDX License List (2026) and the ScanCode LicenseDB of AboutCode
 * (2025-07), as facts. Names are compared without case (SPDX 3.0.1 Annex B).
 */

export const SPDX_LICENSES = `
  0BSD 3D-Slicer-1.0 AAL ADSL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0-only
  AGPL-1.0-or-later AGPL-3.0-only AGPL-3.0-or-later ALGLIB-Documentation AMD-newlib AMDPLPA AML
  AML-glslang AMPAS ANTLR-PD ANTLR-PD-fallback APAFML APL-1.0 APSL-1.0 APSL-1.1 APSL-1.2
  APSL-2.0 ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1 Abstyles AdaCore-doc Adobe-2006
  Adobe-Display-PostScript Adobe-Glyph Adobe-Utopia Advanced-Cryptics-Dictionary Afmparse
  Aladdin Apache-1.0 Apache-1.1 Apache-2.0 App-s2p Arphic-1999 Artistic-1.0 Artistic-1.0-Perl
  Artistic-1.0-cl8 Artistic-2.0 Artistic-dist Aspell-RU BOLA-1.1 BSD-1-Clause BSD-2-Clause
  BSD-2-Clause-Darwin BSD-2-Clause-Patent BSD-2-Clause-Views BSD-2-Clause-first-lines
  BSD-2-Clause-pkgconf-disclaimer BSD-2-Clause-pos-unchanged BSD-3-Clause
  BSD-3-Clause-Attribution BSD-3-Clause-Clear BSD-3-Clause-HP BSD-3-Clause-LBNL
  BSD-3-Clause-Modification BSD-3-Clause-No-Military-License BSD-3-Clause-No-Nuclear-License
  BSD-3-Clause-No-Nuclear-License-2014 BSD-3-Clause-No-Nuclear-Warranty BSD-3-Clause-Open-MPI
  BSD-3-Clause-OpenWebUI BSD-3-Clause-Sun BSD-3-Clause-Tso BSD-3-Clause-acpica BSD-3-Clause-flex
  BSD-4-Clause BSD-4-Clause-Shortened BSD-4-Clause-UC BSD-4.3RENO BSD-4.3TAHOE
  BSD-Advertising-Acknowledgement BSD-Attribution-HPND-disclaimer BSD-Inferno-Nettverk
  BSD-Mark-Modifications BSD-Protection BSD-Source-Code BSD-Source-Code-no-disclaimer
  BSD-Source-alt-GPL BSD-Source-beginning-file BSD-Systemics BSD-Systemics-W3Works
  BSD-ask-to-endorse BSL-1.0 BUSL-1.1 Baekmuk Bahyph Barr Beerware BitTorrent-1.0 BitTorrent-1.1
  Bitstream-Charter Bitstream-Vera BlueOak-1.0.0 Boehm-GC Boehm-GC-without-fee Borceux
  Brian-Gladman-2-Clause Brian-Gladman-3-Clause Brian-Gladman-3-Clause-no-conversion Buddy
  Bugroff C-UDA-1.0 CAL-1.0 CAL-1.0-Combined-Work-Exception CAPEC-tou CATOSL-1.1 CC-BY-1.0
  CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE
  CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0 CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5
  CC-BY-NC-3.0 CC-BY-NC-3.0-DE CC-BY-NC-3.0-IGO CC-BY-NC-4.0 CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0
  CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-3.0-DE CC-BY-NC-ND-3.0-IGO CC-BY-NC-ND-4.0
  CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR CC-BY-NC-SA-2.0-UK
  CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-NC-SA-4.0
  CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-3.0-DE CC-BY-ND-4.0 CC-BY-SA-1.0
  CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-3.0-AT
  CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO CC-BY-SA-4.0 CC-PDDC CC-PDM-1.0 CC-SA-1.0 CC0-1.0 CDDL-1.0
  CDDL-1.1 CDL-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 CECILL-1.0
  CECILL-1.1 CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C CERN-OHL-1.1 CERN-OHL-1.2 CERN-OHL-P-2.0
  CERN-OHL-S-2.0 CERN-OHL-W-2.0 CFITSIO CMU-Mach CMU-Mach-nodoc CNRI-Jython CNRI-Python
  CNRI-Python-GPL-Compatible COIL-1.0 CPAL-1.0 CPL-1.0 CPOL-1.02 CUA-OPL-1.0 Caldera
  Caldera-no-preamble Catharon ClArtistic Clips Community-Spec-1.0 Condor-1.1
  Cornell-Lossless-JPEG Cronyx Crossword CryptoSwift CrystalStacker Cube D-FSL-1.0 DEC-3-Clause
  DL-DE-BY-2.0 DL-DE-ZERO-2.0 DOC DRL-1.0 DRL-1.1 DSDP DocBook-DTD DocBook-Schema
  DocBook-Stylesheet DocBook-XML Dotseqn ECL-1.0 ECL-2.0 EFL-1.0 EFL-2.0 EPICS EPL-1.0 EPL-2.0
  ESA-PL-permissive-2.4 ESA-PL-strong-copyleft-2.4 ESA-PL-weak-copyleft-2.4 EUDatagrid EUPL-1.0
  EUPL-1.1 EUPL-1.2 Elastic-2.0 Entessa ErlPL-1.1 Eurosym FBM FDK-AAC FDK-MPEG-H FSFAP
  FSFAP-no-warranty-disclaimer FSFUL FSFULLR FSFULLRSD FSFULLRWD FSL-1.1-ALv2 FSL-1.1-MIT FTL
  Fair Ferguson-Twofish Frameworx-1.0 FreeBSD-DOC FreeImage Furuseth GCR-docs GD
  GFDL-1.1-invariants-only GFDL-1.1-invariants-or-later GFDL-1.1-no-invariants-only
  GFDL-1.1-no-invariants-or-later GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2-invariants-only
  GFDL-1.2-invariants-or-later GFDL-1.2-no-invariants-only GFDL-1.2-no-invariants-or-later
  GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3-invariants-only GFDL-1.3-invariants-or-later
  GFDL-1.3-no-invariants-only GFDL-1.3-no-invariants-or-later GFDL-1.3-only GFDL-1.3-or-later
  GL2PS GLWTPL GPL-1.0-only GPL-1.0-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only
  GPL-3.0-or-later Game-Programming-Gems Giftware Glide Glulxe Graphics-Gems Gutmann HDF5 HIDAPI
  HP-1986 HP-1989 HPND HPND-DEC HPND-Fenneberg-Livingston HPND-INRIA-IMAG HPND-Intel
  HPND-Kevlin-Henney HPND-MIT-disclaimer HPND-Markus-Kuhn HPND-Netrek HPND-Pbmplus HPND-SMC
  HPND-UC HPND-UC-export-US HPND-doc HPND-doc-sell HPND-export-US HPND-export-US-acknowledgement
  HPND-export-US-modify HPND-export2-US HPND-merchantability-variant
  HPND-sell-MIT-disclaimer-xserver HPND-sell-regexpr HPND-sell-variant
  HPND-sell-variant-MIT-disclaimer HPND-sell-variant-MIT-disclaimer-rev
  HPND-sell-variant-critical-systems HTMLTIDY HaskellReport Hippocratic-2.1 Hippocratic-3.0-core
  IBM-pibs ICU IEC-Code-Components-EULA IJG IJG-short IPA IPL-1.0 ISC ISC-Veillard
  ISO-permission ImageMagick Imlib2 Info-ZIP Informatica Inner-Net-2.0 InnoSetup Intel
  Intel-ACPI Interbase-1.0 JPL-image JPNIC JSON Jam JasPer-2.0 Kastrup Kazlib Knuth-CTAN LAL-1.2
  LAL-1.3 LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only
  LGPL-3.0-or-later LGPLLR LOOP LPD-document LPL-1.0 LPL-1.02 LPPL-1.0 LPPL-1.1 LPPL-1.2
  LPPL-1.3a LPPL-1.3c LZMA-SDK-9.11-to-9.20 LZMA-SDK-9.22 Latex2e Latex2e-translated-notice
  Leptonica LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 Libpng Linux-OpenIB Linux-man-pages-1-para
  Linux-man-pages-copyleft Linux-man-pages-copyleft-2-para Linux-man-pages-copyleft-var
  Lucida-Bitmap-Fonts MIPS MIT MIT-0 MIT-CMU MIT-Click MIT-Festival MIT-Khronos-old
  MIT-Modern-Variant MIT-STK MIT-Wu MIT-advertising MIT-enna MIT-feh MIT-open-group
  MIT-testregex MITNFA MMIXware MMPL-1.0.1 MPEG-SSG MPL-1.0 MPL-1.1 MPL-2.0
  MPL-2.0-no-copyleft-exception MS-LPL MS-PL MS-RL MTLL MVT-1.1 Mackerras-3-Clause
  Mackerras-3-Clause-acknowledgment MakeIndex Martin-Birgmeier McPhee-slideshow Minpack MirOS
  Motosoto MulanPSL-1.0 MulanPSL-2.0 Multics Mup NAIST-2003 NASA-1.3 NBPL-1.0 NCBI-PD
  NCGL-UK-2.0 NCL NCSA NGPL NICTA-1.0 NIST-PD NIST-PD-TNT NIST-PD-fallback NIST-Software
  NLOD-1.0 NLOD-2.0 NLPL NOSL NPL-1.0 NPL-1.1 NPOSL-3.0 NRL NTIA-PD NTP NTP-0 Naumen NetCDF
  Newsletr Nokia Noweb O-UDA-1.0 OAR OCCT-PL OCLC-2.0 ODC-By-1.0 ODbL-1.0 OFFIS OFL-1.0
  OFL-1.0-RFN OFL-1.0-no-RFN OFL-1.1 OFL-1.1-RFN OFL-1.1-no-RFN OGC-1.0 OGDL-Taiwan-1.0
  OGL-Canada-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OGTSL OLDAP-1.1 OLDAP-1.2 OLDAP-1.3 OLDAP-1.4
  OLDAP-2.0 OLDAP-2.0.1 OLDAP-2.1 OLDAP-2.2 OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4
  OLDAP-2.5 OLDAP-2.6 OLDAP-2.7 OLDAP-2.8 OLFL-1.3 OML OPL-1.0 OPL-UK-3.0 OPUBL-1.0 OSC-1.0
  OSET-PL-2.1 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 OSSP OpenMDW-1.0 OpenPBS-2.3 OpenSSL
  OpenSSL-standalone OpenVision PADL PDDL-1.0 PHP-3.0 PHP-3.01 PPL PSF-2.0
  ParaType-Free-Font-1.3 Parity-6.0.0 Parity-7.0.0 Pixar Plexus PolyForm-Noncommercial-1.0.0
  PolyForm-Small-Business-1.0.0 PostgreSQL Python-2.0 Python-2.0.1 QPL-1.0 QPL-1.0-INRIA-2004
  Qhull RHeCos-1.1 RPL-1.1 RPL-1.5 RPSL-1.0 RSA-MD RSCPL Rdisc Ruby Ruby-pty SAX-PD SAX-PD-2.0
  SCEA SGI-B-1.0 SGI-B-1.1 SGI-B-2.0 SGI-OpenGL SGMLUG-PM SGP4 SHL-0.5 SHL-0.51 SISSL SISSL-1.2
  SL SMAIL-GPL SMLNJ SMPPL SNIA SOFA SPL-1.0 SSH-OpenSSH SSH-short SSLeay-standalone SSPL-1.0
  SUL-1.0 SWL Saxpath SchemeReport Sendmail Sendmail-8.23 Sendmail-Open-Source-1.1 SimPL-2.0
  Sleepycat Soundex Spencer-86 Spencer-94 Spencer-99 SugarCRM-1.1.3 Sun-PPP Sun-PPP-2000 SunPro
  Symlinks TAPR-OHL-1.0 TCL TCP-wrappers TGPPL-1.0 TMate TORQUE-1.1 TOSL TPDL TPL-1.0 TTWL TTYP0
  TU-Berlin-1.0 TU-Berlin-2.0 TekHVC TermReadKey ThirdEye TrustedQSL UCAR UCL-1.0 UMich-Merit
  UPL-1.0 URT-RLE Ubuntu-font-1.0 UnRAR Unicode-3.0 Unicode-DFS-2015 Unicode-DFS-2016
  Unicode-TOU UnixCrypt Unlicense Unlicense-libtelnet Unlicense-libwhirlpool VOSTROM VSL-1.0 Vim
  Vixie-Cron W3C W3C-19980720 W3C-20150513 WTFNMFPL WTFPL Watcom-1.0 Widget-Workshop WordNet
  Wsuipa X11 X11-distribute-modifications-variant X11-no-permit-persons X11-swapped XFree86-1.1
  XSkat Xdebug-1.03 Xerox Xfig Xnet YPL-1.0 YPL-1.1 ZPL-1.1 ZPL-2.0 ZPL-2.1 Zed Zeeff Zend-2.0
  Zimbra-1.3 Zimbra-1.4 Zlib any-OSI any-OSI-perl-modules atc-game bcrypt-Solar-Designer
  blessing bzip2-1.0.6 check-cvs checkmk copyleft-next-0.3.0 copyleft-next-0.3.1 curl cve-tou
  diffmark dtoa dvipdfm eGenix etalab-2.0 fwlw gSOAP-1.3b generic-xts gnuplot gtkbook hdparm
  hyphen-bulgarian iMatix jove libpng-1.6.35 libpng-2.0 libselinux-1.0 libtiff
  libutil-David-Nugent lsof magaz mailprio man2html metamail mpi-permissive mpich2 mplus ngrep
  pkgconf pnmstitch psfrag psutils python-ldap radvd snprintf softSurfer ssh-keyscan swrule
  threeparttable ulem w3m wwl xinetd xkeyboard-config-Zinoviev xlock xpp xzoom
  zlib-acknowledgement
`;

export const SPDX_DEPRECATED = `
  AGPL-1.0 AGPL-3.0 BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD GFDL-1.1 GFDL-1.2 GFDL-1.3 GPL-1.0
  GPL-2.0 GPL-2.0-with-GCC-exception GPL-2.0-with-autoconf-exception
  GPL-2.0-with-bison-exception GPL-2.0-with-classpath-exception GPL-2.0-with-font-exception
  GPL-3.0 GPL-3.0-with-GCC-exception GPL-3.0-with-autoconf-exception LGPL-2.0 LGPL-2.1 LGPL-3.0
  Net-SNMP Nunit StandardML-NJ bzip2-1.0.5 eCos-2.0 wxWindows
`;

export const SPDX_EXCEPTIONS = `
  389-exception Asterisk-exception Autoconf-exception-2.0 Autoconf-exception-3.0
  Autoconf-exception-generic Autoconf-exception-generic-3.0 Autoconf-exception-macro
  Bison-exception-1.24 Bison-exception-2.2 Bootloader-exception Classpath-exception-2.0
  CLISP-exception-2.0 cryptsetup-OpenSSL-exception DigiRule-FOSS-exception eCos-exception-2.0
  Fawkes-Runtime-exception FLTK-exception fmt-exception Font-exception-2.0
  freertos-exception-2.0 GCC-exception-2.0 GCC-exception-2.0-note GCC-exception-3.1
  Gmsh-exception GNAT-exception GNOME-examples-exception GNU-compiler-exception
  gnu-javamail-exception GPL-3.0-interface-exception GPL-3.0-linking-exception
  GPL-3.0-linking-source-exception GPL-CC-1.0 GStreamer-exception-2005 GStreamer-exception-2008
  i2p-gpl-java-exception KiCad-libraries-exception LGPL-3.0-linking-exception
  libpri-OpenH323-exception Libtool-exception Linux-syscall-note LLGPL LLVM-exception
  LZMA-exception mif-exception OCaml-LGPL-linking-exception OCCT-exception-1.0
  OpenJDK-assembly-exception-1.0 openvpn-openssl-exception PS-or-PDF-font-exception-20170817
  QPL-1.0-INRIA-2004-exception Qt-GPL-exception-1.0 Qt-LGPL-exception-1.1 Qwt-exception-1.0
  SANE-exception SHL-2.0 SHL-2.1 stunnel-exception SWI-exception Swift-exception
  Texinfo-exception u-boot-exception-2.0 UBDL-exception Universal-FOSS-exception-1.0
  vsftpd-openssl-exception WxWindows-exception-3.1 x11vnc-openssl-exception
`;

export const SPDX_DEPRECATED_EXCEPTIONS = `
  Nokia-Qt-exception-1.1
`;

/** Behind the prefix `LicenseRef-scancode-`; exceptions among them. */
export const SCANCODE = `
  3com-microcode 3dslicer-1.0 4suite-1.1 996-icu-1.0 Hippocratic-3.0 a-star-logic-memoire-temp
  aardvark-py-2014 abrms ac3filter accellera-systemc accountability-commercial-1.1 acdl-1.0
  acki-nacki-node-2024-10-04 acm-sla acroname-bdk acter-psl-1.0 activepieces-enterprise-2023
  activestate-community activestate-community-2012 activestate-komodo-edit activision-eula
  actuate-birt-ihub-ftype-sla ada-linking-exception adaptec-downloadable adaptec-eula
  adcolony-tos-2022 addthis-mobile-sdk-1.0 adi-bsd adi-bsd-2011 adi-bsd-2017
  adobe-acrobat-reader-eula adobe-air-sdk adobe-air-sdk-2014 adobe-color-profile-bundling
  adobe-color-profile-license adobe-dng-sdk adobe-dng-spec-patent adobe-eula
  adobe-flash-player-eula-21.0 adobe-flex-4-sdk adobe-flex-sdk adobe-general-tou
  adobe-indesign-sdk adobe-postscript adrian aes-128-3.0 afpl-9.0 ag-grid-enterprise agentxpp
  agere-bsd agere-sla ago-private-1.0 agpl-2.0 agpl-generic-additional-terms agtpl alasir
  aldor-public-2.0 alexisisaac-freeware alfresco-exception-0.5 allen-institute-software-2018
  alliance-open-media-patent-1.0 altermime altova-eula amazon-redshift-jdbc amazon-sl
  amd-aspf-2023 amd-historical amd-linux-firmware amd-linux-firmware-export
  amlogic-linux-firmware amplication-ee-2022 ams-fonts anaconda-tos-2024-03-30 android-sdk-2009
  android-sdk-2012 android-sdk-2021 android-sdk-license android-sdk-preview-2015 anepokis-1.0
  angi-1.0 anti-capitalist-1.4 anu-license apache-patent-exception apl-1.1 appfire-eula
  apple-academic-lisa-os-3.1 apple-attribution apple-attribution-1997 apple-excl
  apple-mfi-license apple-ml-ferret-2023 apple-mpeg-4 apple-sscl appsflyer-framework
  apromore-exception-2.0 aptana-1.0 aptana-exception-3.0 arachni-psl-1.0 aravindan-premkumar
  argouml arm-cortex-mx arm-llvm-sga arphic-public array-input-method-pl artistic-1988-1.0
  asal-1.0 ascender-eula ascender-web-fonts aslp aslr asmus asn1 asn1cc-exception-gpl-2.0
  aswf-digital-assets-1.0 aswf-digital-assets-1.1 ati-eula atkinson-hyperlegible-font
  atlassian-marketplace-tou atmel-firmware atmel-linux-firmware atmel-microcontroller
  atmosphere-0.4 authorizenet-sdk autoconf-macro-exception autoconf-simple-exception
  autoconf-simple-exception-2.0 autodesk-3d-sft-3.0 autoit-eula autoopts-exception-2.0
  autosar-proprietary avdpro-2023-10-30 avisynth-c-exception avisynth-linking-exception
  avsystem-5-clause aws-ip-2021 bacula-exception baekmuk-fonts bakoma-fonts-1995 bapl-1.0
  baserow-ee-2019 baserow-pe-2019 bash-exception-gpl-2.0 bcm-linking-exception-2.0 bea-2.1
  beal-screamer beegfs-eula-2024 beri-hw-sw-1.0 berryai-2024 bigcode-open-rail-m-v1 bigdigits
  bigelow-holmes bigscience-open-rail-m bigscience-open-rail-m2 bigscience-rail-1.0
  binary-linux-firmware binary-linux-firmware-patent biopython bison-exception-2.0 bitstream
  bittorrent-1.2 bittorrent-eula bitwarden-1.0 bitzi-pd blas-2017 blender-2010 blitz-artistic
  bloomberg-blpapi bohl-0.2 bola10 bola11 boost-original boutell-libgd-2021 bpel4ws-spec bpmn-io
  brad-martinez-vb-32 brankas-open-license-1.0 brent-corkum brian-clapper brian-gladman
  brian-gladman-3-clause brian-gladman-dual broadcom-cfe broadcom-commercial
  broadcom-confidential broadcom-linux-firmware broadcom-linux-timer broadcom-opus-patent
  broadcom-proprietary broadcom-raspberry-pi broadcom-standard-terms
  broadcom-unmodified-exception broadcom-wiced broadleaf-fair-use brocade-firmware bruno-podetti
  bsd-1-clause-build bsd-1988 bsd-2-clause-plus-advertizing bsd-3-clause-devine bsd-3-clause-fda
  bsd-3-clause-jtag bsd-3-clause-no-change bsd-3-clause-no-military bsd-3-clause-no-trademark
  bsd-3-clause-sun bsd-ack-carrot2 bsd-artwork bsd-atmel bsd-axis-nomod bsd-credit bsd-dpt
  bsd-endorsement-allowed bsd-export bsd-gnu-efi bsd-innosys bsd-mylex bsd-new-derivative
  bsd-new-nomod bsd-new-tcpdump bsd-no-disclaimer bsd-no-disclaimer-unmodified bsd-no-mod
  bsd-original-muscle bsd-original-uc-1986 bsd-original-voices bsd-plus-mod-notice
  bsd-simplified-darwin bsd-simplified-intel bsd-simplified-source bsd-top bsd-top-gpl-addition
  bsd-unchanged bsd-unmodified bsd-x11 bsl-1.0 bsl-1.1 bsla bsla-no-advert bugsense-sdk bytemark
  c-fsl-1.1 ca-ossl-1.0 cadence-linux-firmware can-ogl-alberta-2.1 can-ogl-british-columbia-2.0
  can-ogl-nova-scotia-1.0 can-ogl-ontario-1.0 can-ogl-toronto-1.0 canonical-ha-cla-any-e-v1.2
  canonical-ha-cla-any-i-v1.2 capec-tou caramel-1.0 careware carnegie-mellon
  carnegie-mellon-contributors catharon-osl cavium-linux-firmware cavium-malloc
  cavium-targeted-hardware cc-by-2.0-uk cc-by-nc-nd-2.0-at cc-by-nc-nd-2.0-au cc-by-nc-sa-3.0-us
  cc-devnations-2.0 cc-gpl-2.0-pt cc-lgpl-2.1-pt cc-nc-1.0 cc-nc-sampling-plus-1.0 cc-nd-1.0
  cc-pdm-1.0 cc-sa-1.0 cc-sampling-1.0 cc-sampling-plus-1.0 ccg-research-academic cclrc
  cecill-1.0-en cecill-2.0-fr cecill-2.1-fr cecill-b-en cecill-c-en cern-attribution-1995
  cexcept-2008 cgic chameleon-research-2024 charmpp-2019 charmpp-converse-2017 chartdirector-6.0
  chelsio-linux-firmware chicken-dl-0.2 chillicream-1.0 chris-maunder chris-stoy
  christopher-velazquez cisco-avch264-patent civicrm-exception-to-agpl-3.0 classic-vb
  clause-6-exception-lgpl-2.1 clear-bsd-1-clause clearthought-2.0 click-license clips-2017
  clojure-exception-to-gpl-3.0 cloudera-express cmigemo cmu-computing-services cmu-flite cmu-mit
  cmu-nara-nagoya cmu-simple cmu-template cncf-corporate-cla-1.0 cncf-individual-cla-1.0
  cockroach cockroachdb-2024-10-01 cockroachdb-use-grant-bsl-1.1
  cockroachdb-use-grant-for-bsl-1.1 code-credit-license-1.0.0 code-credit-license-1.0.1
  code-credit-license-1.1.0 codeguru-permissions codelite-exception-to-gpl codesourcery-2004
  codexia cognitive-web-osl-1.1 colt com-oreilly-servlet commercial-license commonj-timer
  commons-clause compass componentace-jcraft compuphase-linking-exception concursive-pl-1.0
  confluent-community-1.0 cooperative-non-violent-4.0 cooperative-non-violent-6.0
  cooperative-non-violent-7.0 copyheart corporate-accountability-1.1
  corporate-accountability-commercial-1.1 cosl cosli couchbase-community couchbase-enterprise
  cpl-0.5 cpm-2022 cpol-1.0 cpp-core-guidelines crapl-0.1 crashlytics-agreement-2018 crcalc
  crunchbase-data-2019-12-17 crypto-keys-redistribution cryptopp cryptoswift csl-1.0 csla csprng
  ctl-linux-firmware cubiware-software-1.0 cups cups-apple-os-exception cve-tou cvwl cwe-tou
  cximage cygwin-exception-2.0 cygwin-exception-3.0 cygwin-exception-lgpl-3.0-plus
  cypress-linux-firmware cyverse-3-clause-2017 d-fsl-1.0-en d-zlib daikon-2022 damail
  dante-treglia databricks-db databricks-dbx-2021 datamekanix-license day-spec dbad dbad-1.1
  dbcl-1.0 dbisl-1.0 dbmx-foss-exception-1.0.9 dbmx-linking-exception-1.0 dco-1.0 dco-1.1
  deepseek-la-1.0 defensive-patent-1.1 defold-1.0 delorie-historical dennis-ferguson
  devblocks-1.0 dgraph-cla dhb-lbnl-bsd-2007 dhb-limited-bsd-2015 dhtmlab-public
  digia-qt-commercial digia-qt-preview divx-open-1.0 divx-open-2.1 djangosnippets-tos
  dl-de-by-1-0-de dl-de-by-1-0-en dl-de-by-2-0-de dl-de-by-2-0-en dl-de-by-nc-1-0-de
  dl-de-by-nc-1-0-en dmalloc dmtf-2017 do-no-harm-0.1 docbook dos32a-extender dosa-1.0
  douglas-young dpl-1.1 drl-1.1 dropbear dropbear-2016 drul-1.0 dtree dual-commercial-gpl
  duende-sla-2022 dumb dune-exception dwtfnmfpl-3.0 dynamic-drive-tou dynarch-developer
  dynarch-linkware ecfonts-1.0 eclipse-sua-2001 eclipse-sua-2002 eclipse-sua-2003
  eclipse-sua-2004 eclipse-sua-2005 eclipse-sua-2010 eclipse-sua-2011 eclipse-sua-2014
  eclipse-sua-2014-11 eclipse-sua-2017 eclipse-tck-1.1 ecma-documentation ecma-no-patent
  ecma-patent-coc-0 ecma-patent-coc-1 ecma-patent-coc-2 ecma-standard-copyright-2024 ecosrh-1.0
  edrdg-2000 efsl-1.0 efsl-2.0 egenix-1.0.0 egrappler ej-technologies-eula
  ekiga-exception-2.0-plus ekioh elastic-license-2018 elastic-license-v2 elib-gpl
  elixir-trademark-policy ellis-lab embedthis-evaluation embedthis-extension embedthis-tou-2022
  emit emx-library energyplus-2023 energyplus-bsd enhydra-1.1 epaperpress epo-osl-2005.1
  epson-avasys-pl-2008 epson-linux-sla-2023 eqvsl-1.0 eric-glass errbot-exception esri
  esri-devkit etalab-2.0 etalab-2.0-en etalab-2.0-fr examdiff exaone-ai-model-1.1-nc
  excelsior-jet-runtime exception-3.0 fabien-tassin fabric-agreement-2017 facebook-nuclide
  facebook-patent-rights-2 facebook-software-license fair-ai-public-1.0 fair-ai-public-1.0-sd
  fair-source-0.9 falcon-2-11b-1.0 fancyzoom far-manager-exception fastbuild-2012-2020 fatfs
  fcl-1.0-apache-2.0 fcl-1.0-mit ffsl-1 fftpack-2004 filament-group-mit first-epss-usage
  first-works-appreciative-1.2 flex-2.5 flex2sdk flora-1.1 flowcrypt-1.0 flowcrypt-1.1
  flowcrypt-1.2 flowplayer-gpl-3.0 flux-1-nc font-alias foobar2000 fpdf fpl fplot
  fraunhofer-fdk-aac-codec fraunhofer-iso-14496-10 free-art-1.3 free-fork free-surfer-1.0
  free-unknown freebsd-boot freebsd-doc freebsd-first freemarker freertos-mit freetts
  freetype-patent froala-owdl-1.0 frontier-1.0 fsf-notice fsf-regex-gpl
  fsf-unlimited-no-warranty fsl-1.0-apache-2.0 fsl-1.0-mit fsl-1.1-apache-2.0 fsl-1.1-mit ftdi
  ftpbean fujion-exception-to-apache-2.0 futo-sfl-1.0 g10-permissive gareth-mccaughan
  gary-s-brown gatling-highcharts gaussian-splatting-2024 gcc-compiler-exception-2.0
  gcc-exception-3.0 gcel-2022 gco-v3.0 gdcl geant4-sl-1.0 gemma-tou-2024-04-01
  generaluser-gs-2.0 generic-amiwm generic-cla generic-exception generic-export-compliance
  generic-loop generic-tos generic-trademark genivia-gsoap genode-agpl-3.0-exception
  geoff-kuenning-1993 geogebra-ncla-2022 geoserver-exception-2.0-plus ghostpdl-permissive
  ghostscript-1988 gigablast-apache-2.0-exception github-codeql-terms-2020 gitlab-ee
  gitleaks-action-eula gitpod-self-hosted-free-2020 gladman-older-rijndael-code
  gladman-older-rijndael-code-use glut gnu-emacs-gpl-1985 gnu-emacs-gpl-1988 goahead good-boy
  google-analytics-tos google-analytics-tos-2015 google-analytics-tos-2016
  google-analytics-tos-2019 google-apis-tos-2021 google-cla google-corporate-cla
  google-maps-tos-2018-02-07 google-maps-tos-2018-05-01 google-maps-tos-2018-06-07
  google-maps-tos-2018-07-09 google-maps-tos-2018-07-19 google-maps-tos-2018-10-01
  google-maps-tos-2018-10-31 google-maps-tos-2019-05-02 google-maps-tos-2019-11-21
  google-maps-tos-2020-04-02 google-maps-tos-2020-04-27 google-maps-tos-2020-05-06
  google-ml-kit-tos-2022 google-patent-license google-patent-license-fuchsia
  google-patent-license-golang google-patent-license-webm google-patent-license-webrtc
  google-playcore-sdk-tos-2020 google-tos-2013 google-tos-2014 google-tos-2017 google-tos-2019
  google-tos-2020 gpl-2.0-adaptec gpl-2.0-djvu gpl-2.0-koterov gpl-generic-additional-terms
  gradle-enterprise-sla-2022-11- gradle-tou-2022-01-13 graphics-gems greg-roelofs
  gregory-pietsch gretelai-sal-1.0 gsap-standard-no-charge-2025 gsoap-1.3a
  gstreamer-exception-2.0 gtpl-v1 gtpl-v2 gtpl-v3 guile-exception-2.0 gumroad-cl-1.0
  gust-font-1.0 gust-font-2006-09-30 gutenberg-2020 h2-1.0 hacking-license hacos-1.2 happy-bunny
  hauppauge-firmware-eula hauppauge-firmware-oem hazelcast-community-1.0 hdf4 hdf5 hdparm
  helios-eula helix here-disclaimer here-proprietary hessla hfoil-1.0 hidapi hippocratic-1.0
  hippocratic-1.1 hippocratic-1.2 hippocratic-2.0 historical-ntp homebrewed houdini hp
  hp-enterprise-eula hp-netperf hp-proliant-essentials hp-snmp-pp hp-software-eula hp-ux-java
  hp-ux-jre html5 httpget huggingface-tos-20220915 hugo hxd hyperclova-x-seed-2025 ian-kaplan
  ian-piumarta ibm-as-is ibm-data-server-2011 ibm-developerworks-community
  ibm-developerworks-community-download ibm-dhcp ibm-employee-written ibm-glextrusion ibm-icu
  ibm-java-portlet-spec-2.0 ibm-jre ibm-nwsc ibm-sample ibpp ic-1.0 ic-shared-1.0 icann-public
  ice-exception-2.0 icot-free idt-notice ietf ietf-trust ijg-2020 ilmid imagen
  independent-module-linking-exception indiana-extreme indie-module-linking-exception
  infineon-free info-zip-1997-10 info-zip-2001-01 info-zip-2002-02 info-zip-2003-05
  info-zip-2004-05 info-zip-2005-02 info-zip-2007-03 info-zip-2009-01 infonode-1.1
  initial-developer-public inner-net-2.0 inno-setup inria-compcert inria-icesl
  inria-linking-exception inria-zelus installsite intel intel-bcl intel-bsd intel-bsd-2-clause
  intel-code-samples intel-confidential intel-firmware intel-master-eula-sw-dev-2016
  intel-material intel-mcu-2018 intel-microcode intel-osl-1989 intel-osl-1993 intel-royalty-free
  intel-sample-source-code-2015 intel-scl iolib-exception-2.0 iozone ipca iptc-2006
  irfanview-eula iso-14496-10 iso-8879 iso-recorder isotope-cla issl-2018 issl-2022 itc-eula itu
  itu-t itu-t-gpl itunes ja-sig jahia-1.3.1 jam jam-stapl jamon jason-mayes jasper-1.0
  java-app-stub java-research-1.5 java-research-1.6 javascript-exception-2.0 jboss-eula
  jdbm-1.00 jdom jelurida-public-1.1 jetbrains-purchase-terms jetbrains-toolbox-open-source-3
  jetbrains-toolbox-oss-3 jetty jetty-ccla-1.1 jgraph jgraph-general jide-sla jj2000 jmagnetic
  joinbase-cela-2022 joplin-server-personal-v1 josl-1.0 jpegxr jpnic-mdnkit jprs-oscl-1.1
  jpython-1.1 jquery-pd jrunner jscheme jsel-2.0 jsfromhell json-js-pd json-pd
  jsr-107-jcache-spec jsr-107-jcache-spec-2013 jython kalle-kaukonen karl-peterson
  katharos-0.1.0 katharos-0.2.0 kde-accepted-gpl kde-accepted-lgpl keep-ee-2024 keith-rule
  kerberos kevan-stannard kevlin-henney keypirinha kfgqpc-uthmanic-script-hafs kfqf-accepted-gpl
  khronos ko-man-page kreative-relay-fonts-free-1.2f kreative-relay-fonts-free-use-1.2f
  kumar-robotics la-opt-nxp-v51-2023 lance-norskog-license lanl-bsd-3-variant larabie
  lattice-osl-2017 lavantech lcs-telegraphics ldap-sdk-free-use ldpc-1994 ldpc-1997 ldpc-1999
  ldpgpl-1 ldpgpl-1a ldpl-2.0 ldpm-1998 leap-motion-sdk-2019 lens-tos-2023 lgpl-3-plus-linking
  lha liberation-font-exception libgd-2018 libgeotiff libmib libmng-2007 libpbm
  librato-exception libselinux-pd libsrv-1.0.2 libticables2-exception-gpl-2.0
  libtool-exception-lgpl libwebsockets-exception libzip liferay-ee liferay-marketplace-tos lil-1
  lilo linking-exception-2.0-plus linking-exception-2.1-plus linking-exception-agpl-3.0
  linking-exception-lgpl-2.0-plus linking-exception-lgpl-2.0plus linking-exception-lgpl-3.0
  linotype-eula linux-device-drivers linuxbios linuxhowtos llama-2-license-2023
  llama-3.1-license-2024 llama-3.2-license-2024 llama-3.3-license-2024 llama-4-cla-2025
  llama-4-license-2025 llama-license-2023 llgpl llnl lmbench-exception-2.0 logica-1.0
  lontium-linux-firmware losla lsi-proprietary-eula ltxv-owl-2025-04-17 ltxv-owl-2025-05-05
  lucre lumisoft-mail-server luxi lyubinskiy-dropdown lyubinskiy-popup-window lzma-sdk-2006
  lzma-sdk-2006-exception lzma-sdk-2008 lzma-sdk-original lzma-sdk-pd m-plus
  magpie-exception-1.0 make-human-exception mame manfred-klein-fonts-tos mapbox-tos-2021
  mapbox-tos-2024 markus-kuhn-license markus-mummert-permissive martin-birgmeier
  marvell-firmware marvell-firmware-2019 matplotlib-1.3.0 matt-gallagher-attribution
  mattermost-sal-2024 matthew-kwan matthew-welch-font-license mattkruse
  max-mojo-community-20240828 maxmind-geolite2-eula-2019 maxmind-odl mcafee-tou mcrae-pl-4-r53
  mdl-2021 mediainfo-lib mediatek-firmware mediatek-no-warranty mediatek-proprietary-2005
  mediatek-proprietary-2008 mediatek-proprietary-2010 mediatek-proprietary-2016
  mediatek-proprietary-2020 melange menuet64-2024 merit-network-derivative
  metageek-inssider-eula metrolink-1.0 mgb-1.0 mgopen-font-license michael-barr
  michigan-disclaimer microchip-enc28j60-2009 microchip-linux-firmware microchip-pk2cmd-2009
  microchip-products-2018 microsoft-enterprise-library-eula microsoft-windows-rally-devkit
  mike95 minecraft-mod mini-xml-exception-lgpl-2.0 minpack mit-1995 mit-addition
  mit-kyle-restrictions mit-license-1998 mit-modern mit-modification-obligations mit-nagy
  mit-no-advert-export-control mit-no-trademarks mit-old-style mit-old-style-sparse
  mit-proprietary mit-readme mit-specification-disclaimer mit-synopsys mit-taylor-variant
  mit-veillard-variant mit-with-modification-obligations mit-xfig mldonkey-exception-gpl-2.0
  mod-dav-1.0 moderne-sala-2024 monetdb-1.1 monkeysaudio morbig-ieee-std-usage motorola
  mov-ai-1.0 moxa-linux-firmware mozilla-gc mozilla-ospl-1.0 mpeg-7 mpeg-iso mpeg-ssg
  ms-api-code-pack-net ms-asp-net-ajax-supp-terms ms-asp-net-ajax-supplemental-terms
  ms-asp-net-mvc3 ms-asp-net-mvc4 ms-asp-net-mvc4-extensions ms-asp-net-software
  ms-asp-net-tools-pre-release ms-asp-net-web-optimization ms-asp-net-web-optimization-framework
  ms-asp-net-web-pages-2 ms-asp-net-web-pages-templates ms-azure-data-studio
  ms-azure-rtos-2020-05 ms-azure-rtos-2020-07 ms-azure-rtos-2023-05
  ms-azure-spatialanchors-2.9.0 ms-capicom ms-cl ms-cla ms-container-eula ms-control-spy-2.0
  ms-data-tier-af-2022 ms-dev-services-2018-06 ms-dev-services-agreement
  ms-developer-services-agreement ms-developer-services-agreement-2018-06 ms-device-emulator-3.0
  ms-direct3d-d3d120n7-1.1.0 ms-directx-sdk-eula ms-directx-sdk-eula-2020
  ms-dxsdk-d3dx-9.29.952.3 ms-edge-devtools-2022 ms-edge-webview2 ms-edge-webview2-fixed
  ms-enterprise-library-eula ms-entity-framework-4.1 ms-entity-framework-5
  ms-eula-win-script-host ms-exchange-server-2010-sp2-sdk ms-exchange-srv-2010-sp2-sdk
  ms-iis-container-eula-2020 ms-iis-container-images-eula-2020 ms-ilmerge ms-invisible-eula-1.0
  ms-jdbc-driver-40-sql-server ms-jdbc-driver-41-sql-server ms-jdbc-driver-60-sql-server
  ms-kinext-win-sdk ms-limited-community ms-lpl ms-msn-webgrease ms-net-framework-4-supp-terms
  ms-net-framework-4-supplemental-terms ms-net-framework-deployment ms-net-library
  ms-net-library-2016-05 ms-net-library-2018-11 ms-net-library-2019-06 ms-net-library-2020-09
  ms-nt-resource-kit ms-nuget ms-nuget-package-manager ms-office-extensible-file
  ms-office-system-programs-eula ms-opus-patent-2012 ms-patent-promise ms-patent-promise-mono
  ms-platform-sdk ms-pre-release-sla-2023 ms-programsynthesis-7.22.0
  ms-python-vscode-pylance-2021 ms-reactive-extensions-eula ms-remote-ndis-usb-kit
  ms-research-shared-source ms-rndis ms-rsl ms-silverlight-3 ms-specification
  ms-sql-server-compact-4.0 ms-sql-server-data-tools ms-sspl ms-sysinternals-sla
  ms-testplatform-17.0.0 ms-ttf-eula ms-typescript-msbuild-4.1.4 ms-visual-2008-runtime
  ms-visual-2010-runtime ms-visual-2015-sdk ms-visual-cpp-2015-runtime ms-visual-studio-2017
  ms-visual-studio-2017-tools ms-visual-studio-code ms-visual-studio-code-2018
  ms-visual-studio-code-2022 ms-vs-addons-ext-17.2.0 ms-web-developer-tools-1.0
  ms-win-container-eula-2020 ms-win-sdk-server-2008-net-3.5
  ms-windows-container-base-image-eula-2020 ms-windows-driver-kit ms-windows-identity-foundation
  ms-windows-os-2018 ms-windows-sdk-server-2008-net-3.5 ms-windows-sdk-win10
  ms-windows-sdk-win10-net-6 ms-windows-sdk-win7-net-4 ms-windows-server-2003-ddk
  ms-windows-server-2003-sdk ms-ws-routing-spec ms-xamarin-uitest3.2.0 ms-xml-core-4.0
  msdn-magazine-sample-code-2007 msj-sample-code msntp msppl mstar-2007 mstar-2012
  mtx-licensing-statement mui-x-eula-2024 mulanpsl-1.0-en mulanpsl-2.0-en mulanpubl-1.0
  mulanpubl-2.0 mule-source-1.1.3 mule-source-1.1.4 mulle-kybernetik musescore-exception-gpl-2.0
  musl-exception mut-license mvt-1.1 mx4j mysql-con-odbc-exception-2.0
  mysql-connector-odbc-exception-2.0 mysql-floss-exception-2.0 mysql-linking-exception-2018
  n8n-ee-2022 naist-2003 nanoporetech-public-1.0 nant-exception-2.0-plus naughter ncbi
  ncsa-httpd-1995 nero-eula net-snmp netapp-sdk-aug2020 netcat netcomponents netdata-ncul1
  netron netronome-firmware new-relic new-relic-1.0 newlib-historical newran newton-king-cla
  nexb-eula-saas-1.1.0 nexb-ssla-1.1.0 nice nicta-exception nicta-psl niels-ferguson
  nilsson-historical nist-nvd-api-tou nist-srd no-license node-js non-violent-4.0
  non-violent-7.0 nonexclusive nortel-dasa northwoods-evaluation-2024 northwoods-sla-2021
  northwoods-sla-2024 notre-dame npsl-exception-0.92 npsl-exception-0.93 npsl-exception-0.94
  npsl-exception-0.95 nrl-permission ntlm ntpl-origin nucleusicons-eula numerical-recipes-notice
  nvidia nvidia-2002 nvidia-apex-sdk-eula-2011 nvidia-cuda-supplement-2020 nvidia-dlc-2021
  nvidia-gov nvidia-isaac-eula-2019.1 nvidia-nccl-sla-2016 nvidia-ngx-eula-2019
  nvidia-open-model-2025-04-28 nvidia-sdk-12.8 nvidia-sdk-eula-v0.11
  nvidia-video-codec-agreement nwhm nxlog-public-license-1.0 nxp-firmware-patent
  nxp-linux-firmware nxp-mc-firmware nxp-microcontroller-proprietary nxp-microctl-proprietary
  nxp-warranty-disclaimer nysl-0.9982 nysl-0.9982-jp o-young-jong oasis-ipr-2013
  oasis-ipr-policy-2014 oasis-ws-security-spec object-form-exception-to-mit obsidian-tos-2025
  ocamlpro-nc-v1 ocb-non-military-2013 ocb-open-source-2013 ocb-patent-openssl-2013 oclc-1.0
  ocsl-1.0 octl-0.21 oculus-sdk oculus-sdk-2020 oculus-sdk-3.5 odb-cpl odb-fpl odb-ncuel odc-1.0
  odin-2000 odl odmg ofrak-community-1.0 ofrak-community-1.1 ofrak-pro-1.0 ogc ogc-document-2020
  ogl-1.0a ogl-canada-2.0-fr ogl-wpd-3.0 ohdl-1.0 okl oknosoft-2021 olf-ccla-1.0 olf-icla-1.0
  oll-1.0 omg-bpmn-2.0 on2-patent onezoom-np-sal-v1 ooura-2001 open-aleph-1.0 open-diameter
  open-webui-2025 open-weights-permissive-1.0.0 openai-tou-20230314 openai-tou-20241211
  openbd-exception-3.0 opencarp-1.0 opengroup-pl openi-pl-1.0 openjdk-classpath-exception-2.0
  openjdk-classpath-exception2.0 openjdk-exception openmap openmarket-fastcgi openmdw-1.0
  openmotif-exception-2.0-plus openmrs-exception-to-mpl-2.0 opennetcf-shared-source openorb-1.0
  openpace-exception-gpl openpbs-2.3 openpub opensaml-1.0 opensc-openssl-openpace-exception-gpl
  openssl openssl-exception-agpl-3.0 openssl-exception-agpl-3.0-monit
  openssl-exception-agpl-3.0-plus openssl-exception-agpl3.0monit openssl-exception-agpl3.0plus
  openssl-exception-gpl-2.0 openssl-exception-gpl-2.0-plus openssl-exception-gpl-3.0-plus
  openssl-exception-lgpl openssl-exception-lgpl-2.0-plus openssl-exception-lgpl-3.0-plus
  openssl-exception-lgpl2.0plus openssl-exception-lgpl3.0plus openssl-exception-mongodb-sspl
  openssl-nokia-psk-contribution openvpn-as-eula openwall-md5-permissive opera-eula-2018
  opera-eula-eea-2018 opera-widget-1.0 opl-1.0 opml-1.0 opnl-1.0 opnl-2.0
  oracle-bcl-java-platform-2013 oracle-bcl-java-platform-2017 oracle-bcl-javaee
  oracle-bcl-javase-javafx-2012 oracle-bcl-javase-javafx-2013
  oracle-bcl-javase-platform-javafx-2013 oracle-bcl-javase-platform-javafx-2017
  oracle-bcl-jsse-1.0.3 oracle-code-samples-bsd oracle-commercial-database-11g2
  oracle-commercial-db-11g2 oracle-devtools-vsnet-dev oracle-entitlement-05-15 oracle-free-2018
  oracle-gftc-2023-06-12 oracle-java-ee-sdk-2010 oracle-master-agreement
  oracle-mysql-foss-exception-2.0 oracle-mysql-foss-exception2.0 oracle-nftc-2021
  oracle-openjdk-classpath-exception-2.0 oracle-openjdk-exception-2.0 oracle-otn-javase-2019
  oracle-sql-developer oracle-vb-puel-12 oracle-web-sites-tou oreilly-notice
  os-maintenance-fee-eula os4d-1.1-apache-2.0 osf-1990 osgi-spec-2.0 ossn-3.0 osvdb
  oswego-concurrent other-copyleft other-permissive otn-dev-dist otn-dev-dist-2009
  otn-dev-dist-2014 otn-dev-dist-2016 otn-early-adopter-2018 otn-early-adopter-development
  otn-standard-2014-09 otnla-2016-11-30 owal-1.0 owf-cla-1.0-copyright
  owf-cla-1.0-copyright-patent owfa-1.0 owfa-1.0-patent-only owl-0.9.4 owtchart
  oxygen-xml-dev-eula-2025 oxygen-xml-webhelp-eula ozplb-1.0 ozplb-1.1 paint-net
  paolo-messina-2000 paraview-1.2 passive-aggressive patent-disclaimer paul-hsieh-derivative
  paul-hsieh-exposition paul-mackerras paul-mackerras-binary paul-mackerras-new
  paul-mackerras-simplified paulo-soares paypal-sdk-2013-2016 pbl-1.0 pcre pd-mit pd-programming
  pdf-creator-pilot pdl-1.0 perl-1.0 peter-deutsch-document pfe-proprietary-notice pftijah-1.1
  pftus-1.1 phaser-academic phaser-ccp4 phaser-phenix phil-bunce philippe-de-muyter
  philips-proprietary-notice-2000 philips-proprietary-notice2000 phorum-2.0 php-2.0.2 pine
  pipedream-sal-1.0 pivotal-tou pixabay-content planet-source-code plastimatch-1.0
  playground-v2-community plural-20211124 pml-2020 pngsuite politepix-pl-1.0
  polyform-defensive-1.0.0 polyform-free-trial-1.0.0 polyform-internal-use-1.0.0
  polyform-perimeter-1.0.0 polyform-shield-1.0.0 polyform-strict-1.0.0 postman-tos-2024
  powervr-tools-software-eula ppp proconx-modbus-rev4 proguard-exception-2.0 proprietary-license
  prosperity-1.0.1 prosperity-2.0 prosperity-3.0 protobuf psf-3.7.2 psion-s3aemul psion-siemul
  psion-wrkaemul psytec-freesoft public-domain public-domain-disclaimer punycode purdue-bsd
  pybench pycrypto pygres-2.2 python-cwi qaplug qca-linux-firmware qca-technology
  qcad-exception-gpl qlogic-firmware qlogic-microcode qpopper qskinny-exception-lgpl-2.1
  qt-commercial-1.1 qt-commercial-agreement-4.4.1 qt-company-exception-lgpl-2.1
  qt-kde-linking-exception qt-qca-exception-2.0 qti-linux-firmware quadratic-sal-2024
  qualcomm-iso qualcomm-turing quickfix-1.0 quicktime quin-street quirksmode rackspace
  radiance-sl-v1.0 radiance-sl-v2.0 radvd ralink-firmware rar-winrar-eula rcsl-2.0 rcsl-3.0
  reactos-exception-gpl-2.0 reading-godiva-2010 realm-platform-extension-2017
  red-hat-attribution red-hat-bsd-simplified red-hat-logos red-hat-trademarks
  redis-source-available-1.0 redpanda-community-la regexp reportbug repoze research-disclaimer
  responsible-ai-source-1.0 responsible-ai-source-1.1 retentioneering-2023 retype-3.7.0 rh-eula
  rh-eula-apache2 rh-eula-gpl2 rh-eula-lgpl rh-standard-eula-2019 rh-ubi-eula-2019 ricebsd
  richard-black ril-2019 riverbank-sip robert-hubley rockchip-proprietary-2019
  rockchip-proprietary-2022 rockchip-proprietary-2023 rocket-master-terms-2022 rogue-wave
  root-cert-3.0 rrdtool-floss-exception-2.0 rsa-1990 rsa-cryptoki rsa-demo rsa-md2 rsa-md4
  rsa-proprietary rsalv2 rtems-exception-2.0 rtools-util rubyencoder-commercial
  rubyencoder-loader rute rwth-returnn-2024 rxtx-exception-lgpl-2.1 ryszard-szopa s-lab-1.0
  saas-mit saf safecopy-eula salesforcesans-font samba-dc-1.0 san-francisco-font sandeep
  sane-exception-2.0-plus sash sata saxix-mit sbia-b scancode-acknowledgment scanlogd-license
  scansoft-1.2 scilab-en scilab-fr scilba-en scintilla scola-en scola-fr scribbles script-asylum
  script-nikhilk scrub scsl-3.0 scylladb-sla-1.0 secret-labs-2011 selv1 semaphore-ee-2025
  semgrep-registry semgrep-rules-1.0 sencha-app-floss-exception sencha-commercial
  sencha-commercial-3.17 sencha-commercial-3.9 sencha-dev-floss-exception service-comp-arch
  sgi-cid-1.0 sgi-glx-1.0 sglib sgmlug sh-cla-1.1 shavlik-eula shital-shah shopify-2024
  siesta-academic-individuals siesta-computer-centres signal-gpl-3.0-exception
  silicon-image-2007 simpl-1.1 six-labors-split-1.0 skip-2014 slint-commercial-2.0
  slint-royalty-free-1.0 slysoft-eula smail-gpl smartlabs-freeware smsc-non-commercial-2012
  snapeda-design-exception-1.0 snmp4j-smi snort-subscriber-rules-3.1 snowplow-cla-1.0
  snowplow-lula-1.0 snowplow-person-academic-1.0 snprintf socketxx-2003
  softerra-ldap-browser-eula softfloat softfloat-2.0 softfloat-2c softsurfer
  solace-software-eula-2020 soml-1.0 sonar-sal-1.0 soundex sourcegraph-enterprise-2018
  spark-jive sparky speechworks-1.1 spell-checker-exception-lgpl-2.1-plus
  spell-exception-lgpl-2.1-plus splunk-3pp-eula splunk-mint-tos-2018 splunk-sla square-cla
  squeak srgb ssleay ssleay-windows st-bsd-restricted st-mcd-2.0 stability-ai-community-2024
  stability-ai-nc-2023-12-06 stable-diffusion-2022-08-22 stanford-mrouted stanford-pvrg
  statewizard stax stlport-2000 stlport-4.5 stmicro-linux-firmware
  stmicroelectronics-centrallabs stmicroelectronics-linux-firmware stream-benchmark
  strongswan-exception stu-nicholls subcommander-exception-2.0-plus
  subcommander-exception-2.0plus sudo sun-bcl-11-06 sun-bcl-11-07 sun-bcl-11-08
  sun-bcl-j2re-1.2.x sun-bcl-j2re-1.4.2 sun-bcl-j2re-1.4.x sun-bcl-j2re-5.0
  sun-bcl-java-servlet-imp-2.1.1 sun-bcl-javahelp sun-bcl-jimi-sdk sun-bcl-jre6 sun-bcl-jsmq
  sun-bcl-opendmk sun-bcl-openjdk sun-bcl-sdk-1.3 sun-bcl-sdk-1.4.2 sun-bcl-sdk-5.0
  sun-bcl-sdk-6.0 sun-bcl-web-start sun-bsd-extra sun-cc-pp-1.0 sun-communications-api
  sun-ejb-spec-2.1 sun-ejb-spec-3.0 sun-entitlement-03-15 sun-entitlement-jaf sun-glassfish
  sun-iiop sun-java-transaction-api sun-java-web-services-dev-1.6
  sun-java-web-services-dev-pack-1.6 sun-javamail sun-jdl-jai-1.1.x sun-jsr-spec-04-2006
  sun-jta-spec-1.0.1 sun-jta-spec-1.0.1b sun-no-high-risk-activities sun-project-x
  sun-prop-non-commercial sun-rpc sun-sdk-spec-1.1 sun-sissl-1.0 sun-source sun-ssscfr-1.1
  sunpro sunsoft supervisor sustainable-use-1.0 svndiff swig symphonysoft synopsys-attribution
  synopsys-mit syntext-serna-exception-1.0 synthesis-toolkit t-engine-public t-license-1.0
  t-license-2.0 t-license-2.1 t-license-2.2 t-license-amp-t-kernel t-license-amp-tkse
  t-license-smp-t-kernel t-license-smp-tkse t-license-tkse takao-abe takuya-ooura taligent-jdk
  tanuki-community-sla-1.0 tanuki-community-sla-1.1 tanuki-community-sla-1.2
  tanuki-community-sla-1.3 tanuki-development tanuki-maintenance tcg-spec-license-v1
  tcg-spec-license-v2 teamdev-services tekhvc teleport-ce-2024 telerik-eula tenable-nessus
  tencent-hunyuan-3d-2.0-cla term-readkey tested-software tex-exception tex-live tfl tgppl-1.0
  the-stack-tos-2023-07 things-i-made-public-license thomas-bandt thor-pl ti-broadband-apps
  ti-linux-firmware ti-restricted tiger-crypto tigra-calendar-3.2 tigra-calendar-4.0
  tim-janik-2003 timestamp-picker tizen-sdk tongyi-qianwen-2023 toppers-educational
  toppers-license tpl-1.0 tpl-2.0 trademark-notice trainy-1.0 trca-odl-1.0 treeview-developer
  treeview-distributor treeware-option-1 treeware-option-2 trendmicro-cl-1.0 triptracker
  trolltech-gpl-exception-1.0 trolltech-gpl-exception-1.1 trolltech-gpl-exception-1.2
  truecrypt-3.1 trustonic-proprietary-2013 tsl-2018 tsl-2020 tso-license ttcl ttyp0 tumbolia
  twisted-snmp txl-10.5 ubc ubdl ubuntu-font-1.0 ugui un-cefact-2016 unicode unicode-icu-58
  unicode-mappings unicode-ucd unicode-v3 unknown unknown-license-reference unknown-spdx
  unlimited-binary-use-exception unlimited-link-exception-gpl unlimited-link-exception-lgpl
  unlimited-linking-exception-gpl unlimited-linking-exception-lgpl unpbook unpublished-source
  unrar unrar-v3 unsplash unstated uofu-rfpl upx-exception-2.0-plus us-govt-geotranform
  us-govt-public-domain us-govt-unlimited-rights usrobotics-permissive utah-csl utopia
  vaadin-cvdl-4.0 vanderbilt-sla-1.0 vbaccelerator vcalendar vcvrack-exception-to-gpl-3.0
  verbatim-manual verisign vhfpl-1.1 vic-metcalfe-pd vicomsoft-software
  viewflow-agpl-3.0-exception vince visual-idiot visual-numerics vita-nuova-liberal vitesse-prop
  vixie-cron vnc-viewer-ios volatility-vsl-v1.0 volla-1.0 vpl-1.1 vpl-1.2 vs10x-code-map
  vuforia-2013-07-29 vvvvvv-scl-1.0 w3c-03-bsd-license w3c-community-cla
  w3c-community-final-spec w3c-docs-19990405 w3c-docs-20021231 w3c-documentation
  w3c-software-2023 w3c-test-suite wadalab warranty-disclaimer waterfall-feed-parser westhawk
  whistle whitecat whosonfirst-license wide-license wifi-alliance william-alexander
  wince-50-shared-source windriver-commercial wingo winidea-sdk-2025 wink winzip-eula
  winzip-self-extractor wol woodruff-2002 wordnet wrox wrox-download ws-addressing-spec
  ws-policy-specification ws-trust-specification wtfnmfpl-1.0 wtfpl-1.0 wthpl-1.0 wxwidgets
  wxwindows-free-doc-3 wxwindows-r-3.0 wxwindows-u-3.0 x11-acer x11-adobe x11-adobe-dec
  x11-bitstream x11-dec1 x11-dec2 x11-doc x11-dsc x11-fsf x11-hanson x11-ibm x11-lucent
  x11-lucent-variant x11-oar x11-opengl x11-opengroup x11-quarterdeck x11-realmode x11-sg
  x11-stanford x11-tektronix x11-x11r5 x11-xconsortium-veillard x11-xconsortium_veillard
  xceed-community-2021 xenomai-gpl-exception xfree86-1.0 xilinx-2016 xiph-patent xming xmldb-1.0
  xmos-commercial-2017 xmos-public-1 xxd yahoo-browserplus-eula yahoo-messenger-eula yale-cas
  yensdesign yolo-1.0 yolo-2.0 zapatec-calendar zeebe-community-1.0 zeebe-community-1.1
  zendesk-appdev-api-2022 zeromq-exception-lgpl-3.0 zeusbench zhorn-stickies zipeg
  ziplist5-geocode-dup-addendum ziplist5-geocode-duplication-addendum
  ziplist5-geocode-end-user-enterprise ziplist5-geocode-end-user-workstation
  ziplist5-geocode-enterprise ziplist5-geocode-workstation zpl-1.0 zrythm-exception-agpl-3.0 zsh
  zugferd-datenformat-2.2.0 zuora-software zveno-research
`;

export const SCANCODE_DEPRECATED = `
  biosl-4.0 broadcom-linking-unmodified dejavu-font hot-potato unlimited-binary-linking
`;
