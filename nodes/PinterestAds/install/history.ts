import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Ask, Came } from './types';

/** Where the answers to a step came from: the node that gave them, which of its outputs, and in which run. */
export interface AnsweredBy {
	readonly node: string;
	readonly output: number;
	readonly run: number;
}

/** An item that this node has given out in an earlier step. */
interface Given {
	readonly step: 'ask' | 'connect';
	readonly method?: Ask['method'];
	readonly path?: string;
	readonly body?: object | null;
	/** Of the steps before it. */
	readonly answered: readonly AnsweredBy[];
}

export interface History {
	readonly came: readonly Came[];
	/** To be handed on with the next step. */
	readonly answered: readonly AnsweredBy[];
}

/**
 * What has been asked for so far and what came of it. This node and those that answer it are a circle, and
 * n8n keeps every round of it; nothing of it is copied.
 */
export function historyOf(functions: IExecuteFunctions): History {
	const proxy = functions.getWorkflowDataProxy(0);
	const itemsOf = (node: string, output?: number, run?: number): INodeExecutionData[] =>
		(proxy.$(node) as ItemsOfNode).all(output, run);
	const own = functions.getNode().name;
	const last = inFirstRound(functions) ? undefined : itemsOf(own)[0];
	if (!last) return { came: [], answered: [] };
	const source = functions.getInputSourceData();
	const answered: AnsweredBy[] = [
		...(last.json as unknown as Given).answered,
		{
			node: source.previousNode,
			output: source.previousNodeOutput ?? 0,
			run: source.previousNodeRun ?? 0,
		},
	];
	const came = answered.map(({ node, output, run }, round) =>
		cameOf(itemsOf(own, 0, round), itemsOf(node, output, run)),
	);
	return { came, answered };
}

interface ItemsOfNode {
	all(output?: number, run?: number): INodeExecutionData[];
}

function cameOf(
	given: readonly INodeExecutionData[],
	answers: readonly INodeExecutionData[],
): Came {
	const asked = given.map(({ json }) => json as unknown as Given);
	if (asked[0].step === 'connect') {
		return { step: 'connect', items: answers.map(({ json }) => json) };
	}
	return {
		step: 'ask',
		answers: asked.map(({ method = 'GET', path = '', body }, n) => ({
			ask: { method, path, ...(body && { body }) },
			...answerIn(answers[n]?.json ?? {}),
		})),
	};
}

/** The HTTP Request node gives whole answers, and an error where there was none. */
function answerIn(json: Readonly<Record<string, unknown>>) {
	const { statusCode, body, error } = json;
	if (typeof statusCode === 'number') return { status: statusCode, body };
	const said = typeof error === 'object' ? (error as { message?: unknown } | null)?.message : error;
	return { status: 0, body: { message: String(said ?? 'no answer') } };
}

/** In the first round the items come from wherever the workflow begins, and this node has given nothing. */
function inFirstRound(functions: IExecuteFunctions): boolean {
	return Number(functions.getWorkflowDataProxy(0).$runIndex) === 0;
}
