import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/*.json', 'services/registration/src/desk/assets/*.d.ts', 'services/console/dist*/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only config.ts reads the environment.' },
      ],
      'no-restricted-imports': ['error', { patterns: [{ group: ['@da06/*/src/*', '../../*'], message: 'Import a package by its name.' }] }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/strict-boolean-expressions': ['error', { allowNullableBoolean: true, allowNullableString: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js'] } } },
  },
  { files: ['**/config.ts', '**/vitest.config.ts', '**/*.test.ts', 'infra/setup/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/vitest.config.ts', '**/vite.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['**/*.mjs', '**/*.js'], ...tseslint.configs.disableTypeChecked, languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly' } }, },
  // What runs in a browser.
  {
    files: ['services/registration/src/desk/assets/*.js'],
    languageOptions: { globals: Object.fromEntries(['document', 'window', 'location', 'localStorage', 'fetch', 'crypto', 'setInterval', 'AbortSignal', 'Blob', 'HTMLElement', 'HTMLInputElement', 'HTMLSelectElement', 'HTMLTextAreaElement', 'HTMLButtonElement'].map((name) => [name, 'readonly'])) },
  },
  { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
);
