/** The registered types of package URLs (ECMA-427 §5.7; purl-spec, August 2026), as data. */

export interface PurlType {
  readonly namespace: 'required' | 'optional' | 'prohibited';
  /** Components whose canonical form is lower case. */
  readonly lower?: readonly ('namespace' | 'name' | 'version' | 'subpath')[];
  /** Keys that the definition names; the keys of every type are in COMMON_QUALIFIERS. */
  readonly qualifiers?: readonly string[];
  readonly required?: readonly string[];
  readonly nameForm?: RegExp;
  readonly versionForm?: RegExp;
  /** Where packages are when no repository_url is given. */
  readonly repository?: string;
}

/** ECMA-427 annex B. */
export const COMMON_QUALIFIERS: readonly string[] = [
  'repository_url',
  'download_url',
  'vcs_url',
  'file_name',
  'checksum',
  'vers',
];

const BOTH = ['namespace', 'name'] as const;
const NAME = ['name'] as const;

export const PURL_TYPES: ReadonlyMap<string, PurlType> = new Map<string, PurlType>([
  ['alpm', { namespace: 'required', lower: BOTH, qualifiers: ['arch'] }],
  ['apk', { namespace: 'required', lower: BOTH, qualifiers: ['arch'] }],
  ['bazel', { namespace: 'prohibited', repository: 'https://bcr.bazel.build' }],
  ['bitbucket', { namespace: 'required', lower: BOTH, repository: 'https://bitbucket.org' }],
  [
    'bitnami',
    {
      namespace: 'prohibited',
      lower: NAME,
      qualifiers: ['arch', 'distro'],
      repository: 'https://downloads.bitnami.com/files/stacksmith',
    },
  ],
  ['brew', { namespace: 'optional', lower: BOTH, repository: 'https://formulae.brew.sh/' }],
  ['cargo', { namespace: 'prohibited', repository: 'https://crates.io/' }],
  [
    'chrome-extension',
    {
      namespace: 'prohibited',
      lower: NAME,
      nameForm: /^[a-p]{32}$/,
      versionForm: /^\d+(?:\.\d+){0,3}$/,
      repository: 'https://chromewebstore.google.com/',
    },
  ],
  [
    'cocoapods',
    {
      namespace: 'prohibited',
      nameForm: /^[^.\s+][^\s+]*$/,
      repository: 'https://cdn.cocoapods.org/',
    },
  ],
  ['composer', { namespace: 'required', lower: BOTH, repository: 'https://packagist.org' }],
  [
    'conan',
    {
      namespace: 'optional',
      qualifiers: ['user', 'channel', 'rrev', 'prev'],
      repository: 'https://center.conan.io',
    },
  ],
  [
    'conda',
    {
      namespace: 'prohibited',
      qualifiers: ['build', 'channel', 'subdir', 'type'],
      repository: 'https://repo.anaconda.com',
    },
  ],
  [
    'cpan',
    {
      namespace: 'optional',
      qualifiers: ['author', 'distpath', 'ext'],
      nameForm: /^(?!.*::)/s,
      repository: 'https://www.cpan.org/',
    },
  ],
  ['cran', { namespace: 'prohibited', repository: 'https://cran.r-project.org' }],
  ['deb', { namespace: 'required', lower: BOTH, qualifiers: ['arch'] }],
  ['docker', { namespace: 'optional', repository: 'https://hub.docker.com' }],
  [
    'gem',
    { namespace: 'prohibited', qualifiers: ['platform'], repository: 'https://rubygems.org' },
  ],
  ['generic', { namespace: 'optional' }],
  ['git', { namespace: 'required' }],
  ['github', { namespace: 'required', lower: BOTH, repository: 'https://github.com' }],
  ['golang', { namespace: 'required' }],
  ['hackage', { namespace: 'prohibited', repository: 'https://hackage.haskell.org' }],
  ['hex', { namespace: 'optional', lower: BOTH, repository: 'https://repo.hex.pm' }],
  ['huggingface', { namespace: 'required', lower: ['version'] }],
  [
    'julia',
    {
      namespace: 'prohibited',
      qualifiers: ['uuid'],
      required: ['uuid'],
      repository: 'https://github.com/JuliaRegistries/General',
    },
  ],
  ['luarocks', { namespace: 'optional', lower: BOTH, repository: 'https://luarocks.org' }],
  [
    'maven',
    {
      namespace: 'required',
      qualifiers: ['classifier', 'type'],
      repository: 'https://repo.maven.apache.org/maven2/',
    },
  ],
  ['mlflow', { namespace: 'prohibited', qualifiers: ['model_uuid', 'run_id'] }],
  ['npm', { namespace: 'optional', repository: 'https://registry.npmjs.org/' }],
  ['nuget', { namespace: 'prohibited', repository: 'https://www.nuget.org' }],
  ['oci', { namespace: 'prohibited', lower: ['name', 'version'], qualifiers: ['arch', 'tag'] }],
  ['opam', { namespace: 'prohibited', repository: 'https://opam.ocaml.org' }],
  [
    'otp',
    { namespace: 'prohibited', lower: ['name', 'subpath'], qualifiers: ['platform', 'arch'] },
  ],
  [
    'pub',
    {
      namespace: 'prohibited',
      lower: NAME,
      nameForm: /^[a-z0-9_]+$/,
      repository: 'https://pub.dartlang.org',
    },
  ],
  ['pypi', { namespace: 'prohibited', lower: ['name', 'version'], repository: 'https://pypi.org' }],
  ['qpkg', { namespace: 'required', lower: ['namespace'] }],
  ['rpm', { namespace: 'required', lower: ['namespace'], qualifiers: ['epoch', 'arch'] }],
  [
    'swid',
    {
      namespace: 'optional',
      qualifiers: ['tag_id', 'tag_version', 'patch', 'tag_creator_name', 'tag_creator_regid'],
      required: ['tag_id'],
    },
  ],
  ['swift', { namespace: 'required' }],
  [
    'vcpkg',
    {
      namespace: 'prohibited',
      qualifiers: ['port_version', 'repository_revision', 'triplet'],
      repository: 'https://github.com/microsoft/vcpkg/',
    },
  ],
  [
    'vscode-extension',
    {
      namespace: 'required',
      lower: ['namespace', 'name', 'version'],
      qualifiers: ['platform'],
      repository: 'https://marketplace.visualstudio.com/vscode-extension',
    },
  ],
  ['yocto', { namespace: 'optional', lower: ['namespace'], qualifiers: ['layer_version'] }],
]);
