/**
 * Leaks that were planted to see whether the worlds find them: each a change of the compiled hub
 * that somebody could make by mistake. A change that no longer applies is an error.
 */
export interface Change {
  /** Below `dist/src/`. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly put: string;
}

export interface Mutant {
  readonly name: string;
  /** What a stranger would learn by it. */
  readonly tells: string;
  readonly changes: readonly Change[];
}

const ADMITS = '{ admits: () => true }';

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'objects are counted before the policy',
    tells: 'how many hidden objects a collection holds',
    changes: [
      {
        file: 'store/sqlite/record-lookup.js',
        find: 'if (!visible.has(label))\n                continue;',
        put: '',
      },
      {
        file: 'store/sqlite/record-lookup.js',
        find: 'return shelf.whole || members === heads ? heads : null;',
        put: 'return members;',
      },
    ],
  },
  {
    name: 'the last version is the last of all, not the last visible one',
    tells: 'that a later, hidden version exists: the visible one is gone',
    changes: [
      { file: 'store/match.js', find: "return exact ? 'fail' : 'check';", put: "return 'fail';" },
    ],
  },
  {
    name: 'hits are ranked by a figure of the whole house',
    tells: 'how many records the house holds, by the order of the hits',
    changes: [
      {
        file: 'store/sqlite/record-list.js',
        find: 'const heads = found.slice(0, query.limit);',
        put: `const { records } = snapshot.house;
            if (query.text !== undefined) found.sort((a, b) => (a.position % (records + 7)) - (b.position % (records + 7)));
            const heads = found.slice(0, query.limit);`,
      },
    ],
  },
  {
    name: 'a hidden twin makes a post fail',
    tells: 'that somebody keeps other content under this id and version',
    changes: [
      {
        file: 'hub/taxii-add.js',
        find: 'take({ id, version, path, outcome, issues }) {',
        put: `take({ id, version, path, outcome, issues, conflict }) {
        if (conflict) outcome = 'refused';`,
      },
    ],
  },
  {
    name: 'an import tells that a hidden record contradicts it',
    tells: 'the same, by the report of an import',
    changes: [
      {
        file: 'hub/api/import-lines.js',
        find: 'item({ label, conflict: _kept, outcome, ...item }) {',
        put: 'item({ label, outcome, ...item }) {',
      },
    ],
  },
  {
    name: 'an import into a letter box tells what lay in it',
    tells: 'what others put into a collection that one may not read',
    changes: [
      {
        file: 'hub/api/import-lines.js',
        find: 'const told = reads || outcome',
        put: 'const told = true || outcome',
      },
    ],
  },
  {
    name: 'positions are given one after another within a commit',
    tells: 'how many hidden objects came in the same envelope',
    changes: [
      {
        file: 'store/position.js',
        find: 'let slot = wish.slot;',
        put: 'let slot = this.given = ((this.given ?? -1) + 1) % WINDOW;',
      },
    ],
  },
  {
    name: 'a slot that another label has taken moves a membership on',
    tells: 'that a hidden object took the slot',
    changes: [
      {
        file: 'store/position.js',
        find: 'const taken = this.#lane(lane);',
        put: "const taken = this.#lane('all');\n        wish = { ...wish, slot: wish.slot % 7 };",
      },
    ],
  },
  {
    name: 'a page is kept for everybody who asks for it',
    tells: 'the page of whoever asked first',
    changes: [
      {
        file: 'store/sqlite/pages.js',
        find: 'objects(viewer, query, now) {',
        put: `objects(viewer, query, now) {
        this.kept ??= new Map();
        const key = JSON.stringify(query);
        if (!this.kept.has(key)) this.kept.set(key, this.read(viewer, query, now));
        return this.kept.get(key);
    }
    read(viewer, query, now) {`,
      },
    ],
  },
  {
    name: 'the view epoch changes with hidden records',
    tells: 'that something hidden was stored',
    changes: [
      {
        file: 'store/sqlite/pages.js',
        find: 'viewEpoch: snapshot.viewEpoch(collection),',
        put: "viewEpoch: snapshot.viewEpoch(collection) + '.' + snapshot.house.records,",
      },
    ],
  },
  {
    name: 'a hidden object by id is 403',
    tells: 'that the id exists',
    changes: [
      {
        file: 'store/sqlite/record-lookup.js',
        find: 'this.#contenders.visible(collection, objects, snapshot.view);',
        put: `this.#contenders.visible(collection, objects, ${ADMITS});`,
      },
      {
        file: 'hub/taxii-house.js',
        find: 'const page = await reader.objects(query);',
        put: `const page = await reader.objects(query);
            const [id] = query.match.ids ?? [];
            if (page.count === 0 && id !== undefined) {
                const there = await reader.authorise(query.collection, id, { versions: ['all'] });
                if (there.length > 0) throw new CybexError('forbidden', 'hidden');
            }`,
      },
    ],
  },
  {
    name: 'deleting a hidden object is 403',
    tells: 'that the id exists',
    changes: [
      {
        file: 'store/sqlite/record-lookup.js',
        find: 'this.#contenders.visible(collection, objects, snapshot.view);',
        put: `this.#contenders.visible(collection, objects, ${ADMITS});`,
      },
    ],
  },
  {
    name: 'more is said before the policy',
    tells: 'that hidden objects follow the page',
    changes: [
      {
        file: 'store/sqlite/selection.js',
        find: 'more: cut.more }',
        put: 'more: cut.more || (cut.take > 0 && batch.heads.length > cut.take) }',
      },
    ],
  },
  {
    name: 'all versions are listed, the hidden ones too',
    tells: 'hidden versions',
    changes: [
      {
        file: 'store/sqlite/selection.js',
        find: 'if (!whole && !view.admits(',
        put: 'if (!whole && !match.all && !view.admits(',
      },
      {
        file: 'store/sqlite/contenders.js',
        find: 'if (!view.admits(',
        put: 'if (false && !view.admits(',
      },
    ],
  },
  {
    name: 'a search tells how many hits there are',
    tells: 'how many hidden records hold a word',
    changes: [
      {
        file: 'store/sqlite/record-list.js',
        find: 'index = indexQuery({ text, value, pointsAt, labels });',
        put: `index = indexQuery({ text, value, pointsAt, labels });
            const every = indexQuery({ text, value, pointsAt, labels: null });
            this.hits = this.#finders.newest.find({ id, index: every }, collections, END, 10000).heads.length;`,
      },
      {
        file: 'store/sqlite/record-list.js',
        find: 'more: found.length > heads.length,',
        put: 'more: found.length > heads.length, hits: this.hits ?? 0,',
      },
      {
        file: 'hub/api/records.js',
        find: 'more: page.more,',
        put: 'more: page.more, hits: page.hits,',
      },
    ],
  },
  {
    name: 'references to an id are found whatever the policy says',
    tells: 'hidden records that point at an id',
    changes: [
      {
        file: 'store/sqlite/record-list.js',
        find: 'if (snapshot.view.admits(head.label, embargoed))',
        put: 'if (query.pointsAt !== undefined || snapshot.view.admits(head.label, embargoed))',
      },
      {
        file: 'store/sqlite/record-list.js',
        find: 'index = indexQuery({ text, value, pointsAt, labels });',
        put: 'index = indexQuery({ text, value, pointsAt, labels: pointsAt === null ? labels : null });',
      },
    ],
  },
  {
    name: 'the manifest knows no policy',
    tells: 'ids, versions and dates of everything',
    changes: [
      {
        file: 'store/sqlite/pages.js',
        find: `manifest(viewer, query, now) {
        return this.#snapshots.view(viewer, now, (snapshot) => {`,
        put: `manifest(viewer, query, now) {
        return this.#snapshots.view(viewer, now, (seen) => {
            const all = { sees: () => true, admits: () => true, owns: () => true, generation: 0 };
            const snapshot = { ...seen, view: all };`,
      },
    ],
  },
  {
    name: 'a status is given to whoever has its id',
    tells: 'what another organisation posted',
    changes: [
      {
        file: 'hub/taxii-house.js',
        find: "return record && own && principal.organisation !== '' ? statusOf(record) : null;",
        put: 'return record ? statusOf(record) : null;',
      },
    ],
  },
  {
    name: 'conflicts are listed whoever sees their sides',
    tells: 'that a hidden record contradicts a visible one',
    changes: [
      {
        file: 'store/sqlite/record-lookup.js',
        find: 'return readable && snapshot.view.admits(label, embargoed);',
        put: 'return true;',
      },
    ],
  },
  {
    name: 'the newest date of a collection is that of the house',
    tells: 'when anything hidden was stored last',
    changes: [
      {
        file: 'store/sqlite/record-lookup.js',
        find: 'newest = Math.max(newest, position)',
        put: 'newest = snapshot.house.lastPosition',
      },
    ],
  },
  {
    name: 'what rises by a deletion depends on versions under other labels',
    tells: 'that a hidden version lies between two visible ones',
    changes: [
      {
        file: 'store/sqlite/memberships.js',
        find: 'const after = rest.filter((member) => member.label === label);',
        put: 'const after = rest;',
      },
    ],
  },
  {
    name: 'what a relabel uncovers depends on versions under other labels',
    tells: 'that a hidden version lies below the one that was relabelled',
    changes: [
      {
        file: 'store/sqlite/memberships.js',
        find: 'const alike = all.filter((member) => member.label === label);',
        put: 'const alike = all.filter((member) => member.label === label || !moved.has(member.id));',
      },
    ],
  },
  {
    name: 'a better entitled source counts under every label',
    tells: 'that the authority keeps the same content where one may not see it',
    changes: [
      {
        file: 'store/sqlite/placing.js',
        find: 'if (own !== undefined)\n            return this.#relabel(',
        put: `for (const each of same) {
            if (placing.item.preference >= each.preference) continue;
            const risen = this.#memberships.prefer(commit, each, placing.item.preference);
            this.#repositioner.raise(commit, risen);
        }
        if (own !== undefined)
            return this.#relabel(`,
      },
    ],
  },
  {
    name: 'a re-post is told by whether others have the content too',
    tells: 'that somebody else keeps the same content',
    changes: [
      {
        file: 'store/sqlite/placing.js',
        find: 'const restored = !object.fresh && ',
        put: 'const restored = !object.fresh && same.length === 0 && ',
      },
    ],
  },
  {
    name: 'an embargo is not looked at',
    tells: 'records before their time',
    changes: [
      {
        file: 'store/label-view.js',
        find: 'return embargoed ? this.owns(label) : this.sees(label);',
        put: 'return this.sees(label);',
      },
    ],
  },
  {
    name: 'what is over is still given',
    tells: 'records after their time',
    changes: [{ file: 'store/label-view.js', find: 'last.until <= now', put: 'last.until < 0' }],
  },
  {
    name: 'an unknown marking is taken for none',
    tells: 'records whose marking nobody here knows',
    changes: [
      {
        file: 'policy/decide/sees.js',
        find: 'if (!owner && label.unknown.length > 0)',
        put: 'if (!owner && label.unknown.length > 9)',
      },
    ],
  },
  {
    name: 'a marking inside an object is not looked at',
    tells: 'objects with a part that is marked higher',
    changes: [
      {
        file: 'policy/marking/interpret.js',
        find: 'stricterTlp(base, parts.tlp)',
        put: 'base',
      },
    ],
  },
  {
    name: 'anybody may say what a marking means',
    tells: 'records whose marking a stranger declared harmless',
    changes: [
      {
        file: 'flow/5-decide.js',
        find: 'return operator && operator.id !== owner ? [owner, operator.id] : [owner];',
        put: 'return directory.organisations.map(({ id }) => id);',
      },
    ],
  },
  {
    name: 'every API root is told to everybody',
    tells: 'that a hidden collection was founded',
    changes: [
      {
        file: 'hub/taxii-house.js',
        find: 'directory.apiRoots.filter((root) => offered.some((collection) => collection.apiRoot === root.path))',
        put: 'directory.apiRoots',
      },
    ],
  },
  {
    name: 'other variants are counted whoever sees them',
    tells: 'how many hidden variants a record has',
    changes: [
      {
        file: 'store/sqlite/record-list.js',
        find: 'const visible = this.#contenders.visible(collection, objects, snapshot.view);',
        put: `const visible = this.#contenders.visible(collection, objects, ${ADMITS});`,
      },
    ],
  },
];
