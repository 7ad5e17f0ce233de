/** What of an operation says what its answers hold. */
export interface OperationAnswer {
	readonly answer?: { readonly simplified?: readonly string[] };
}

interface Answering {
	/** "Campaign". */
	readonly name: string;
	readonly operations: ReadonlyArray<OperationAnswer & { readonly name: string }>;
}

/** The answers that can be simplified, each with the operations that give it and the fields that are left. */
export function answerTable(resources: readonly Answering[]): string {
	const rows = resources.flatMap(({ name, operations }) => {
		const byFields = new Map<string, string[]>();
		for (const { name: operation, answer } of operations) {
			if (!answer?.simplified) continue;
			const fields = answer.simplified.map((field) => `\`${field}\``).join(', ');
			byFields.set(fields, [...(byFields.get(fields) ?? []), operation]);
		}
		return [...byFields].map(([fields, of]) => `| **${name}**: ${of.join(', ')} | ${fields} |`);
	});
	return ['| operation | fields, in this order |', '|---|---|', ...rows].join('\n');
}
