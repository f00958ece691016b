/** The rules that can speak in a decision or shape a label: what each means, in both languages. */

export interface Bilingual {
  readonly en: string;
  readonly ja: string;
}

export interface PolicyRule {
  readonly title: Bilingual;
  /** The rule in our own words. */
  readonly clause: string;
  /** One sentence per effect that the rule can have; interpretation rules have none. */
  readonly says: Readonly<Partial<Record<'allow' | 'deny' | 'note', Bilingual>>>;
}

export type RuleId =
  | 'R1'
  | 'R2'
  | 'R2-role'
  | 'R2-owner'
  | 'R3'
  | 'R3-channel'
  | 'R3-automation'
  | 'R3-use'
  | 'R4'
  | 'R4-use'
  | 'R5-amber'
  | 'R5-green'
  | 'R5-clear'
  | 'R5-forward'
  | 'R6'
  | 'R6-definition'
  | 'R7'
  | 'R8'
  | 'R8-use'
  | 'R9'
  | 'R9-selectors'
  | 'R13-tlp'
  | 'R13-pap'
  | 'R20'
  | 'R20-forward'
  | 'R22'
  | 'R23'
  | 'R23-dates'
  | 'R23-actions'
  | 'R23-attribution'
  | 'R23-resale'
  | 'R23-notification'
  | 'R23-encryption'
  | 'R26'
  | 'embargo'
  | 'embargo-use'
  | 'tlp'
  | 'statement';

/** Every rule by id, in the order in which a reader should meet them. */
export const POLICY_RULES: Readonly<Record<RuleId, PolicyRule>> = {
  R1: {
    title: { en: 'Denied by default', ja: '既定は拒否' },
    clause: 'Nothing is allowed unless a rule allows it and none denies it.',
    says: { deny: { en: 'No rule allows this.', ja: '許可する規則がありません。' } },
  },
  R2: {
    title: { en: 'Writing is the source’s', ja: '書き込みは提供元のもの' },
    clause: 'An organisation writes and changes its own records.',
    says: {
      allow: {
        en: 'The record belongs to the organisation that writes it.',
        ja: '書き込む組織自身の記録です。',
      },
    },
  },
  'R2-role': {
    title: { en: 'Writing is a role', ja: '書き込みには役割が必要' },
    clause: 'Only a contributor or administrator of an organisation writes.',
    says: {
      deny: {
        en: 'Writing needs an organisation and the role contributor or org-admin.',
        ja: '書き込みには組織への所属と contributor または org-admin の役割が必要です。',
      },
    },
  },
  'R2-owner': {
    title: { en: 'Nobody changes another’s record', ja: '他者の記録は変更できない' },
    clause: 'Only the organisation whose record it is changes it.',
    says: {
      deny: {
        en: 'The record belongs to another organisation.',
        ja: '他の組織の記録です。',
      },
    },
  },
  R3: {
    title: { en: 'RED is for named persons', ja: 'REDは指名された個人のみ' },
    clause: 'TLP:RED reaches the persons whom the source named, and nobody else.',
    says: {
      allow: { en: 'The source named this person.', ja: '提供元がこの個人を指名しています。' },
      deny: {
        en: 'TLP:RED: the source did not name this person.',
        ja: 'TLP:RED：提供元はこの個人を指名していません。',
      },
    },
  },
  'R3-channel': {
    title: { en: 'RED is on no feed', ja: 'REDは配信しない' },
    clause: 'TLP:RED is shown interactively or sent by RID, never on a feed or in an export.',
    says: {
      deny: {
        en: 'TLP:RED never leaves over a feed or an export.',
        ja: 'TLP:REDはフィードにもエクスポートにも含まれません。',
      },
    },
  },
  'R3-automation': {
    title: { en: 'RED is not for automation', ja: 'REDは自動処理に渡さない' },
    clause: 'No service, peer or organisation account receives TLP:RED.',
    says: {
      deny: {
        en: 'TLP:RED is given to persons only, never to automation.',
        ja: 'TLP:REDは個人にのみ渡し、自動処理には渡しません。',
      },
    },
  },
  'R3-use': {
    title: { en: 'RED stays where it is', ja: 'REDは持ち出さない' },
    clause: 'TLP:RED is not forwarded, exported or sent to an enrichment service.',
    says: {
      deny: {
        en: 'TLP:RED is not forwarded, exported or enriched.',
        ja: 'TLP:REDは転送・エクスポート・エンリッチメントの対象になりません。',
      },
    },
  },
  R4: {
    title: { en: 'AMBER+STRICT is for the organisation', ja: 'AMBER+STRICTは組織内のみ' },
    clause: 'TLP:AMBER+STRICT reaches the receiving organisations, no clients and no communities.',
    says: {
      allow: {
        en: 'TLP:AMBER+STRICT: it is this organisation’s, or names it.',
        ja: 'TLP:AMBER+STRICT：この組織の記録か、この組織が名指しされています。',
      },
      deny: {
        en: 'TLP:AMBER+STRICT stays inside the organisations named by id.',
        ja: 'TLP:AMBER+STRICTはIDで指定された組織内に限られます。',
      },
    },
  },
  'R4-use': {
    title: { en: 'AMBER+STRICT goes no further', ja: 'AMBER+STRICTは外に出さない' },
    clause: 'TLP:AMBER+STRICT is not forwarded and not looked up with third parties.',
    says: {
      deny: {
        en: 'TLP:AMBER+STRICT does not leave the receiving organisation.',
        ja: 'TLP:AMBER+STRICTは受領した組織から外に出せません。',
      },
    },
  },
  'R5-amber': {
    title: { en: 'AMBER reaches organisation and clients', ja: 'AMBERは組織と顧客まで' },
    clause: 'TLP:AMBER reaches the receiving organisations and their registered clients.',
    says: {
      allow: {
        en: 'TLP:AMBER reaches this organisation.',
        ja: 'TLP:AMBER：この組織は対象に含まれます。',
      },
      deny: {
        en: 'TLP:AMBER does not reach this organisation: it is neither owner, client nor addressed.',
        ja: 'TLP:AMBER：この組織は所有者でも登録顧客でも宛先でもありません。',
      },
    },
  },
  'R5-green': {
    title: { en: 'GREEN reaches communities', ja: 'GREENはコミュニティまで' },
    clause: 'TLP:GREEN reaches authenticated members of communities, never the public.',
    says: {
      allow: {
        en: 'TLP:GREEN reaches this organisation.',
        ja: 'TLP:GREEN：この組織は対象に含まれます。',
      },
      deny: {
        en: 'TLP:GREEN is for authenticated members of communities (of the named ones, if any).',
        ja: 'TLP:GREENは認証済みのコミュニティ会員（指定があればその会員）に限られます。',
      },
    },
  },
  'R5-clear': {
    title: { en: 'CLEAR is for everyone', ja: 'CLEARは全員' },
    clause: 'TLP:CLEAR reaches everyone, unless the source named an audience.',
    says: {
      allow: { en: 'TLP:CLEAR reaches this reader.', ja: 'TLP:CLEAR：閲覧できます。' },
      deny: {
        en: 'TLP:CLEAR, but the source named an audience and this reader is not in it.',
        ja: 'TLP:CLEARですが、提供元が指定した宛先に含まれていません。',
      },
    },
  },
  'R5-forward': {
    title: { en: 'AMBER is passed on to clients only', ja: 'AMBERの転送は顧客のみ' },
    clause: 'Who received TLP:AMBER passes it on to his own clients, no further.',
    says: {
      note: {
        en: 'TLP:AMBER may go on to the organisation’s own clients.',
        ja: 'TLP:AMBERは自組織の顧客にのみ転送できます。',
      },
      deny: {
        en: 'TLP:AMBER from another organisation is forwarded to own clients only.',
        ja: '他組織のTLP:AMBERは自組織の顧客以外に転送できません。',
      },
    },
  },
  R6: {
    title: { en: 'Unmarked is not CLEAR', ja: '無標識はCLEARではない' },
    clause: 'What states no TLP takes the default of its delivery or collection: AMBER if none.',
    says: {},
  },
  'R6-definition': {
    title: { en: 'A marking definition starts CLEAR', ja: '標識定義はCLEARから' },
    clause: 'Whoever reads a record can read what its markings mean; the floor still holds.',
    says: {},
  },
  R7: {
    title: { en: 'Each use is its own permission', ja: '利用ごとに別の許可' },
    clause: 'Reading never implies forwarding, acting, exporting or enriching.',
    says: {
      allow: {
        en: 'A known principal asks, and this use has been judged by its own rules.',
        ja: '認証済みの要求であり、この利用を個別の規則で判定しました。',
      },
      deny: {
        en: 'Only an authenticated principal may do more than read.',
        ja: '閲覧以外の利用は認証済みの主体に限られます。',
      },
    },
  },
  R8: {
    title: { en: 'Unknown marking: owner only', ja: '未知の標識は所有者のみ' },
    clause: 'All markings hold; while one cannot be interpreted, only the owner has the record.',
    says: {
      note: {
        en: 'A marking is unknown here; the owner organisation still has its record.',
        ja: '未知の標識がありますが、所有組織は引き続き利用できます。',
      },
      deny: {
        en: 'A marking is unknown here, so only the owner organisation has the record.',
        ja: '未知の標識があるため、所有組織だけが利用できます。',
      },
    },
  },
  'R8-use': {
    title: { en: 'Unknown marking: it stays', ja: '未知の標識：外に出さない' },
    clause: 'While a marking cannot be interpreted, the owner keeps the record to himself.',
    says: {
      deny: {
        en: 'A marking is unknown here, so the record is not handed to third parties.',
        ja: '未知の標識があるため、第三者に渡せません。',
      },
    },
  },
  R9: {
    title: { en: 'A marked part marks the whole', ja: '部分の標識は全体に及ぶ' },
    clause: 'A marking on a part counts for the whole record: it is withheld whole, never cut.',
    says: {},
  },
  'R9-selectors': {
    title: { en: 'A selector that points nowhere', ja: '指す先のない選択子' },
    clause: 'Where a selector points at nothing, the strictest label found holds.',
    says: {},
  },
  'R13-tlp': {
    title: { en: 'Highest TLP of the receiving end', ja: '受け手のTLP上限' },
    clause: 'What leaves by a machine goes no higher than was declared: CLEAR where nothing was.',
    says: {
      deny: {
        en: 'The TLP is above what the receiving end is declared for (CLEAR unless stated).',
        ja: '受け手に設定されたTLP上限（無指定ならCLEAR）を超えています。',
      },
    },
  },
  'R13-pap': {
    title: { en: 'Highest PAP of the receiving end', ja: '受け手のPAP上限' },
    clause: 'What leaves by a machine goes no higher than was declared: CLEAR where nothing was.',
    says: {
      deny: {
        en: 'The PAP is above what the receiving end is declared for (CLEAR unless stated).',
        ja: '受け手に設定されたPAP上限（無指定ならCLEAR）を超えています。',
      },
    },
  },
  R20: {
    title: { en: 'A named audience restricts', ja: '指定された宛先に限る' },
    clause: 'A named audience holds at every level; an empty or unknown one is nobody.',
    says: {
      allow: { en: 'The source named this reader.', ja: '宛先に含まれています。' },
      deny: {
        en: 'The source named an audience, and this reader is not in it.',
        ja: '提供元が指定した宛先に含まれていません。',
      },
      note: {
        en: 'The source named an audience; the owner organisation still has its record.',
        ja: '宛先が指定されていますが、所有組織は引き続き利用できます。',
      },
    },
  },
  'R20-forward': {
    title: { en: 'Only the owner extends an audience', ja: '宛先を広げるのは所有者のみ' },
    clause: 'Whom the source addressed does not address others.',
    says: {
      deny: {
        en: 'The source named an audience: only the owner may address others.',
        ja: '宛先が指定されているため、所有者以外は転送できません。',
      },
    },
  },
  R22: {
    title: { en: 'Running the hub is not reading', ja: '運用者は閲覧者ではない' },
    clause: 'Operators and site administrators read what their organisation reads, no more.',
    says: {
      note: {
        en: 'The role of operator or site-admin gives no right to read.',
        ja: 'operator や site-admin の役割に閲覧権はありません。',
      },
    },
  },
  R23: {
    title: { en: 'An IEP policy holds', ja: 'IEPポリシーを適用' },
    clause: 'IEP statements are kept as they came, the strictest of each kind holds.',
    says: {},
  },
  'R23-dates': {
    title: { en: 'IEP: in force', ja: 'IEP：有効期間' },
    clause: 'Outside its start and end dates a policy permits no forwarding.',
    says: {
      deny: {
        en: 'The IEP policy is not in force at this time.',
        ja: 'IEPポリシーの有効期間外です。',
      },
    },
  },
  'R23-actions': {
    title: { en: 'IEP: permitted actions', ja: 'IEP：許可された行動' },
    clause: 'An act needs a class of action that the policy permits.',
    says: {
      note: {
        en: 'The IEP policy permits this class of action.',
        ja: 'IEPポリシーはこの種類の行動を許可しています。',
      },
      deny: {
        en: 'The IEP policy does not permit this class of action.',
        ja: 'IEPポリシーはこの種類の行動を許可していません。',
      },
    },
  },
  'R23-attribution': {
    title: { en: 'IEP: attribution', ja: 'IEP：提供元の表示' },
    clause: 'Where the provider must not be named, the original is not passed on.',
    says: {
      deny: {
        en: 'The provider must not be named, and the original names him.',
        ja: '提供元の表示が禁じられており、原本には提供元が記載されています。',
      },
    },
  },
  'R23-resale': {
    title: { en: 'IEP: resale', ja: 'IEP：再販売' },
    clause: 'Where unmodified resale is forbidden, no paid or partner feed carries it.',
    says: {
      deny: {
        en: 'The IEP policy forbids unmodified resale.',
        ja: 'IEPポリシーは無加工の再販売を禁じています。',
      },
    },
  },
  'R23-notification': {
    title: { en: 'IEP: notification', ja: 'IEP：関係者への通知' },
    clause: 'Affected parties are not notified where the policy forbids it.',
    says: {
      deny: {
        en: 'The IEP policy forbids notifying affected parties.',
        ja: 'IEPポリシーは影響を受ける関係者への通知を禁じています。',
      },
    },
  },
  'R23-encryption': {
    title: { en: 'IEP: encryption in transit', ja: 'IEP：伝送時の暗号化' },
    clause: 'What must be encrypted in transit leaves over TLS or mutual TLS only.',
    says: {
      note: {
        en: 'The IEP policy demands encryption in transit.',
        ja: 'IEPポリシーは伝送時の暗号化を求めています。',
      },
    },
  },
  R26: {
    title: { en: 'PAP limits use', ja: 'PAPは利用を制限' },
    clause: 'PAP RED: eyes and logs only. AMBER: passive look-ups. GREEN: active measures too.',
    says: {
      note: { en: 'The PAP permits this use.', ja: 'PAPはこの利用を許可しています。' },
      deny: { en: 'The PAP does not permit this use.', ja: 'PAPはこの利用を許可していません。' },
    },
  },
  embargo: {
    title: { en: 'Embargo', ja: '公開期間' },
    clause: 'Before its start and from its end on, only the owner has the record.',
    says: {
      note: {
        en: 'Outside its time the owner organisation still has its record.',
        ja: '公開期間外ですが、所有組織は引き続き利用できます。',
      },
      deny: {
        en: 'The record is outside the time in which it may be seen.',
        ja: '公開期間外です。',
      },
    },
  },
  'embargo-use': {
    title: { en: 'Embargo: it stays', ja: '公開期間外：外に出さない' },
    clause: 'Outside its time the owner does not hand the record to third parties.',
    says: {
      deny: {
        en: 'The record is outside its time, so it is not handed to third parties.',
        ja: '公開期間外のため、第三者に渡せません。',
      },
    },
  },
  tlp: {
    title: { en: 'A marking states a TLP', ja: '標識がTLPを示す' },
    clause: 'The highest TLP that a record states is its TLP.',
    says: {},
  },
  statement: {
    title: { en: 'A statement restricts nothing', ja: '声明は制限しない' },
    clause: 'A statement marking (copyright, terms) is text for people and sets no level.',
    says: {},
  },
};
