import { parsers } from 'prettier/plugins/yaml';

/** What a YAML file holds; every scalar as the text it is written with. */
export type Yaml = string | null | Yaml[] | { [key: string]: Yaml };

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly anchor?: { readonly value: string } | null;
  readonly children: readonly (Node | null)[];
}

/** By the parser that formats our own files; knows anchors, aliases and `<<`. */
export function readYaml(text: string): Yaml {
  const anchors = new Map<string, Yaml>();
  // Its types ask for options that it does not read.
  const root = parsers.yaml.parse(text, { originalText: text } as never) as unknown as Node;
  return read(find(root, 'documentBody')?.children[0] ?? null);

  function read(node: Node | null): Yaml {
    if (!node) return null;
    const found = held(node);
    if (node.anchor) anchors.set(node.anchor.value, found);
    return found;
  }

  function held(node: Node): Yaml {
    switch (node.type) {
      case 'mapping':
      case 'flowMapping': {
        const pairs = node.children.map((pair) => [child(pair, 0), child(pair, 1)] as const);
        return Object.assign(
          {},
          ...pairs.filter(([key]) => key?.value === '<<').map(([, value]) => read(value)),
          ...pairs
            .filter(([key]) => key?.value !== '<<')
            .map(([key, value]) => ({ [key?.value ?? '']: read(value) })),
        );
      }
      case 'sequence':
      case 'flowSequence':
        return node.children.map((one) => read(one?.children[0] ?? null));
      case 'alias':
        return anchors.get(node.value ?? '') ?? null;
      case 'null':
        return null;
      default:
        return node.value ?? null;
    }
  }
}

/** The key or the value of a pair. */
function child(pair: Node | null | undefined, place: 0 | 1): Node | null {
  return pair?.children[place]?.children[0] ?? null;
}

function find(node: Node, type: string): Node | null {
  if (node.type === type) return node;
  for (const one of node.children) {
    const found = one && find(one, type);
    if (found) return found;
  }
  return null;
}
