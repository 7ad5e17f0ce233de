import { bodyOf } from '../../fields/body';
import { required } from '../../fields/field';
import { choice, group, groupsOf, idOf, link, number, text, url } from '../../fields/kinds';
import type { AdFields } from '../../pinterest/types';

/** The quiz of a quiz ad (schema `QuizPinData`). */

type QuizData = NonNullable<AdFields['quiz_pin_data']>;
type Question = NonNullable<NonNullable<QuizData['questions']>[number]>;
type Option = NonNullable<NonNullable<Question['options']>[number]>;
type Result = NonNullable<NonNullable<QuizData['results']>[number]>;

const POSITION = { must: 'must be a whole number', isWhole: true };

const OPTION = {
	id: number({
		...{ label: 'ID', description: 'The option’s number', sentAs: 'id' },
		...POSITION,
	}),
	text: text({ label: 'Text', description: 'What the option says', sentAs: 'text' }),
};

const QUESTION = {
	questionId: number({
		...{ label: 'Question ID', description: 'The question’s number', sentAs: 'question_id' },
		...POSITION,
	}),
	questionText: text({
		label: 'Question Text',
		description: 'What is asked',
		example: 'Where would you nap?',
		sentAs: 'question_text',
	}),
	options: groupsOf({
		label: 'Options',
		each: 'Option',
		description: 'What can be answered',
		fields: OPTION,
		sentAs: 'options',
		send: (options) => options.map((one) => bodyOf<Option>()(OPTION, one)),
	}),
};

const RESULT = {
	resultId: number({
		...{ label: 'Result ID', description: 'The result’s number', sentAs: 'result_id' },
		...POSITION,
	}),
	organicPinId: idOf('pin', {
		label: 'Organic Pin',
		description: 'The Pin that shows the result; it exists already and is not an ad',
		sentAs: 'organic_pin_id',
	}),
	destinationUrl: url({
		label: 'Destination URL',
		description: 'Where a click on the result leads',
		sentAs: 'destination_url',
	}),
	androidDeepLink: link({
		label: 'Android Deep Link',
		description: 'Opens your app on Android',
		sentAs: 'android_deep_link',
	}),
	iosDeepLink: link({
		label: 'iOS Deep Link',
		description: 'Opens your app on iPhone and iPad',
		sentAs: 'ios_deep_link',
	}),
};

/** "You must create an organic Pin for each result in the quiz" (schema `AdCommon`, `quiz_pin_data`). */
const LISTED_RESULT = { ...RESULT, organicPinId: required(RESULT.organicPinId) };

const QUIZ = {
	questions: groupsOf({
		label: 'Questions',
		each: 'Question',
		description: 'What is asked, in this order',
		fields: QUESTION,
		sentAs: 'questions',
		send: (questions) => questions.map((one) => bodyOf<Question>()(QUESTION, one)),
	}),
	results: groupsOf({
		label: 'Results',
		each: 'Result',
		description: 'What the answers lead to, in the order of the options',
		fields: LISTED_RESULT,
		sentAs: 'results',
		send: (results) => results.map((one) => bodyOf<Result>()(LISTED_RESULT, one)),
	}),
	tieBreakerType: choice({
		label: 'Tie Breaker Type',
		description: 'Which result is shown where several fit alike; left out, any of them',
		choices: { RANDOM: 'Random', CUSTOM: 'Custom' },
		sentAs: 'tie_breaker_type',
	}),
	tieBreakerCustomResult: group({
		label: 'Tie Breaker Custom Result',
		description: 'The result that is shown then, where the type is Custom',
		example: '{"organicPinId": "813744226420795884"}',
		fields: RESULT,
		sentAs: 'tie_breaker_custom_result',
		send: (result) => bodyOf<Result>()(RESULT, result),
	}),
};

const EXAMPLE = `{
  "questions": [
    {
      "questionId": 1,
      "questionText": "Where would you nap?",
      "options": [{ "id": 1, "text": "In a hammock" }, { "id": 2, "text": "On a sofa" }]
    }
  ],
  "results": [
    {
      "resultId": 1,
      "organicPinId": "813744226420795884",
      "destinationUrl": "https://shop.example.com/hammocks"
    },
    {
      "resultId": 2,
      "organicPinId": "813744226420795885",
      "destinationUrl": "https://shop.example.com/sofas"
    }
  ],
  "tieBreakerType": "RANDOM"
}`;

export const quiz = group({
	label: 'Quiz',
	description:
		'The questions, options and results of an ad with the creative type Quiz. Each result needs an organic Pin that exists already. People can save the results of a quiz ad, but not the ad.',
	example: EXAMPLE,
	must: 'must be an object with questions and results',
	fields: QUIZ,
	sentAs: 'quiz_pin_data',
	cleared: null,
	send: (given): QuizData => bodyOf<QuizData>()(QUIZ, given),
});
