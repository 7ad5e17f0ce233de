import { failed, no, workflow } from '../builder/index.mts';
import {
	aWorkflowFailed,
	whatHappened,
	choices,
	forgetWhatIsOver,
	wasTheTokenRefused,
	markTheConnection,
	fromAWorkflowThatItCalled,
	letThatOneTellFirst,
	notYetTold,
	closeWhatWasCutOff,
	earlierFailures,
	whatToDo,
	writeItDown,
	againOrTellSomebody,
} from '../parts/failures/happened.mts';
import { notes, overview } from '../parts/failures/notes.mts';
import {
	whoWasFirst,
	isItThisOne,
	leaveItToTheOther,
	pause,
	connection,
	hasN8nJustStarted,
	letN8nStart,
	isThereAnythingToDo,
	countTheAttempt,
	itDoesNotRest,
	nothingToHandOver,
	doItAgain,
	whatCameOfIt,
	didItWork,
	recovered,
	letItTellWhy,
	giveUp,
} from '../parts/failures/retry.mts';
import {
	whatToTell,
	sendTheEmail,
	tellSlack,
	itCouldNotBeSent,
} from '../parts/failures/telling.mts';

export default workflow({
	file: 'error-handler',
	id: 'pinAdsErrors',
	kept: 'all',
	paths: [
		[aWorkflowFailed, whatHappened, choices, forgetWhatIsOver],
		[choices, wasTheTokenRefused, markTheConnection],
		[choices, fromAWorkflowThatItCalled, letThatOneTellFirst, notYetTold, closeWhatWasCutOff],
		[no(fromAWorkflowThatItCalled), closeWhatWasCutOff],
		[closeWhatWasCutOff, earlierFailures, whatToDo, writeItDown, againOrTellSomebody],

		[againOrTellSomebody, whoWasFirst, isItThisOne, pause, connection, hasN8nJustStarted],
		[no(isItThisOne), leaveItToTheOther],
		[hasN8nJustStarted, letN8nStart, connection],
		[no(hasN8nJustStarted), isThereAnythingToDo, countTheAttempt, itDoesNotRest],
		[itDoesNotRest, nothingToHandOver, doItAgain, whatCameOfIt, didItWork, recovered],
		[no(didItWork), letItTellWhy, giveUp, whatToTell],

		[no(againOrTellSomebody), whatToTell, sendTheEmail],
		[whatToTell, tellSlack],
		[failed(sendTheEmail), itCouldNotBeSent],
		[failed(tellSlack), itCouldNotBeSent],
	],
	overview,
	notes,
});
