import type { server as german } from '../de/server.ts';
import type { Messages } from '../messages.ts';

export const server: Messages<typeof german> = {
  help: `Mitwerk: show drafts and let people vote live.

  mitwerk [start]        starts the board
  mitwerk reset-maker    logs out all devices and shows a new link to the studio
  mitwerk doctor         checks the folder and recounts every ballot
  mitwerk backup [FOLDER]
                         saves everything, also while Mitwerk is running
  mitwerk export BOARD [FILE.zip]
                         packs a whole board; BOARD stands in its link after /b/
  mitwerk restore FILE.zip
                         brings a packed board back, also on another server

  --port 4400            port; unless given, the next free one from 4400
  --host 0.0.0.0         127.0.0.1: this machine only
  --data FOLDER          where everything is kept
  --public-url ADDRESS   address at which phones reach the server
  --trust-proxy          behind a proxy that does HTTPS
  --open                 opens the studio in the browser
  --demo                 shows an example with 40 simulated phones, in a folder of its own;
                         with the other commands: in that folder
  --help, --version
`,
  running: 'Mitwerk is running.',
  here: 'This machine',
  inWifi: 'In the same Wi-Fi',
  onTheWeb: 'Public',
  makerLink: (minutes) => `Studio (good for ${minutes} minutes, once)`,
  studio: 'Studio',
  joinCode: 'Join in',
  onlyHere: 'Phones cannot reach this server: it listens to this machine only.',
  folder: 'Folder',
  stop: 'Stop with Ctrl + C.',
  stopping: 'Mitwerk stops. Every vote is kept.',
  portTaken: (wanted, got) => `Port ${wanted} is taken, so it is ${got}.`,
  portRefused: (port) => `Port ${port} is taken. Use another one: --port ${port + 1}`,
  portForbidden: 'I may not open this port. Use one from 1024: --port 4400',
  hostRefused: (host) =>
    `The address ${host} is not one of this machine. Without --host Mitwerk listens to all.`,
  folderInUse: (folder, pid) =>
    `A Mitwerk is already running in ${folder} (process ${pid}). Stop it, or use another folder: --data FOLDER`,
  nothingStarted: (folder) => `No Mitwerk was started in ${folder} yet. Name its folder with --data FOLDER.`,
  folderRefused: (path) => `I may not write in ${path}. Use another folder: --data FOLDER`,
  redisUnreachable: (address, reason) =>
    `Redis at ${address} does not answer or does not let us in (${reason}). Check REDIS_URL.`,
  redisEmptied:
    'A part of Redis is empty, although boards were in it. Restore its backup before you start Mitwerk.',
  redisBackUp:
    'What is in Redis is backed up by Redis: copy its folder appendonlydir. Single boards are packed by mitwerk export.',
  diskFull: 'The disk is full. Make room and start again.',
  badSetting: (names) => `This setting is wrong: ${names}`,
  settings: {
    MITWERK_PORT: '0 to 65535',
    MITWERK_PUBLIC_URL: 'like https://board.example',
    MITWERK_TRUST_PROXY: 'true or false',
    MITWERK_METRICS_PORT: '0 to 65535',
    MITWERK_METRICS_TOKEN: '16 characters or more',
    MITWERK_DRAIN_SECONDS: 'seconds, 0 to 300',
    REDIS_URL: 'like redis://user:password@host:6379',
  },
  newLink: (minutes) =>
    `All devices are logged out. New link to the studio, good for ${minutes} minutes and once:`,
  linkGuessed:
    'If the servers run elsewhere, put their address at the start of this link, or name it with --public-url.',
  tryHelp: 'All commands: --help',
  unknownWord: (word) => `I do not know “${word}”.`,
  unknownFlag: (flag) => `I do not know the option ${flag}.`,
  needsValue: (flag) => `${flag} needs a value.`,
  takesNoValue: (flag) => `${flag} stands alone, without a value.`,
  needsSlug: 'Which board? Its name stands in its link after /b/: mitwerk export BOARD',
  needsFile: 'Which file? mitwerk restore FILE.zip',
  badPort: (value) => `“${value}” is no port. Ports go from 0 to 65535.`,
  badUrl: (value) => `“${value}” is no address like https://board.example.`,

  noSuchBoard: (slug) => `There is no board “${slug}” here.`,
  exportWhileOpen: 'A round is open. Close it, then the board can be packed.',
  exported: (path) => `Packed: ${path}`,
  fileExists: (path) => `${path} is there already. Use another name.`,
  noSuchFile: (path) => `I cannot read ${path}.`,
  notAnArchive: (path) => `${path} is no packed board, or it is damaged.`,
  boardExists: 'This board is here already. Delete it in the studio first.',
  addressTaken: 'The link or the code of this board belongs to another one here.',
  restored: (title, slug) => `“${title}” is back: /b/${slug}`,
  folderNotEmpty: (folder) => `${folder} is not empty. Use a new folder.`,
  backedUp: (folder, pictures) =>
    `Saved in ${folder}, with ${pictures === 1 ? '1 picture file' : `${pictures} picture files`}. Start from there with --data.`,

  doctorNode: (version) => `Node ${version}`,
  doctorStore: (boards) => (boards === 1 ? '1 board read' : `${boards} boards read`),
  doctorTallies: (runs) => (runs === 1 ? '1 vote recounted' : `${runs} votes recounted`),
  doctorMiscount: (board, question, run) =>
    `${board}, “${question}”, run ${run}: the tally differs from the ballots.`,
  doctorPictures: (pictures) => (pictures === 1 ? '1 picture there' : `${pictures} pictures there`),
  doctorPictureMissing: (board, draft) => `${board}: the picture of “${draft}” is missing.`,
  doctorMaker: 'The studio has an owner',
  doctorNoMaker: 'Nobody owns the studio yet: start Mitwerk and open the link.',
  doctorEmpty: (address) =>
    `Redis at ${address} holds nothing. If it did, restart no server, and look at one that still runs: /readyz`,
  doctorAddresses: (addresses) => `In the Wi-Fi at ${addresses}`,
  doctorNoAddress: 'No Wi-Fi address: phones cannot reach this machine.',
  doctorFine: 'All is well.',
  doctorTrouble: 'Something needs doing, see above.',

  notFound: 'This page does not exist',
  scriptNeeded: 'This page needs JavaScript to let you join in.',
  fault: 'Something is stuck on our side',
  faultText: 'Nothing is lost, the page reloads by itself in a moment.',
  again: 'Try again',
  toStart: 'To the start page',
  welcome: 'Look at drafts and decide live.',
  invite: (question) => `Vote now: ${question}`,

  outcome: (board) => `Decision: ${board}`,
  undecided: 'Nothing is decided yet.',
  nobodyVoted: 'Nobody has voted.',
  decided: (titles) => `Decided: ${titles}.`,
  won: (title, votes) => `${title} has won${votes && ` (${votes})`}.`,
  tied: (titles, votes) => `A tie: ${titles}${votes && ` (${votes} each)`}.`,
  promised: (text, day) => (text ? `Promised by ${day}: ${text}` : `Promised by ${day}.`),
  quoted: (title) => `“${title}”`,
  ballotsOf: (n, all, ballots) => (ballots === 1 ? `${n} of 1 ballot` : `${n} of ${all} ballots`),
  points: (n, text) => (n === 1 ? '1 point' : `${text} points`),
  chance: (percent) => `wins ${percent} of comparisons`,
  ballots: (n, text) => (n === 1 ? '1 ballot' : `${text} ballots`),
  oneEach: 'one per device',
};
