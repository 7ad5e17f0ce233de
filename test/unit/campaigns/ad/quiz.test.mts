import { createAds } from '../../../../worker/src/campaigns/index.ts';
import { AD, errorOf } from '../adsInMemory.mts';

describe('a quiz is refused by the place of what is wrong in it', () => {
	const good = { questions: [{ questionText: 'Where?', options: [{ text: 'There' }] }] };

	it.each<[string, unknown, string]>([
		['no JSON', '{"questions": [', 'Quiz: must be JSON: an object such as {"questions": ['],
		['a list', [], 'Quiz: must be an object with questions and results'],
		['an unknown name', { question: [] }, 'Quiz: has unknown names: question'],
		['two spellings of a name', { ...good, Questions: [] }, 'Quiz: has unknown names: Questions'],
		['questions that are no list', { questions: 'Where?' }, 'Quiz Questions: must be a list'],
		['a question that is text', { questions: ['Where?'] }, 'Quiz Questions 1.: must be an object'],
		[
			'an option without text',
			{ questions: [...good.questions, { options: [{ text: 'Here' }, { text: {} }] }] },
			'Quiz Questions 2. Options 2. Text: must be text',
		],
		[
			'half a number',
			{ questions: [{ questionId: 1.5 }] },
			'Quiz Questions 1. Question ID: must be a whole number',
		],
		[
			'a result without a Pin',
			{ ...good, results: [{ destinationUrl: 'https://shop.example.com' }] },
			'Quiz Results 1. Organic Pin: is missing',
		],
		[
			'a result that leads nowhere',
			{ results: [{ organic_pin_id: '5', destination_url: 'shop' }] },
			'Quiz Results 1. Destination URL: must be an address',
		],
		['another tie breaker', { tieBreakerType: 'FIRST' }, 'Quiz Tie Breaker Type: must be one of'],
		[
			'a tie breaker’s result that is none',
			{ tieBreakerCustomResult: { iosDeepLink: 'x' } },
			'Quiz Tie Breaker Custom Result iOS Deep Link: must be an address such as',
		],
	])('%s', async (_what, quiz, message) => {
		const error = await errorOf(createAds, { ...AD, creativeType: 'QUIZ', quiz });
		expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining(message) });
	});
});
