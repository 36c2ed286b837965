/** The header of the gateway's answers that names the build of the app which it serves; `GET /api/config` has it as `build`. */
export const buildHeader = 'x-app-build';
