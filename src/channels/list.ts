import { ansible } from './ansible/channel.js';
import type { Channel } from './channel.js';
import { chocolatey } from './chocolatey/channel.js';
import { configmgr } from './configmgr/channel.js';
import { gpo } from './gpo/channel.js';
import { intune } from './intune/channel.js';
import { rmm } from './rmm/channel.js';
import { winget } from './winget/channel.js';

/** Every channel, in the order in which people have them. */
export const channels: readonly Channel[] = [intune, gpo, configmgr, winget, ansible, rmm, chocolatey];
