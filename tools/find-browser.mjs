/** Finds a Chromium or Chrome for the browser tests, or installs one when run as a program. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/** Where browsers lie that are not on the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.flatMap((app) =>
      ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((root) =>
        join(root, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const tails = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return roots.flatMap((root) => (root === undefined ? [] : tails.map((tail) => join(root, tail))));
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((root) => names.map((name) => join(root, name)));
}

function onPath() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)));
}

/** Distributions put a script under a browser's name that only says how to install it. On Windows asking opens a window. */
function works(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/**
 * The path of a browser that runs: CHROMIUM_PATH, else one installed, else Playwright's own download; null without any.
 * Remembers it in CHROMIUM_PATH for the processes started from this one.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') return given;
  for (const path of [...onPath(), ...usualPlaces(), await playwrightsOwn()]) {
    if (!works(path)) continue;
    process.env.CHROMIUM_PATH = path;
    return path;
  }
  return null;
}

function run(/** @type {string} */ command, /** @type {readonly string[]} */ words) {
  process.stdout.write(`> ${command} ${words.join(' ')}\n`);
  return (
    spawnSync(command, words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

/** The words before a command that needs the administrator; null when this user cannot become one unasked. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

const has = (/** @type {string} */ command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

function installWithSystem() {
  if (has('brew')) return run('brew', ['install', '--cask', 'chromium']);
  const root = asRoot();
  if (root === null) return false;
  const as = (/** @type {readonly string[]} */ words) => {
    const [command = '', ...rest] = [...root, ...words];
    return run(command, rest);
  };
  if (has('apt-get')) {
    as(['apt-get', 'update']);
    return as(['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  if (has('dnf')) return as(['dnf', 'install', '--assumeyes', 'chromium', 'liberation-sans-fonts']);
  if (has('apk')) return as(['apk', 'add', 'chromium', 'font-liberation']);
  return false;
}

/** Finds a browser or installs one: Playwright's own download, else the system's package. Null when neither works. */
export async function findOrInstallBrowser() {
  const found = await findBrowser();
  if (found !== null) return found;
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium']);
  const downloaded = await findBrowser();
  if (downloaded !== null) return downloaded;
  installWithSystem();
  return findBrowser();
}

export const howToInstall =
  'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to where one is.';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await findOrInstallBrowser();
  process.stdout.write(`${path ?? howToInstall}\n`);
  if (path === null) process.exitCode = 1;
}
