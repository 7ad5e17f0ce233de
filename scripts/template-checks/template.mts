import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { Workflow } from '../n8n/workflow.mts';

export type TemplateNode = Pick<
	INode,
	'name' | 'type' | 'typeVersion' | 'credentials' | 'disabled' | 'onError' | 'webhookId'
> & {
	readonly parameters: INodeParameters;
	readonly position?: readonly [number, number];
};

export type Template = Omit<Workflow, 'nodes' | 'settings' | 'connections'> & {
	/** Its name without the ending is the name of its page in docs/templates. */
	readonly file: string;
	readonly nodes: readonly TemplateNode[];
	readonly connections: Readonly<
		Record<string, Readonly<Record<string, ReadonlyArray<Ends | null>>>>
	>;
	readonly settings: {
		readonly errorWorkflow?: string;
		readonly timezone?: string;
		readonly executionOrder?: string;
		readonly [other: string]: unknown;
	};
};

type Ends = ReadonlyArray<{ readonly node: string }>;

export interface ReadTemplates {
	readonly templates: Template[];
	/** A sentence for each file that cannot be read. */
	readonly unreadable: string[];
}

export function readTemplateFiles(folder: string): ReadTemplates {
	const templates: Template[] = [];
	const unreadable: string[] = [];
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
		try {
			const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
			templates.push({ ...template, file });
		} catch (error) {
			unreadable.push(`${file} is no JSON: ${(error as Error).message}`);
		}
	}
	return { templates, unreadable };
}

export const isDisabled = ({ disabled }: TemplateNode) => disabled === true;

/** The nodes that get what this one gives out, at whichever output. */
export const after = ({ connections }: Template, name: string): string[] =>
	(connections[name]?.main ?? []).flatMap((ends) => (ends ?? []).map(({ node }) => node));

/** Every text in it, with the texts inside of lists and objects. */
export function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
