/** The person in every call, who must be found nowhere afterwards. */
export const PERSON = {
	email: 'Marked.Person@example.com',
	phone: '+1 555 010 6789',
	first: 'Markedfirst',
	last: 'Markedlast',
	city: 'Markedtown',
};
/** By which the person is looked for, in lower case. */
export const MARKS = [
	...['marked.person', 'marked%2eperson', '555 010 6789', '5550106789'],
	...['markedfirst', 'markedlast', 'markedtown'],
];
