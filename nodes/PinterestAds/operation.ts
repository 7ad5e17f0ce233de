import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Fields, Outcome, WorkerContext } from '../../worker/src';
import type { FieldReader } from './fieldReader';
import type { Answer } from './output/answer';

/** What one input (or, for a grouped operation, several) gives: a record, or a list of them. */
export type OperationOutcome = Outcome<object | readonly object[]> & {
	/** Shown beside the output. A single record carries its own in its field `warnings`. */
	readonly warnings?: readonly string[];
	/** Files of a single record, by the binary field that they go into. */
	readonly files?: Readonly<Record<string, OutputFile>>;
};

export interface OutputFile {
	readonly content: string | Uint8Array;
	readonly fileName: string;
	readonly mimeType: string;
}

/** An item whose work is done while another has failed. */
export interface DoneItem {
	readonly item: number;
	/** As the operation has read it. */
	readonly input: unknown;
	readonly record: object | readonly object[];
}

/** Says in whole sentences what was done and what would come of running it again; '' where it is nothing. */
export type Done = (done: readonly DoneItem[]) => string;

/** One unit of work, and the input items it came from. */
export interface WorkUnit<Input> {
	readonly items: readonly number[];
	readonly input: Input;
}

/** What an operation is run with that asks Pinterest for nothing. */
export interface LocalRun {
	readonly functions: IExecuteFunctions;
}

export interface OperationRun extends LocalRun {
	readonly context: WorkerContext;
}

interface Described {
	/** As the operations list shows it. */
	readonly name: string;
	readonly value: string;
	readonly action: string;
	readonly description: string;
	/**
	 * What running an item again would make a second time, or has gone out already: told where one failed
	 * item stops the workflow and the results of the others are lost.
	 */
	readonly done?: Done;
	/** Whether its input items hold people's data, of which a failed item must not carry a copy. */
	readonly personalInput?: boolean;
	/**
	 * Whether it changes something at Pinterest, so that it can be previewed; with conditions, where that depends on
	 * other fields of its form.
	 */
	readonly writes?: boolean | Readonly<Record<string, readonly string[]>>;
	/** Its fields, without `resource` and `operation` in displayOptions: the node adds these. */
	readonly properties: readonly INodeProperties[];
	/** The declarations of the task's fields that the form asks for; docs/ has tables of them. */
	readonly fields?: Fields;
	/** What its answers hold, in the order in which somebody reads: see `output/`. */
	readonly answer?: Answer;
	/** Where it depends on what was filled in. Undefined: as `answer` says. */
	answerTo?(fields: FieldReader): Answer | undefined;
}

interface Connected<Input> {
	readonly local?: false;
	/**
	 * Gives the worker everything at once, so that batching is the normal case.
	 * @returns one outcome per input, in their order
	 */
	run(run: OperationRun, inputs: readonly Input[]): Promise<readonly OperationOutcome[]>;
}

/** Makes no connection and renews no token: it works while Pinterest does not, and needs no credential. */
interface Local<Input> {
	readonly local: true;
	/** Whether it works on the credential itself, so that one has to be chosen. */
	readonly usesCredential?: boolean;
	/** @returns one outcome per input, in their order */
	run(run: LocalRun, inputs: readonly Input[]): Promise<readonly OperationOutcome[]>;
}

type OperationBase<Input> = Described & (Connected<Input> | Local<Input>);

/** The usual operation: one input item is one unit of work. */
export type ItemOperation<Input> = OperationBase<Input> & {
	/** The fields of one item as the worker's input. May throw: that item then fails alone. */
	read(fields: FieldReader, functions: IExecuteFunctions): Input;
};

/** An operation in which several input items make up one unit of work. */
export type GroupedOperation<Input> = OperationBase<Input> & {
	plan(
		fieldsOf: (item: number) => FieldReader,
		itemCount: number,
		functions: IExecuteFunctions,
	): Array<WorkUnit<Input>>;
};

export type Operation<Input = unknown> = ItemOperation<Input> | GroupedOperation<Input>;

/** Declares an operation; its input type stays inside, since the runner only carries it around. */
export function operation<Input>(definition: Operation<Input>): Operation {
	return definition as Operation;
}
