import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join('worker', 'src');
const WORDS =
	/\bn8n|\bcredentials?\b|\bnodes?\b(?!:)|under Options|Find Options|Split Out|Compression|\bworkflows?\b|\bdrag\b/i;
/** As the node's operations are called: "Keyword: Add". */
const OPERATIONS =
	/\b(?:Ad|Group|Account|Audience|Campaign|Connection|Conversion|Keyword|Metrics|Targeting): (?:Add|Archive|Get|Find|Send|Sync|Update|Create|Check)\b/;
/** Kinds of errors as they are kept in tables, which nobody is told. */
const KINDS = ['workflow'];
/** To be said by actions too. */
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) =>
	/\.m?ts$/.test(file),
);

function textsIn(file: string): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
		if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) texts.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest));
	return texts;
}

it('the worker says nothing that only makes sense inside n8n', () => {
	const found = FILES.flatMap((file) =>
		textsIn(file)
			.filter((text) => (WORDS.test(text) && !KINDS.includes(text)) || OPERATIONS.test(text))
			.map((text) => `${file}: ${text}`),
	);
	expect(found).toEqual([]);
});
