/** Writes XML: text and attributes escaped, what XML 1.0 cannot hold replaced. */

/** Characters that XML 1.0 §2.2 does not allow, half surrogate pairs among them. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function escapeText(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** One element; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) open += ` ${key}="${escapeAttribute(value)}"`;
  }
  const inner = content.join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/** An element of elements, each on a line of its own; nothing where there are none. */
export function listElement(name: string, content: readonly string[]): string {
  return content.length === 0 ? '' : `<${name}>\n${content.join('\n')}\n</${name}>\n`;
}

export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeText(text));
}
