/** Says in one sentence which variable is wrong and why. Never holds a secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
