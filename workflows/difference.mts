import { diffStringsUnified } from 'jest-diff';
import type { Workflow } from './builder/index.mts';

/** A workflow as the editor downloads it: with more than we give, and ids of its own. */
export type Exported = Pick<Workflow, 'name'> & {
	readonly nodes: ReadonlyArray<Readonly<Record<string, unknown>> & { readonly name: string }>;
	readonly connections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly settings?: Readonly<Record<string, unknown>>;
};

/** What an export has changed against the source, as text for somebody who takes it over by hand; '' where it is nothing. */
export function difference(source: Workflow, exported: Exported): string {
	const names = new Set([...source.nodes, ...exported.nodes].map(({ name }) => name));
	const nodes = [...names].map((name) => {
		const before = source.nodes.find((node) => node.name === name);
		const after = exported.nodes.find((node) => node.name === name);
		if (!before) return said(`new node “${name}”`, '', texts(after));
		if (!after) return said(`node “${name}” is gone`, '', '');
		return said(`node “${name}”`, texts(before), texts(after));
	});
	const settings = said(
		'settings',
		texts(source.settings),
		texts({ ...source.settings, ...exported.settings }),
	);
	const connections = said(
		'connections',
		linesOf(source.connections).join('\n'),
		linesOf(exported.connections).join('\n'),
	);
	return [...nodes, connections, settings].filter(Boolean).join('\n\n');
}

function said(what: string, before: string, after: string): string {
	if (before === after && !what.endsWith('is gone')) return '';
	if (before === after) return what;
	const changes = diffStringsUnified(before, after, {
		...{ omitAnnotationLines: true, expand: false, contextLines: 1 },
		...{ aColor: plain, bColor: plain, commonColor: plain, patchColor: plain, changeColor: plain },
	});
	return `${what}\n${changes}`;
}

const plain = (text: string) => text;

/** Ids and places on the canvas say nothing of what a node does, and a credential is the user's own. */
const OF_THE_EDITOR = ['id', 'position', 'webhookId', 'credentials'];

const texts = (value: unknown): string =>
	JSON.stringify(sorted(value, OF_THE_EDITOR), null, '  ') ?? '';

function sorted(value: unknown, without: readonly string[] = []): unknown {
	if (Array.isArray(value)) return value.map((one) => sorted(one));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([key]) => !without.includes(key));
	return Object.fromEntries(
		entries
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, one]) => [key, sorted(one)]),
	);
}

type Outputs = ReadonlyArray<ReadonlyArray<{ node: string; index: number }> | null>;

function linesOf(connections: Exported['connections']): string[] {
	return Object.entries(connections)
		.flatMap(([from, kinds]) =>
			Object.entries(kinds).flatMap(([kind, outputs]) =>
				(outputs as Outputs).flatMap((targets, output) =>
					(targets ?? []).map(
						({ node, index }) =>
							`${from} [${kind === 'main' ? output : kind}] → ${node}${index > 0 ? ` [${index}]` : ''}`,
					),
				),
			),
		)
		.sort();
}
