/** Help in Japanese, keyed by the English text. A test fails when one is missing or left over. */
export const JAPANESE: Readonly<Record<string, string>> = {
  'OVAL definitions: checked, evaluated, explained.':
    'OVAL の定義を検査・評価し、結果を説明します。',
  'Check OVAL documents: definitions, characteristics, results, variables.':
    'OVAL 文書（定義、システム特性、結果、変数）を検査します。',
  'Evaluate definitions over what was collected from a host.':
    'ホストから収集した情報に対して定義を評価します。',
  'Evaluate definitions on this host: only on the files that you allow.':
    'このホストで定義を評価します（許可したファイルだけを読みます）。',
  'this definition; more than once (default: all)': 'この定義だけ（複数指定可、既定はすべて）',
  'values of external variables': '外部変数の値',
  'write the results document here': '結果文書の書き込み先',
  'system characteristics of the host': 'ホストのシステム特性',
  'definitions; .gz': '定義（.gz も可）',
  'files below may be read; more than once': 'この下のファイルを読んでよい（複数指定可）',
  'state of dpkg (default /var/lib/dpkg/status)': 'dpkg の状態（既定は /var/lib/dpkg/status）',
  'packages of rpm: name|epoch|version|release|arch|key a line':
    'rpm のパッケージ（1 行に name|epoch|version|release|arch|key）',
  'write what was collected here': '収集した情報の書き込み先',
  'An exchange point for cybersecurity information (ITU-T X.1500, CYBEX).':
    'サイバーセキュリティ情報の交換拠点（ITU-T X.1500、CYBEX）。',
  'Look for known vulnerabilities in a bill of materials, without a network.':
    '部品表（SBOM）に既知の脆弱性がないかを調べる（ネットワーク不要）。',
  'CycloneDX, SPDX, a lock file, a folder, or - for stdin':
    'CycloneDX・SPDX・ロックファイル・フォルダー、標準入力なら -',
  'OSV, CVE and NVD records, CSAF: files or folders':
    'OSV・CVE・NVD のレコード、CSAF（ファイルまたはフォルダー）',
  'index of advisories, from cybex scan index build':
    '勧告の索引ファイル（cybex scan index build で作成）',
  'Advisories of the world in one file, for scans without a network.':
    '世界の勧告を一つのファイルにまとめる（ネットワークなしの照合用）。',
  'Build an index from files that are here; nothing is fetched.':
    '手元のファイルから索引を作る（何も取得しない）。',
  'all.zip of OSV, cvelistV5, CSAF folders, NVD pages, KEV, EPSS: files, ZIPs, folders':
    'OSV の all.zip、cvelistV5、CSAF フォルダー、NVD のページ、KEV、EPSS（ファイル・ZIP・フォルダー）',
  'the index': '索引ファイル',
  'day on which the sources were fetched, where they say less':
    '情報源を取得した日（情報源自身の日付より新しい場合）',
  'Put newer editions into an index.': '索引に新しい版を取り込む。',
  'what has changed, in the same forms': '変更分（build と同じ形式）',
  'write a new index and leave this one': '元の索引を残し、新しい索引に書き出す',
  'Sources, dates and counts of an index.': '索引の情報源・日付・件数を表示する。',
  'read every byte against its digest': 'すべてのバイトをダイジェストと照合する',
  'catalogues of exploited vulnerabilities, JSON or CSV':
    '悪用が確認された脆弱性のカタログ（JSON または CSV）',
  'Match STIX patterns or indicators against observed data, without a hub.':
    'STIX のパターンやインジケーターを観測データと照合する（ハブ不要）。',
  'a pattern, or a file with indicators (STIX)': 'パターン、またはインジケーターのファイル (STIX)',
  'bundles of observed data: files, folders, .gz, or - for stdin':
    '観測データのバンドル: ファイル、フォルダー、.gz、- は標準入力',
  'strict: as the standard says; intel: other spellings too':
    'strict: 標準どおり、intel: 表記の違いも同じ値とみなす',
  'exit 0 although something matched': '一致があっても終了コード 0 にする',
  'EPSS scores of a day, CSV': 'ある日の EPSS スコア（CSV）',
  'the same as --trust': '--trust と同じ',
  'table, json, sarif, cyclonedx, openvex or csv':
    '出力形式: table、json、sarif、cyclonedx、openvex、csv',
  'who states it, for openvex': '言明する者の名前（openvex 用）',
  'write the report there instead of to stdout': '標準出力の代わりにこのファイルへ書き込む',
  'which findings give exit 1, e.g. "kev or cvss3>=high"; or @FILE':
    '終了コード 1 とする検出の条件（例: "kev or cvss3>=high"）、または @ファイル',
  'oldest that data may be: 12h, 7d, 4w or never': 'データの古さの上限: 12h、7d、4w、never',
  'no-identity, no-version or no-ecosystem is no reason for exit 3':
    'no-identity・no-version・no-ecosystem を終了コード 3 の理由にしない',
  'OpenVEX, CSAF or CycloneDX VEX: files or folders':
    'OpenVEX・CSAF・CycloneDX の VEX（ファイルまたはフォルダー）',
  'suppliers whose VEX may close a finding': '検出を閉じることのできる VEX の発行者（供給者）',
  'rules that hide findings, each with reason, author and end':
    '検出を隠す規則のファイル（理由・作成者・期限が必須）',
  'release of packages that do not name theirs, e.g. debian-12':
    'リリースを示さないパッケージに当てはめる OS のリリース（例: debian-12）',
  'Bills of materials and what is installed.': '部品表（SBOM）とインストール済みのもの。',
  'Convert a document into another format, and say what was lost.':
    '文書を別の形式に変換し、引き継がれなかったものを示す。',
  'CVE or OSV record, CSAF or OpenVEX document, .gz, or - for stdin':
    'CVE・OSV のレコード、CSAF・OpenVEX の文書、.gz、標準入力なら -',
  'stix, csaf, openvex or cve': '変換先の形式（stix・csaf・openvex・cve）',
  'format, when it must be this one': '変換元の形式（この形式に限る場合）',
  'write the report of losses here, as JSON':
    '引き継がれなかった値の報告を JSON で書き出すファイル',
  'a loss counts as a finding (exit 1)': '引き継がれない値があれば終了コード 1 とする',
  'time of the result; without it, the last change of the document':
    '変換結果の時刻（省略時は文書の最終更新時刻）',
  'UUID in which ids of the result are made': '変換結果の ID を作る名前空間の UUID',
  'identity that STIX objects name as their creator':
    'STIX オブジェクトの作成者とする identity の ID',
  'Components of an SBOM, a lock file, a package database or a folder.':
    'SBOM・ロックファイル・パッケージデータベース・フォルダーの部品を一覧。',
  'CycloneDX, SPDX, a lock file, a package database, or a folder':
    'CycloneDX・SPDX・ロックファイル・パッケージデータベース・フォルダー',
  'Write an SBOM of a folder, an unpacked image or this host.':
    'フォルダー・展開したイメージ・このホストの SBOM を書き出す。',
  'a project, an unpacked image, or / for this host':
    'プロジェクト、展開したイメージ、または / （このホスト）',
  'cyclonedx (1.6) or spdx (2.3), both as JSON':
    'cyclonedx（1.6）または spdx（2.3）、いずれも JSON',
  'what the SBOM is about; default: the project, the host or the folder':
    'SBOM の対象の名前（既定: プロジェクト・ホスト・フォルダー）',
  'its version': 'そのバージョン',
  'who makes the SBOM': 'SBOM の作成者',
  'What came, went and changed between two SBOMs.': '2 つの SBOM の間で増減・変化したもの。',
  'How a component got in: every way from the whole to it, the shortest first.':
    '部品がどう入り込んだか。全体からの経路を短い順に。',
  'package URL with or without version, name, or name@version':
    'パッケージ URL（バージョンは省略可）、名前、または 名前@バージョン',
  'How much an SBOM is worth: minimum elements, duplicates, what stands alone.':
    'SBOM の品質: 最小要素・重複・孤立した部品。',
  'output the version number': 'バージョンを表示',
  'one line of JSON on stdout, for programs': '標準出力に 1 行の JSON を出力（プログラム向け）',
  'no talk on stderr': '標準エラー出力に何も書かない',
  'show the stack of an error': 'エラーのスタックを表示',
  'language of what people read': '表示言語',
  'settings file (default: cybex.toml in this folder)':
    '設定ファイル（既定: このフォルダーの cybex.toml）',
  'speak to the hub at this address instead of the local one':
    '手元のハブの代わりに、このアドレスのハブと通信',
  'file with the token for --hub': '--hub 用のトークンを収めたファイル',
  'Directory of the store, its keys and its socket.': 'データ・鍵・ソケットを置くディレクトリー。',
  'TCP port; 0 takes a free one and prints it.': 'TCP ポート。0 なら空きポートを選んで表示。',
  'Address to listen on. Beyond loopback it needs TLS or trust-proxy.':
    '待ち受けアドレス。ループバック以外には TLS か trust-proxy が必要。',
  'unix:PATH listens on a socket file instead of host and port.':
    'unix:PATH なら host と port の代わりにソケットファイルで待ち受け。',
  'sqlite, or the URL of a PostgreSQL database of version 15 or later.':
    'sqlite、または PostgreSQL（15 以降）データベースの URL。',
  'Reader threads of the SQLite store.': 'SQLite の読み取りスレッド数。',
  'Fill an empty house with the sample exchange at the first start.':
    '初回起動時にサンプルの情報交換を用意する。',
  'Address under which others reach this hub, sub-path included. Builds every absolute URL.':
    '外部から見たこのハブのアドレス（サブパスを含む）。すべての絶対 URL の元になる。',
  'Addresses (CIDR) of reverse proxies whose forwarded headers count; permits plain HTTP.':
    '転送ヘッダーを信用するリバースプロキシのアドレス（CIDR）。平文 HTTP を許可する。',
  'PEM file with the certificate chain.': '証明書チェーンの PEM ファイル。',
  'PEM file with the private key.': '秘密鍵の PEM ファイル。',
  'PEM file with the authorities of client certificates (mutual TLS).':
    'クライアント証明書の認証局の PEM ファイル（相互 TLS）。',
  'Name shown to others.': '外部に示す名称。',
  'Whom to write to; shown in discovery.': '連絡先。ディスカバリーに表示。',
  'Largest TAXII envelope in bytes (max_content_length, TAXII 2.1 §4.2).':
    'TAXII エンベロープの最大バイト数（max_content_length、TAXII 2.1 §4.2）。',
  'Most objects that one TAXII page holds.': 'TAXII の 1 ページに載せるオブジェクトの最大数。',
  'Requests that one principal, or one anonymous address, may make in a minute.':
    '1 利用者（匿名は 1 アドレス）が 1 分間に送れる要求数。',
  'Objects that one organisation may add in a day.': '1 組織が 1 日に追加できるオブジェクト数。',
  'Days for which TAXII status resources are kept.': 'TAXII のステータスを保持する日数。',
  'PEM file with further authorities for outgoing TLS.':
    '外向き TLS で追加して信用する認証局の PEM ファイル。',
  'Least severity that is logged.': 'ログに残す最低の重要度。',
  'Migrate an older store at start, after a backup.':
    '古い形式のデータを、起動時にバックアップの上で移行する。',
  'Start the exchange point.': '交換拠点を起動する。',
  'Let URLs typed by the operator point to http, loopback or private addresses.':
    '運用者が入力した URL について、http・ループバック・私設アドレスを許可する。',
  'Put information in: STIX, CVE, OSV, CSAF, OpenVEX, NVD, JVN, CWE, KEV, of any size.':
    '情報を取り込む。STIX・CVE・OSV・CSAF・OpenVEX・NVD・JVN・CWE・KEV（大きさは問わない）。',
  'collection id or alias': 'コレクションの ID または別名',
  'TLP for what carries no TLP marking: CLEAR, GREEN, AMBER, AMBER+STRICT, RED':
    'TLP の無いものに付ける TLP: CLEAR、GREEN、AMBER、AMBER+STRICT、RED',
  'format, when it cannot be recognised': '形式（自動判別できないとき）',
  'embargo: nobody else sees it before this time (RFC 3339)':
    '解禁日時。それまで他の誰にも見えない（RFC 3339）',
  'nobody else sees it from this time on': 'この日時以降、他の誰にも見えない',
  'deliver for this organisation (site administrator)': 'この組織のために取り込む（サイト管理者）',
  'findings on SHOULD clauses count as errors': 'SHOULD の指摘もエラーとして扱う',
  'for published catalogues: errors on which nothing rests are warnings':
    '公開カタログ向け。何も依拠しない誤りは警告として扱う',
  'say what would happen, store nothing': '結果だけを示し、保存しない',
  'files, folders, .gz, or - for stdin': 'ファイル、フォルダー、.gz、または -（標準入力）',
  'Score CVSS 2.0, 3.0, 3.1, 4.0 and CWSS vectors, without a hub.':
    'CVSS 2.0・3.0・3.1・4.0 と CWSS のベクターを採点する（ハブは不要）。',
  'vectors, or - for one on each line of stdin': 'ベクター、または -（標準入力の 1 行に 1 件）',
  'what each metric costs, the costliest first': '各メトリックの寄与を大きい順に表示',
  'also the score with these metrics changed, e.g. E:U/MAV:A':
    'メトリックを変えた場合のスコアも表示（例: E:U/MAV:A）',
  'Write, mend and name security advisories (CSAF 2.0 and 2.1), without a hub.':
    'セキュリティ勧告（CSAF 2.0・2.1）を作成・修正・命名する（ハブは不要）。',
  'Write an advisory from vulnerability records and a list of products.':
    '脆弱性レコードと製品一覧から勧告を作成する。',
  'CVE or OSV records': 'CVE または OSV のレコード',
  'what the advisory says, as JSON; flags go before it':
    '勧告の内容（JSON）。オプションの指定が優先する',
  'JSON list of products with vendor, name, version, status':
    '製品の JSON 一覧（vendor、name、version、status）',
  'tracking id': '追跡 ID',
  'title; default: that of the first record': '題名（既定: 最初のレコードの題名）',
  'name of the publisher': '発行者の名前',
  'URL under the control of the publisher': '発行者が管理する URL',
  'version of CSAF': 'CSAF の版',
  'csaf_security_advisory, csaf_vex, …': 'csaf_security_advisory、csaf_vex など',
  'CLEAR, GREEN, AMBER, AMBER+STRICT (2.1), RED': 'CLEAR、GREEN、AMBER、AMBER+STRICT（2.1）、RED',
  'draft, interim or final': 'draft、interim、final のいずれか',
  'language of the advisory, e.g. ja': '勧告の言語（例: ja）',
  'where it will be published; makes its own reference': '公開先の URL。自身への参照を作る',
  'file or folder to write to; a folder gets the right name':
    '書き出し先のファイルまたはフォルダー。フォルダーには正しい名前で置く',
  'Mend what a machine can mend, and say what was done and what is left.':
    '機械的に直せる誤りを直し、行ったことと残りを示す。',
  'a CSAF document, .gz, or - for stdin': 'CSAF 文書、.gz、または -（標準入力）',
  'tests whose findings are mended; presets, groups, ids':
    '直す対象の検査（プリセット、グループ、ID）',
  'write it back to the file': 'ファイルに書き戻す',
  'Make the next version of a document: number, dates, revision history.':
    '文書の次の版を作る（番号、日付、改訂履歴）。',
  'what the new version brings': '新しい版の変更点',
  'what counts up in a semantic version': 'セマンティックバージョンのどこを上げるか',
  'The file name that a document must have.': '文書が持つべきファイル名を示す。',
  'Check documents against their standard, without a hub.':
    '文書を規格に照らして検査する（ハブは不要）。',
  'What another party gets over a feed, and why not the rest.':
    '相手に配信されるものと、残りが渡らない理由を示す。',
  'organisation, person, peer or service; or anonymous':
    '組織・個人・相手・サービス、または anonymous',
  'only this collection': 'このコレクションのみ',
  'look at so many records at most': '調べるレコード数の上限',
  'one line per record': '1 レコードにつき 1 行',
  'Feeds that are pulled.': '取得するフィード。',
  'Pull a TAXII 2.1 collection regularly.': 'TAXII 2.1 のコレクションを定期的に取得する。',
  'collection id or alias over there': '相手側のコレクションの ID または別名',
  'collection id or alias here': 'こちらのコレクションの ID または別名',
  'API root over there, when it is not the default': '相手側の API ルート（既定と異なるとき）',
  '90s, 15m, 2h, 1d or never': '90s、15m、2h、1d、または never',
  'for what carries no TLP marking': 'TLP の無いものに付ける TLP',
  'user name for Basic; the password comes from --secret-file':
    'Basic 認証の利用者名。パスワードは --secret-file から読む',
  'password, or bearer token when there is no --user':
    'パスワード。--user が無ければ Bearer トークン',
  'permit http, loopback and private addresses for this URL':
    'この URL について http・ループバック・私設アドレスを許可',
  'discovery address of the other side': '相手側のディスカバリーのアドレス',
  'Ask what another side offers; nothing is stored.':
    '相手側が提供するものを調べる。何も保存しない。',
  'Feeds with their state.': 'フィードとその状態。',
  'Last success, new, failed, alarms.': '最後の成功、新規、失敗、警報。',
  'Forget a feed; what it brought stays.': 'フィードを外す。取得済みのものは残る。',
  'Pull a feed now, to its present end.': 'フィードを今すぐ、現在の末尾まで取得する。',
  'Other exchange points.': '他の交換拠点。',
  'Push a collection to a peer, exactly what it could read here.':
    'コレクションを相手に送る。相手がここで読めるものだけを送る。',
  'person, peer or service here as whom it reads': '相手の権限を表す、こちらの個人・相手・サービス',
  'Make a peer and print the block to hand over. It holds a secret.':
    '相手を登録し、手渡すブロックを表示する。秘密を含む。',
  'ids or aliases, separated by commas': 'ID または別名（コンマ区切り）',
  'it may also write into them': '書き込みも許可する',
  'it joins no community: it then sees what is CLEAR and what names it':
    'コミュニティに加えない。CLEAR と、名指しされたものだけが見える',
  'address under which it reaches this hub (default: the hub’s own)':
    '相手から見たこのハブのアドレス（既定: このハブ自身のもの）',
  'the other organisation': '相手の組織',
  'Try an invitation, show what would come, and pull it from then on.':
    '招待を試し、届くものを示し、以後取得を続ける。',
  'collection here that takes it': '受け入れるこちらのコレクション',
  'name of the feeds here': 'こちらでのフィード名',
  'permit http, loopback and private addresses for this peer':
    'この相手について http・ループバック・私設アドレスを許可',
  'try it, change nothing': '試すだけで、何も変更しない',
  'the block, or - for stdin': '招待ブロック、または -（標準入力）',
  'Peers with their state.': '相手とその状態。',
  'Forget a peer; what it has got stays with it.': '相手を外す。渡したものは相手に残る。',
  'Push to a peer now, up to the present end.': '相手に今すぐ、現在の末尾まで送る。',
  'Organisations that take part.': '参加する組織。',
  'List them.': '一覧を表示する。',
  'Add an organisation; it joins the house community unless --outsider.':
    '組織を追加する。--outsider でなければ拠点のコミュニティに加わる。',
  'join no community: it then sees what is CLEAR and what names it':
    'コミュニティに加えない。CLEAR と、名指しされたものだけが見える',
  'Remove an organisation.': '組織を削除する。',
  'Circles of organisations (sharing groups).': '組織の集まり（共有グループ）。',
  'Add a community, or replace its members with --id.':
    'コミュニティを追加する。--id を付けるとその会員を入れ替える。',
  'organisations by id or name, separated by commas': '組織の ID または名称（コンマ区切り）',
  'change this one': 'これを変更する',
  'Remove a community.': 'コミュニティを削除する。',
  'Persons, peers and services.': '個人・相手・サービス。',
  'Add someone to an organisation.': '組織に個人などを追加する。',
  'organisation by id or name': '組織の ID または名称',
  'person, organisation, peer or service': 'person、organisation、peer、service のいずれか',
  'reader, contributor, org-admin, operator, site-admin':
    'reader、contributor、org-admin、operator、site-admin',
  'Remove a person.': '個人を削除する。',
  'Credentials.': '認証情報。',
  'Make a credential; its secret is shown once.': '認証情報を作る。秘密は一度だけ表示する。',
  'a new service of this organisation, by id or name':
    'この組織（ID または名称）の新しいサービスとして',
  'for this person, peer or service': 'この個人・相手・サービスのために',
  'taxii, api or admin': 'taxii、api、admin のいずれか',
  'name of the service and note for the list (default: --org)':
    'サービス名と一覧での注記（既定: --org）',
  'roles of a new service': '新しいサービスの役割',
  'RFC 3339': 'RFC 3339 の日時',
  'a password of your own instead of a token': 'トークンの代わりに自分で決めたパスワード',
  'SHA-256 fingerprint of a client certificate': 'クライアント証明書の SHA-256 フィンガープリント',
  'End a credential at once.': '認証情報を直ちに無効にする。',
  'A new administrator token; the old ones end. Only on this machine.':
    '管理者トークンを作り直す。古いものは無効になる。この端末でのみ実行可。',
  'What is offered together.': 'まとめて提供する単位。',
  'Add a collection.': 'コレクションを追加する。',
  'short name, usable in URLs': 'URL に使える短い名前',
  'TAXII API root': 'TAXII の API ルート',
  'no membership is below this': '所属するもののラベルの下限',
  'TLP of what comes without a marking': 'マーキングの無いものの TLP',
  'audience: members of this community only, by id or name': '宛先: このコミュニティの会員のみ',
  'anyone, authenticated, or organisations by id or name':
    'anyone、authenticated、または組織の ID か名称',
  'authenticated, or organisations by id or name': 'authenticated、または組織の ID か名称',
  'Remove a collection.': 'コレクションを削除する。',
  'State of the hub; exit 1 when something needs you.': 'ハブの状態。対応が必要なら終了コード 1。',
  'Check store, indexes, memberships and log; exit 1 when something is wrong.':
    '保存領域・索引・所属・ログを検査する。問題があれば終了コード 1。',
  'Long work.': '時間のかかる処理。',
  'Running and recent jobs.': '実行中と最近の処理。',
  'Follow one job until it ends.': '一つの処理を終わりまで追う。',
  'What was not accepted, and why.': '受け入れなかったものと、その理由。',
  'Newest first, with place and clause.': '新しい順に、場所と条項を示す。',
  'at most so many': '件数の上限',
  'The audit trail, as JSON lines or RFC 5424 syslog lines.':
    '監査記録（JSON 行、または RFC 5424 の syslog 行）。',
  'only rows after this one': 'この行より後のみ',
  'RFC 5424 lines': 'RFC 5424 の行',
  'The sample exchange.': 'サンプルの情報交換。',
  'Remove the sample collection, its organisations and what lies in it.':
    'サンプルのコレクションと組織、その中身を削除する。',
  'Write one consistent file while the hub goes on. It holds the secrets of the house.':
    'ハブを止めずに、整合した一つのファイルを書く。拠点の秘密を含む。',
  'a new file, or a directory': '新しいファイル、またはディレクトリー',
  'in a directory: keep so many': 'ディレクトリーの場合に残す数',
  'Check a backup without restoring it.': '復元せずにバックアップを検査する。',
  'Fill an empty store from a backup and verify it. Starts a new feed epoch.':
    '空の保存領域にバックアップを復元し、検証する。フィードの世代が新しくなる。',
  'Bring an older store to the present schema.': '古い保存領域を現在の形式に移行する。',
  'say what would be done': '何をするかだけを示す',
  'Write a commented cybex.toml into this folder.':
    '説明付きの cybex.toml をこのフォルダーに書く。',
  'overwrite one that is there': '既にあれば上書きする',
  'Settings.': '設定。',
  'Every setting with its value and where it comes from.': 'すべての設定の値とその出所。',
  'Check the settings; exit 2 when something is wrong.':
    '設定を検査する。誤りがあれば終了コード 2。',
  'TAXII 2.1 tools.': 'TAXII 2.1 の道具。',
  'Check a TAXII 2.1 server clause by clause; exit 1 when it fails one.':
    'TAXII 2.1 サーバーを条項ごとに検査する。不適合があれば終了コード 1。',
  'collection to read': '読み取るコレクション',
  'collection in which test objects may be put and deleted':
    '試験用オブジェクトを入れて消してよいコレクション',
  'discovery address': 'ディスカバリーのアドレス',
  'Every pure function, JSON Lines on stdin and stdout.':
    'すべての純粋関数を、標準入出力の JSON Lines で。',
  'Print the completions of a shell.': 'シェルの補完を出力する。',
  'bash or zsh': 'bash または zsh',
  'Usage:': '使い方:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  'Arguments:': '引数:',
  'Global Options:': '共通オプション:',
  'display help for command': 'ヘルプを表示',
  'Example:': '例:',
};
