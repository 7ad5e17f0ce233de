import { answerDashboardButton } from './answerDashboardButton.operation';
import { createDashboard } from './createDashboard.operation';
import { readDashboardRequest } from './readDashboardRequest.operation';

export const dashboardOperations = [answerDashboardButton, createDashboard, readDashboardRequest];
