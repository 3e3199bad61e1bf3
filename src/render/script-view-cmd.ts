import type { PlannedCall, PlannedCheck, PlannedFunction, ScriptPlan } from '../ir/plan.js';
import { snakeCase } from '../plan/name-functions.js';
import { traceBody, traceSource, type TracedLine } from './origin-map.js';
import { cmdArgument } from './quote-cmd.js';
import type { Build } from './script-view-ps1.js';
