/** What a tool of remote management takes, as far as its maker says. */
export interface RmmTool {
  /** As its maker writes it. */
  readonly name: string;
  /** Characters of a script; null where nothing is said. */
  readonly largestScript: number | null;
  /** Characters of output that are kept; null where nothing is said. */
  readonly largestOutput: number | null;
  /** What a detection ends with on a problem; anything but 0 counts as a failure. */
  readonly exitCode: number;
  /** Whether it reads the result between markers. */
  readonly markers: boolean;
  /** What it does with output and exit code, and what to enter. */
  readonly note: string;
  /** Where that was read, on 29 November 2026. None: nothing was found, and what is said is what every such tool does. */
  readonly sources: readonly string[];
}

export const rmmTools: readonly RmmTool[] = [
  {
    name: 'NinjaOne',
    largestScript: null,
    largestOutput: null,
    exitCode: 1,
    markers: false,
    note: 'Runs as System. A script result condition compares the output, upper and lower case as they are: contains "| Problem".',
    sources: [
      'https://www.ninjaone.com/docs/policies-and-conditions/conditions/compound-policy-conditions/',
      'https://www.ninjaone.com/docs/endpoint-management/scripting-and-automation/automation-library-faq/',
    ],
  },
  {
    name: 'Datto RMM',
    largestScript: null,
    largestOutput: null,
    exitCode: 1,
    markers: true,
    note: 'A monitor alerts on any exit code but 0 and shows the line between <-Start Result-> and <-End Result->. Run the repair as a job.',
    sources: [
      'https://rmm.datto.com/help/de/Content/3NEWUI/Automation/Components/CreateAComponent.htm',
      'https://github.com/madhuperera/Datto_RMM',
    ],
  },
  {
    name: 'N-able N-sight RMM',
    largestScript: 65_535,
    largestOutput: 10_000,
    exitCode: 1001,
    markers: false,
    note: 'Keeps the exit codes 1 to 999 for its own scripts and shows output from 1001 on: enter the arguments under Script Parameters.',
    sources: [
      'https://documentation.n-able.com/remote-management/userguide/Content/script_guide.htm',
      'https://documentation.n-able.com/remote-management/userguide/Content/script_guide_return.htm',
    ],
  },
  {
    name: 'N-able N-central',
    largestScript: 10 * 1024 * 1024,
    largestOutput: null,
    exitCode: 1,
    markers: false,
    note: 'Run PowerShell Script gives 0 for success and any other number for a failure.',
    sources: [
      'https://documentation.n-able.com/N-central/userguide/Content/Automation/Objects/Extensions/RunScript.htm',
    ],
  },
  {
    name: 'PDQ Connect',
    largestScript: null,
    largestOutput: null,
    exitCode: 1,
    markers: false,
    note: 'Use a step of a package. The PowerShell scanner reads objects and no text, so it is not for these scripts.',
    sources: ['https://connect.pdq.com/hc/en-us/articles/49040216754203-PowerShell-Scanner'],
  },
  {
    name: 'Action1',
    largestScript: null,
    largestOutput: null,
    exitCode: 1,
    markers: false,
    note: 'No limits were found in its documentation. Try it on a test PC first.',
    sources: [],
  },
  {
    name: 'Atera',
    largestScript: null,
    largestOutput: null,
    exitCode: 1,
    markers: false,
    note: 'No limits were found in its documentation. Try it on a test PC first.',
    sources: [],
  },
];
